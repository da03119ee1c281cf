package io.github.sea4j.plot;

import java.nio.file.Path;
import org.knowm.xchart.internal.chartpart.IChart;

/** Anything drawn, which shows as a picture when it ends a notebook's cell. */
public interface Drawing extends IChart {

  /**
   * Writes the picture in the format that the name ends with: {@code .png} at twice the density,
   * {@code .svg} or {@code .pdf}.
   *
   * @return the file
   * @throws IllegalArgumentException on another ending
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  default Path save(String file) {
    return ChartFile.save(this, file);
  }
}
