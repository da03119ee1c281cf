package io.github.sea4j.cli;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.cli.io.OptionalFile;
import io.github.sea4j.plot.ChartFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.IChart;

/** The figure that {@code --plot} asks for, if it does; in the format that its name ends with. */
public final class FigureFile implements AutoCloseable {

  /** The option that names the file. */
  public static final String PLOT = "--plot";

  private final OptionalFile file;

  private FigureFile(OptionalFile file) {
    this.file = file;
  }

  /**
   * Opens it before the work begins.
   *
   * @param path null for no figure
   * @param taken files that must not be overwritten; this one joins them
   * @throws BadInput if the name ends otherwise, or the file cannot be written
   */
  public static FigureFile open(@Nullable Path path, List<Path> taken) {
    if (path != null && !ChartFile.isKnown(path)) {
      throw BadInput.file(PLOT, path, "expected a name that ends with .png, .svg or .pdf");
    }
    return new FigureFile(OptionalFile.open(PLOT, path, taken));
  }

  /** Draws the chart, which is asked for only where there is a file. */
  public void commit(Supplier<? extends IChart> chart) {
    file.commit(path -> ChartFile.bytes(chart.get(), path));
  }

  @Override
  public void close() {
    file.close();
  }
}
