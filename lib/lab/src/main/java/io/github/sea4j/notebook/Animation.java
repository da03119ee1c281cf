package io.github.sea4j.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.knowm.xchart.internal.chartpart.IChart;

/** Charts one after the other, as an animated GIF that begins again at its end. */
final class Animation {

  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  /** In hundredths of a second. */
  private static final int STEP = 14;

  private static final int LAST = 300;

  /** Colours: five levels of each of red, green and blue. */
  private static final int CUBE = 125;

  private static final int GREYS = 11;

  private static final IndexColorModel COLORS = colors();

  private Animation() {}

  static Path write(List<? extends IChart> charts, Path file) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    // Closed by name: the stream of images leaves the one below it open.
    try (OutputStream bytes = Files.newOutputStream(file);
        ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < charts.size(); i++) {
        BufferedImage picture = picture(charts.get(i));
        int hundredths = i < charts.size() - 1 ? STEP : LAST;
        writer.writeToSequence(
            new IIOImage(picture, null, metadata(writer, picture, hundredths)), null);
      }
      writer.endWriteSequence();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    } finally {
      writer.dispose();
    }
  }

  /** The nearest colour for each pixel: Java would mix others in a pattern, which packs badly. */
  private static BufferedImage picture(IChart chart) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    BufferedImage full = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = full.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    chart.paint(g, width, height);
    g.dispose();
    BufferedImage picture =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, COLORS);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.getRaster().setSample(x, y, 0, nearest(full.getRGB(x, y)));
      }
    }
    return picture;
  }

  private static int nearest(int rgb) {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    boolean grey = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) < 12;
    return grey
        ? CUBE + Math.round(green * (GREYS - 1) / 255f)
        : 25 * fifth(red) + 5 * fifth(green) + fifth(blue);
  }

  private static int fifth(int value) {
    return Math.min(4, (value + 32) / 64);
  }

  private static IIOMetadata metadata(ImageWriter writer, BufferedImage picture, int hundredths)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            // Made from the picture, the specifier would have Java's own colours.
            new ImageTypeSpecifier(picture.getColorModel(), picture.getSampleModel()), null);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(hundredths));
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0}); // for ever
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(loop);
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(control);
    root.appendChild(extensions);
    metadata.mergeTree(FORMAT, root);
    return metadata;
  }

  private static IndexColorModel colors() {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 0; i < CUBE; i++) {
      red[i] = level(i / 25);
      green[i] = level(i / 5 % 5);
      blue[i] = level(i % 5);
    }
    for (int i = 0; i < GREYS; i++) {
      byte grey = (byte) (255 * i / (GREYS - 1));
      red[CUBE + i] = grey;
      green[CUBE + i] = grey;
      blue[CUBE + i] = grey;
    }
    return new IndexColorModel(8, 256, red, green, blue);
  }

  private static byte level(int fifth) {
    return (byte) Math.min(255, 64 * fifth);
  }
}
