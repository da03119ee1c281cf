package io.github.sea4j.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {

  @Test
  void aNameThatLooksLikeTwoIsQuoted() {
    assertEquals(
        "age, \"rain, mm\", \"5\"\" pipe\", \" x\", body mass",
        NameList.of(List.of("age", "rain, mm", "5\" pipe", " x", "body mass")));
  }

  @Test
  void whatIsQuotedIsReadBack() {
    for (String name : List.of("age", "rain, mm", "5\" pipe", " x", "\"")) {
      assertEquals(name, NameList.read(NameList.of(List.of(name))));
    }
    assertEquals("age", NameList.read(" age "));
  }

  @Test
  void theRestIsCounted() {
    assertEquals("a, b and 2 more", NameList.of(List.of("a", "b", "c", "d"), 2));
    assertEquals("a, b", NameList.of(List.of("a", "b"), 2));
    assertEquals("", NameList.of(List.of()));
  }
}
