package io.github.sea4j.plot;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;

/** Charts as files and bytes. */
public final class ChartFile {

  /** Pixels per point of a PNG: dense screens show it sharp. */
  public static final int DENSITY = 2;

  private ChartFile() {}

  /** The chart as PNG at twice its size. */
  public static byte[] png(IChart chart) {
    return png(chart, DENSITY);
  }

  /**
   * The chart as PNG.
   *
   * @param density pixels per point; half the density is a third of the bytes
   */
  public static byte[] png(IChart chart, int density) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image(chart, density), "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the chart in the format that the name ends with: {@code .png} at twice the density,
   * {@code .svg} or {@code .pdf}.
   *
   * @return the file
   * @throws IllegalArgumentException on another ending
   * @throws UncheckedIOException if the file cannot be written
   */
  public static Path save(IChart chart, Path file) {
    try {
      return Files.write(file, bytes(chart, file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  /** Whether the name ends as one that {@link #save(IChart, Path)} can write. */
  public static boolean isKnown(Path file) {
    return List.of("png", "svg", "pdf").contains(ending(file));
  }

  /** What {@link #save(IChart, Path)} writes. */
  public static byte[] bytes(IChart chart, Path file) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      switch (ending(file)) {
        case "png" -> bytes.write(png(chart));
        case "svg", "pdf" -> write(chart, bytes, ending(file));
        default ->
            throw new IllegalArgumentException(
                "file must end with .png, .svg or .pdf, but is " + file);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ending(Path file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** {@link #save(IChart, Path)} by the name of the file. */
  public static Path save(IChart chart, String file) {
    return save(chart, Path.of(file));
  }

  private static BufferedImage image(IChart chart, int density) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    BufferedImage image =
        new BufferedImage(density * width, density * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, density * width, density * height);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.scale(density, density);
    chart.paint(g, width, height);
    g.dispose();
    return image;
  }

  private static void write(IChart chart, OutputStream out, String format) throws IOException {
    int width = chart.getWidth();
    int height = chart.getHeight();
    VectorGraphics2D g = new VectorGraphics2D();
    chart.paint(g, width, height);
    Processors.get(format)
        .getDocument(g.getCommands(), new PageSize(0, 0, width, height))
        .writeTo(out);
  }
}
