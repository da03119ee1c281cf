package io.github.sea4j.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadingTest {

  @ParameterizedTest
  @CsvSource({
    "'int a;', 'int a;'",
    "'\n\n  int a;', 'int a;'",
    "'// one\n/* two\n */ /** three */\nf();', 'f();'",
    "'/ 2', '/ 2'",
    "'// nothing else', '// nothing else'",
    "'/* open', '/* open'"
  })
  void codeBeginsAfterSpaceAndComments(String source, String code) {
    assertEquals(code, source.substring(Leading.length(source)));
  }
}
