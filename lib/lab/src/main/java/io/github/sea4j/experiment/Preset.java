package io.github.sea4j.experiment;

import java.util.Arrays;
import java.util.Locale;

/** How large an experiment is. */
public enum Preset {
  /** About a minute on two cores: for notebooks and continuous integration. */
  QUICK,
  /** Full scale. */
  PAPER;

  /**
   * The preset of this name.
   *
   * @throws IllegalArgumentException unless it is quick or paper
   */
  public static Preset of(String name) {
    return Arrays.stream(values())
        .filter(preset -> preset.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "preset must be quick or paper, but is '" + name + "'"));
  }

  /** Lower case, as on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
