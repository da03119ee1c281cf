package io.github.sea4j.cli;

import io.github.sea4j.store.LibraryBuild;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class Version implements IVersionProvider {

  /** Made by picocli. */
  public Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {
      "sea4j " + LibraryBuild.version(),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
