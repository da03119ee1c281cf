package io.github.sea4j.spark;

import io.github.sea4j.cluster.ClusterException;
import io.github.sea4j.run.Study;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/**
 * How Spark is set: without its page and its output, and on this machine alone where the master is
 * on it. Settings given to the program by {@code -Dspark.NAME=VALUE} or by {@code spark-submit} go
 * before those of here.
 */
final class SparkSettings {

  private static final String HERE = "127.0.0.1";

  private SparkSettings() {}

  static SparkConf of(String master, String experiment) {
    SparkConf settings = new SparkConf();
    settings.setMaster(master);
    settings.setIfMissing("spark.app.name", "sea4j " + experiment);
    settings.setIfMissing("spark.ui.enabled", "false");
    settings.setIfMissing("spark.ui.showConsoleProgress", "false");
    if (master.startsWith("local") || master.startsWith("spark://" + HERE + ":")) {
      settings.setIfMissing("spark.driver.host", HERE);
      settings.setIfMissing("spark.driver.bindAddress", HERE);
    }
    if (!master.startsWith("local") && !settings.contains("spark.jars")) {
      settings.set("spark.jars", String.join(",", jars()));
    }
    return settings;
  }

  /** What the machines need and Spark does not bring: the folder of the library, and this jar. */
  private static List<String> jars() {
    Path folder = jar(Study.class).resolveSibling(".").normalize();
    try (Stream<Path> library = Files.list(folder)) {
      return Stream.concat(library, Stream.of(jar(SparkSettings.class)))
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ClusterException("the jars in %s cannot be listed: %s".formatted(folder, e), e);
    }
  }

  private static Path jar(Class<?> type) {
    try {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(jar)) {
        throw new ClusterException(
            "the machines of a cluster need jars, but %s is in the folder %s; name jars by -Dspark.jars"
                .formatted(type.getSimpleName(), jar));
      }
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
