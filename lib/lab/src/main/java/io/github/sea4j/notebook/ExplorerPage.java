package io.github.sea4j.notebook;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * The explorer's page, and the output that carries it.
 *
 * <p>Where scripts run, a frame without rights but to run its own scripts shows the page; it needs
 * nothing from outside itself. A notebook that the reader does not trust loses the frame and the
 * style: what remains is the still picture, which the style hides behind a frame only. It is in the
 * HTML and not an output of type {@code image/png}, because browsers prefer the HTML even where
 * little of it is left.
 */
final class ExplorerPage {

  private static final String FOLDER = "explorer/";

  private ExplorerPage() {}

  /** The whole document: page, style, program and data. */
  static String document(JsonObject data) {
    // Gson escapes <, > and & in strings, so that no text can end the element.
    return resource("explorer.html")
        .replace("{{style}}", resource("explorer.css"))
        .replace("{{program}}", resource("explorer.js"))
        .replace("{{data}}", new Gson().toJson(data));
  }

  /**
   * The HTML of a cell's output.
   *
   * @param title of the frame, for screen readers
   * @param height of the frame in points
   * @param still PNG shown where scripts are not run
   * @param stillWidth its width in points
   * @param stillText what it shows, for readers who do not see it
   */
  static String output(
      String document, String title, int height, byte[] still, int stillWidth, String stillText) {
    return """
        <div>
        <style>
        .sea4j-explorer + img { display: none }
        </style>
        <noscript><style>
        .sea4j-explorer { display: none }
        .sea4j-explorer + img { display: inline }
        </style></noscript>
        <iframe class="sea4j-explorer" title="%s" sandbox="allow-scripts" \
        style="width: 100%%; height: %dpx; border: 0; background: white" srcdoc="%s"></iframe>
        <img alt="%s" width="%d" src="data:image/png;base64,%s">
        </div>
        """
        .formatted(
            HtmlTable.escape(title),
            height,
            HtmlTable.escape(document),
            HtmlTable.escape(stillText),
            stillWidth,
            Base64.getEncoder().encodeToString(still));
  }

  private static String resource(String name) {
    try (InputStream in = ExplorerPage.class.getResourceAsStream(FOLDER + name)) {
      byte[] bytes = Objects.requireNonNull(in, FOLDER + name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
