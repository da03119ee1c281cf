package io.github.sea4j.plot.style;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplorerColorsTest {

  @Test
  void thePageHasTheColoursOfTheFigures() throws Exception {
    Map<String, Color> colors =
        Map.of(
            "right", Style.RIGHT,
            "wrong", Style.WRONG,
            "truth", Style.TRUTH,
            "now", Style.MEASUREMENT);
    try (InputStream in =
        getClass().getResourceAsStream("/io/github/sea4j/notebook/explorer/explorer.css")) {
      assertNotNull(in);
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      colors.forEach(
          (name, color) -> {
            String line = "--%s: #%06X;".formatted(name, color.getRGB() & 0xFFFFFF);
            assertTrue(css.contains(line), line);
          });
    }
  }
}
