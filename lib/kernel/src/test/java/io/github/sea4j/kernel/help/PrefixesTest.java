package io.github.sea4j.kernel.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixesTest {

  /** The cursor is at the bar; prefixes are separated by semicolons. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "sol|ve(x) ! solve(",
        "solve|(x) ! solve(",
        "solve(| ! solve(",
        "solve(a, | ! 'solve(a, '",
        "solve(a, b|) ! solve(a, ;solve(a, b;solve(a, b(",
        "Se|a ! Sea;Sea(",
        "f(g(x), y|z) ! f(g(x), ;f(g(x), yz;f(g(x), yz(",
        "f(x); y| ! f(x); y;f(x); y(",
        "(a + b|) ! (a + b;(a + b(",
        "| ! ''"
      })
  void whatIsAsked(String marked, String expected) {
    int cursor = marked.indexOf('|');
    List<String> prefixes = Prefixes.of(marked.replace("|", ""), cursor);
    if (marked.contains("; ")) {
      assertEquals(List.of("f(x); y", "f(x); y("), prefixes);
    } else {
      assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(";", -1)), prefixes);
    }
  }
}
