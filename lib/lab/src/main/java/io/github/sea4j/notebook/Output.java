package io.github.sea4j.notebook;

import java.util.Base64;
import java.util.Map;

/**
 * One output in the formats that a notebook file holds.
 *
 * @param mimeType of the rich form, such as {@code text/html}
 * @param data the rich form; images in base 64
 * @param metadata of the rich form, such as an image's width in points
 * @param text the plain form
 */
record Output(String mimeType, String data, Map<String, Object> metadata, String text) {

  static Output html(String html, String text) {
    return new Output("text/html", html, Map.of(), text);
  }

  /** An image of which {@code width} points are shown, whatever its number of pixels. */
  static Output png(byte[] png, int width, int height, String text) {
    return new Output(
        "image/png",
        Base64.getEncoder().encodeToString(png),
        Map.of("width", width, "height", height),
        text);
  }
}
