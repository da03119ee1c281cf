package io.github.sea4j.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;

/** What a reader would see of a chart. */
final class Pixels {

  /** A short line; fewer pixels are the edge of something else. */
  private static final int VISIBLE = 40;

  private Pixels() {}

  /** The chart, drawn, has each of the colours in more than a few places. */
  static void assertShows(IChart chart, Color... colors) {
    BufferedImage image = image(ChartFile.png(chart));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (Color color : colors) {
      long count = Arrays.stream(pixels).filter(pixel -> pixel == color.getRGB()).count();
      assertTrue(count >= VISIBLE, () -> "%d pixels of %s".formatted(count, color));
    }
  }

  private static BufferedImage image(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
