package io.github.sea4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from a file that the build fills in. */
public final class Version implements IVersionProvider {

  private static final String FILE = "version.properties";

  /** Made by picocli. */
  public Version() {}

  /** As in {@code 0.1.0}. */
  public static String current() {
    try (InputStream file = Version.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      if (file != null) {
        properties.load(file);
      }
      String version = properties.getProperty("version");
      if (version == null) {
        throw new IllegalStateException(FILE + " is missing from this build");
      }
      return version;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "sea4j " + current(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
