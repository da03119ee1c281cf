package io.github.sea4j.spark;

import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.cluster.ClusterException;
import io.github.sea4j.cluster.Engine;
import io.github.sea4j.cluster.EngineProvider;
import io.github.sea4j.cluster.Recipe;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;

/** Serves the addresses that Spark calls masters. */
public final class SparkProvider implements EngineProvider {

  private static final Pattern MASTER =
      Pattern.compile("local(\\[(\\*|[1-9]\\d*)(,\\d+)?])?|spark://.+:\\d+|yarn|k8s://.+");

  @Override
  public boolean serves(Cluster cluster) {
    return MASTER.matcher(cluster.address()).matches();
  }

  @Override
  public Engine start(Cluster cluster, Recipe recipe, Engine.Listener listener) {
    try {
      JavaSparkContext spark =
          new JavaSparkContext(SparkSettings.of(cluster.address(), recipe.experiment()));
      return new SparkEngine(spark, cluster, recipe, listener);
    } catch (IllegalAccessError | ExceptionInInitializerError | NoClassDefFoundError closed) {
      throw new ClusterException(
          cluster + " did not start: Java must be started with the options of jvm.options", closed);
    } catch (RuntimeException failure) {
      throw new ClusterException(
          cluster + " did not start: " + SparkEngine.firstLine(failure), failure);
    }
  }
}
