package io.github.sea4j.kernel.output;

/**
 * The bytes of a text in a message. The kernel's JSON writes what could end a script in a page as
 * six characters, so that a row of {@code =} is six times as long on its way as in the notebook.
 */
final class JsonSize {

  private static final String SIX = "<>&='\u2028\u2029";
  private static final String TWO = "\"\\\n\r\t\b\f";

  private JsonSize() {}

  static int of(CharSequence text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += of(text.charAt(i));
    }
    return bytes;
  }

  /** Of a half of a surrogate pair: half of the pair's. */
  static int of(char c) {
    if (SIX.indexOf(c) >= 0) {
      return 6;
    }
    if (c < ' ') {
      return TWO.indexOf(c) >= 0 ? 2 : 6;
    }
    if (c < 0x80) {
      return TWO.indexOf(c) >= 0 ? 2 : 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
