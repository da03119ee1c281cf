package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** One run of the command line: what a shell would see of it. */
record Outcome(int code, String out, String err) {

  static Outcome of(Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(texts, new PrintStream(out), new PrintStream(err));
    return new Outcome(
        code, out.toString(Charset.defaultCharset()), err.toString(Charset.defaultCharset()));
  }

  Outcome assertDone() {
    assertEquals(0, code, err);
    return this;
  }

  /** Exit code 2, nothing on standard output, one line that holds all these parts. */
  void assertRefused(String... parts) {
    assertEquals(2, code, out + err);
    assertEquals("", out);
    assertTrue(err.startsWith("sea4j: "), err);
    assertEquals(1, err.lines().count(), err);
    assertFalse(err.contains("Exception"), err);
    for (String part : parts) {
      assertTrue(err.contains(part), "'" + part + "' is not in: " + err);
    }
  }
}
