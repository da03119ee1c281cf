package io.github.sea4j.plot.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ImageFigureTest {

  private static final int WHITE = 0xFFFFFFFF;

  /** An image of 8 rows and 8 columns with one bright pixel in row 1, column 6. */
  private static ImageFigure figure() {
    double[] pixels = new double[64];
    pixels[8 + 6] = 5;
    return ImageFigure.of("an image", pixels, 8);
  }

  private static BufferedImage painted(ImageFigure figure) {
    BufferedImage canvas =
        new BufferedImage(figure.getWidth(), figure.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = canvas.createGraphics();
    figure.paint(g, figure.getWidth(), figure.getHeight());
    g.dispose();
    return canvas;
  }

  /** The middle of a pixel of the image on the canvas: 300 points for 8 pixels. */
  private static int at(BufferedImage canvas, int row, int column) {
    return canvas.getRGB(52 + (int) (37.5 * (column + 0.5)), 44 + (int) (37.5 * (row + 0.5)));
  }

  @Test
  void rowZeroIsAtTheTopAndTheLargestValueIsBlack() {
    BufferedImage canvas = painted(figure());
    assertEquals(0xFF000000, at(canvas, 1, 6));
    assertEquals(WHITE, at(canvas, 6, 1));
    assertEquals(WHITE, at(canvas, 1, 1));
  }

  @Test
  void aWindowShowsItsPartAlone() {
    BufferedImage canvas = painted(figure().window(0, 4, 4, 4));
    assertEquals(0xFF000000, canvas.getRGB(52 + (int) (75 * 2.5), 44 + (int) (75 * 1.5)));
    assertThrows(IllegalArgumentException.class, () -> figure().window(0, 6, 4, 4));
  }

  @Test
  void marksAreWhereTheirPixelsAre() {
    BufferedImage plain = painted(figure().light());
    BufferedImage marked = painted(figure().light().crosses("wrong", 5 * 8 + 2));
    assertNotEquals(at(plain, 5, 2), at(marked, 5, 2));
    assertEquals(at(plain, 2, 5), at(marked, 2, 5));
  }

  @Test
  void widthDividesTheNumberOfPixels() {
    assertThrows(IllegalArgumentException.class, () -> ImageFigure.of("odd", new double[10], 4));
  }
}
