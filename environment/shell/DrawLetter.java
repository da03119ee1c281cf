import java.awt.Color;
import java.awt.image.BufferedImage;

/** Draws one letter off screen and fails if no pixel changed: without fonts charts have no text. */
class DrawLetter {
  public static void main(String[] args) {
    var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.drawString("S", 10, 30);
    graphics.dispose();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) != Color.BLACK.getRGB()) {
          return;
        }
      }
    }
    throw new IllegalStateException("Java drew a letter and nothing was to be seen");
  }
}
