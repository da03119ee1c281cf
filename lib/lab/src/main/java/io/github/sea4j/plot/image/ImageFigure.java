package io.github.sea4j.plot.image;

import io.github.sea4j.plot.Drawing;
import io.github.sea4j.plot.style.Style;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * An image in grey, row 0 at the top as in a photograph, with marks over some of its pixels.
 *
 * <pre>{@code
 * ImageFigure.of("found", y, 256).light().rings("found", solution.support().toArray())
 * }</pre>
 *
 * <p>Immutable; each method returns a changed copy.
 */
public final class ImageFigure implements Drawing {

  private static final int SIDE = 300;
  private static final int LEFT = 52;
  private static final int TOP = 44;
  private static final int RIGHT = 12;
  private static final int BOTTOM = 44;
  private static final double RADIUS = 3.6;
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  private final String title;
  private final double[] pixels;
  private final int width;
  private final double darkest;
  private final Window window;
  private final List<Marks> marks;

  /** The part that is shown. */
  private record Window(int row, int column, int height, int width) {}

  /** How a pixel is marked. */
  private enum Sign {
    RING(Style.RIGHT),
    CROSS(Style.WRONG),
    SQUARE(Style.TEXT);

    private final Color color;

    Sign(Color color) {
      this.color = color;
    }

    private Shape at(double x, double y) {
      Path2D cross = new Path2D.Double();
      cross.moveTo(x - RADIUS, y - RADIUS);
      cross.lineTo(x + RADIUS, y + RADIUS);
      cross.moveTo(x - RADIUS, y + RADIUS);
      cross.lineTo(x + RADIUS, y - RADIUS);
      return switch (this) {
        case RING -> new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        case CROSS -> cross;
        case SQUARE -> new Rectangle2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
      };
    }
  }

  /** One kind of marks. */
  private record Marks(String name, int[] pixels, Sign sign) {}

  private ImageFigure(
      String title, double[] pixels, int width, double darkest, Window window, List<Marks> marks) {
    this.title = title;
    this.pixels = pixels;
    this.width = width;
    this.darkest = darkest;
    this.window = window;
    this.marks = List.copyOf(marks);
  }

  /**
   * The whole image, white for its smallest value and black for its largest.
   *
   * @param title above the image
   * @param pixels finite, in row-major order; copied
   * @param width number of columns, a divisor of the number of pixels
   */
  public static ImageFigure of(String title, double[] pixels, int width) {
    if (width < 1 || pixels.length == 0 || pixels.length % width != 0) {
      throw new IllegalArgumentException(
          "width must divide the number of pixels %d, but is %d".formatted(pixels.length, width));
    }
    Window whole = new Window(0, 0, pixels.length / width, width);
    return new ImageFigure(title, pixels.clone(), width, 1, whole, List.of());
  }

  /** The same in light grey, so that marks stand out. */
  public ImageFigure light() {
    return new ImageFigure(title, pixels, width, 0.55, window, marks);
  }

  /**
   * A part of it, enlarged.
   *
   * @param row first row shown
   * @param column first column shown
   * @param height number of rows shown
   * @param across number of columns shown
   */
  public ImageFigure window(int row, int column, int height, int across) {
    int rows = pixels.length / width;
    if (row < 0
        || column < 0
        || height < 1
        || across < 1
        || row + height > rows
        || column + across > width) {
      throw new IllegalArgumentException(
          "window must lie inside %d x %d pixels, but is %d x %d from (%d, %d)"
              .formatted(rows, width, height, across, row, column));
    }
    return new ImageFigure(
        title, pixels, width, darkest, new Window(row, column, height, across), marks);
  }

  /** Blue rings around pixels, by their indices. */
  public ImageFigure rings(String name, int... indices) {
    return with(new Marks(name, indices.clone(), Sign.RING));
  }

  /** Orange crosses on pixels, by their indices. */
  public ImageFigure crosses(String name, int... indices) {
    return with(new Marks(name, indices.clone(), Sign.CROSS));
  }

  /** Dark squares around pixels, by their indices. */
  public ImageFigure squares(String name, int... indices) {
    return with(new Marks(name, indices.clone(), Sign.SQUARE));
  }

  private ImageFigure with(Marks more) {
    List<Marks> all = new ArrayList<>(marks);
    all.add(more);
    return new ImageFigure(title, pixels, width, darkest, window, all);
  }

