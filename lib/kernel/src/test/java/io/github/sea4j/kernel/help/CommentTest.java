package io.github.sea4j.kernel.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommentTest {

  @Test
  void theFirstSentenceIsSetApart() {
    Comment comment = Comment.of("Solves, e.g. twice: 1.5 times {@code a.b}. The rest.\n<p>More.");
    assertEquals("Solves, e.g. twice: 1.5 times <code>a.b</code>.", comment.summary());
    assertTrue(comment.rest().startsWith("The rest."), comment.rest());
    assertEquals("One<p>Two.", joined(Comment.of("One<p>Two.")));
    assertEquals("One", Comment.of("One<p>Two.").summary());
  }

  private static String joined(Comment comment) {
    return comment.summary() + comment.rest();
  }

  @Test
  void tagsAreGathered() {
    Comment comment =
        Comment.of(
            "F.\n\n@param a one\n    and more\n@param <T> two\n@return three\n"
                + "@exception E four\n@throws G five\n@see #g(int, Object) the other");
    assertEquals(List.of("a one\n    and more", "<T> two"), comment.all("@param"));
    assertEquals(List.of("E four", "G five"), comment.all("@throws"));
    assertEquals(List.of("three"), comment.all("@return"));
    assertEquals(List.of(), comment.all("@since"));
  }

  @Test
  void inlineTagsBecomeHtml() {
    assertEquals("<code>List&lt;E&gt;</code>", InlineTags.html("{@code List<E>}"));
    assertEquals("<code>f(int)</code>", InlineTags.html("{@link #f(int)}"));
    assertEquals("the f", InlineTags.html("{@link Some#f(int, int) the f}"));
    assertEquals("<code>Sea.of</code>", InlineTags.html("{@linkplain Sea#of}"));
    assertEquals("a {b} c", InlineTags.html("{@literal a {b} c}"));
    assertEquals("Returns x.", InlineTags.html("{@return x}"));
    assertEquals("open {@code x", InlineTags.html("open {@code x"));
    assertEquals("a &lt; b", InlineTags.html("{@literal a < b}"));
  }

  @Test
  void htmlBecomesText() {
    assertEquals("a b\n\nc <d>", PlainText.of("a\n b <p>c &lt;d&gt;"));
    assertEquals("x\n- one\n- two", PlainText.of("x<ul><li>one<li>two</ul>").replace("\n\n", "\n"));
    String code = PlainText.of("Before<pre><code>\nfor {\n  x\n}\n</code></pre> after");
    assertTrue(code.contains("for {\n  x\n}"), code);
    assertFalse(code.contains("<"), code);
  }
}
