package io.github.sea4j.kernel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonSizeTest {

  private static final Gson GSON = new Gson();

  /** Of what the kernel's messages are written with, without the quotes. */
  private static int written(String text) {
    return GSON.toJson(text).getBytes(StandardCharsets.UTF_8).length - 2;
  }

  @Test
  void everyCharacterHasTheSizeThatIsWritten() {
    for (int code = 0; code <= Character.MAX_VALUE; code++) {
      if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
        String text = String.valueOf((char) code);
        assertEquals(written(text), JsonSize.of(text), "U+" + Integer.toHexString(code));
      }
    }
  }

  @Test
  void aPairOfSurrogatesIsFourBytes() {
    assertEquals(written("a\uD83D\uDE00"), JsonSize.of("a\uD83D\uDE00"));
  }
}