  @Override
  public String getTitle() {
    return title;
  }

  @Override
  public int getWidth() {
    return LEFT + SIDE + RIGHT;
  }

  @Override
  public int getHeight() {
    return TOP + (int) Math.round(scale() * window.height) + BOTTOM;
  }

  /** Points for a pixel. */
  private double scale() {
    return SIDE / (double) Math.max(window.width, window.height);
  }

  @Override
  public void paint(Graphics2D canvas, int paintWidth, int paintHeight) {
    Graphics2D g = (Graphics2D) canvas.create();
    g.scale((double) paintWidth / getWidth(), (double) paintHeight / getHeight());
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    AffineTransform place = AffineTransform.getTranslateInstance(LEFT, TOP);
    place.scale(scale(), scale());
    g.drawImage(raster(), place, null);
    paintAxes(g);
    paintMarks(g);
    g.dispose();
  }

  private BufferedImage raster() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : pixels) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double range = high > low ? high - low : 1;
    BufferedImage raster =
        new BufferedImage(window.width, window.height, BufferedImage.TYPE_INT_RGB);
    for (int r = 0; r < window.height; r++) {
      for (int c = 0; c < window.width; c++) {
        double value = pixels[(window.row + r) * width + window.column + c];
        float grey = (float) (1 - darkest * (value - low) / range);
        raster.setRGB(c, r, new Color(grey, grey, grey).getRGB());
      }
    }
    return raster;
  }

  private void paintAxes(Graphics2D g) {
    double right = LEFT + scale() * window.width;
    double bottom = TOP + scale() * window.height;
    g.setColor(Style.TEXT);
    g.setFont(BOLD);
    centred(g, title, (LEFT + right) / 2, 16);
    g.setFont(PLAIN);
    int step = step(Math.max(window.width, window.height));
    for (int c = ceil(window.column, step); c < window.column + window.width; c += step) {
      double x = LEFT + scale() * (c - window.column + 0.5);
      g.draw(new Line2D.Double(x, bottom, x, bottom + 4));
      centred(g, Integer.toString(c), x, bottom + 16);
    }
    for (int r = ceil(window.row, step); r < window.row + window.height; r += step) {
      double y = TOP + scale() * (r - window.row + 0.5);
      g.draw(new Line2D.Double(LEFT - 4, y, LEFT, y));
      String label = Integer.toString(r);
      g.drawString(
          label, (float) (LEFT - 7 - g.getFontMetrics().stringWidth(label)), (float) y + 4);
    }
    centred(g, "column (pixel)", (LEFT + right) / 2, bottom + 34);
    Graphics2D turned = (Graphics2D) g.create();
    turned.rotate(-Math.PI / 2);
    centred(turned, "row (pixel)", -(TOP + bottom) / 2, 12);
    turned.dispose();
  }

  private static void centred(Graphics2D g, String text, double x, double y) {
    g.drawString(text, (float) (x - g.getFontMetrics().stringWidth(text) / 2.0), (float) y);
  }

  /** About five labels: 1, 2, 5, 10, ... or, for sides that are powers of two, a fourth. */
  private static int step(int side) {
    if (Integer.bitCount(side) == 1) {
      return Math.max(1, side / 4);
    }
    int power = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (side <= 6L * factor * power) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private static int ceil(int from, int step) {
    return (from + step - 1) / step * step;
  }

  private void paintMarks(Graphics2D g) {
    double x = LEFT;
    g.setFont(PLAIN);
    for (Marks kind : marks) {
      g.setStroke(Style.stroke(1.3f));
      for (int pixel : kind.pixels) {
        int r = pixel / width - window.row;
        int c = pixel % width - window.column;
        if (r >= 0 && r < window.height && c >= 0 && c < window.width) {
          mark(g, kind, LEFT + scale() * (c + 0.5), TOP + scale() * (r + 0.5));
        }
      }
      mark(g, kind, x + RADIUS, TOP - 12);
      g.setColor(Style.TEXT);
      g.drawString(kind.name, (float) (x + 3 * RADIUS), TOP - 8);
      x += 5 * RADIUS + g.getFontMetrics().stringWidth(kind.name);
    }
  }

  private static void mark(Graphics2D g, Marks kind, double x, double y) {
    g.setColor(kind.sign.color);
    g.draw(kind.sign.at(x, y));
  }
}
