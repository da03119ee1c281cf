package io.github.sea4j.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the library this is; written into it by Maven. */
public final class LibraryBuild {

  private static final Properties BUILD = load();

  private LibraryBuild() {}

  /** As in {@code 0.1.0}; unknown where Maven did not build it. */
  public static String version() {
    return BUILD.getProperty("version", "unknown");
  }

  /** The commit, {@code -dirty} behind it if files had changed; unknown outside a repository. */
  public static String commit() {
    String commit = BUILD.getProperty("commit", "");
    return commit.isEmpty() || commit.contains("$") ? "unknown" : commit;
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = LibraryBuild.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        properties.load(in);
      }
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read build.properties", e);
    }
  }
}
