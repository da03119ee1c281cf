package io.github.sea4j.kernel.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.kernel.help.DocIndex;
import io.github.sea4j.kernel.help.IndexFile;
import io.github.sea4j.kernel.help.MemberDoc;
import io.github.sea4j.kernel.help.Source;
import io.github.sea4j.kernel.help.TypeDoc;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexWriterTest {

  @Test
  void whatIsPublicIsFound(@TempDir Path folder) throws IOException {
    List<TypeDoc> types = SampleIndex.types(folder);
    assertEquals(
        List.of(
            "interface Shelf<T extends CharSequence>",
            "record Book implements Comparable<Book>",
            "class Wall implements Shelf<String>"),
        types.stream().map(TypeDoc::head).toList());
    assertEquals(
        List.of("int WIDEST", "int put(int at, T... books)", "T take(int at)"),
        types.get(0).members().stream().map(MemberDoc::head).toList());
    assertEquals(
        List.of("String title()", "int pages()", "int compareTo(Book other)"),
        types.get(1).members().stream().map(MemberDoc::head).toList());
    assertEquals(
        List.of("Wall()", "static Wall of(double height)"),
        types.get(2).members().stream().map(MemberDoc::head).limit(2).toList());
  }

  @Test
  void parametersAreErasedAndComponentsDocumentedByTheirRecord(@TempDir Path folder)
      throws IOException {
    List<TypeDoc> types = SampleIndex.types(folder);
    assertEquals(List.of("int", "T[]"), types.get(0).members().get(1).parameters());
    assertEquals(
        "The number of its pages, which a reader counts",
        types.get(1).members().get(1).comment().replaceAll("\\s+", " "));
  }

  @Test
  void sourcesStandBesideTheIndex(@TempDir Path folder) throws IOException {
    TypeDoc wall = SampleIndex.types(folder).get(2);
    Source take = wall.members().get(3).source();
    Path copy = folder.resolve("target").resolve(DocIndex.FOLDER + "sources/" + take.file());
    String text = Files.readString(copy).substring(take.begin(), take.end());
    assertTrue(text.startsWith("@Override"), text);
    assertTrue(text.endsWith("}"), text);
    assertTrue(text.contains("String take(int at)"), text);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Source source = new Source("a/B.java", 3, 10, 20);
    MemberDoc field = new MemberDoc("x", null, "int x", "int", "An x.", source);
    MemberDoc method = new MemberDoc("f", List.of("int"), "int f(int a)", "int", "", source);
    List<TypeDoc> types =
        List.of(new TypeDoc("a.B", "class B", "A \u20ac.", source, List.of(field, method)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    IndexFile.write(types, out);
    assertEquals(types, IndexFile.read(new ByteArrayInputStream(out.toByteArray())));
  }
}
