package io.github.sea4j.kernel.index;

import io.github.sea4j.kernel.help.DocIndex;
import io.github.sea4j.kernel.help.IndexFile;
import io.github.sea4j.kernel.help.TypeDoc;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The index of the types in package sample, as the build would make it. */
public final class SampleIndex {

  private SampleIndex() {}

  /** Writes and reads it. */
  public static List<TypeDoc> types(Path folder) throws IOException {
    Path root = folder.resolve("src");
    Path sample = Path.of("src/test/java/io/github/sea4j/kernel/sample");
    Path copy = root.resolve("io/github/sea4j/kernel/sample");
    Files.createDirectories(copy);
    for (String name : new String[] {"Shelf.java", "Wall.java"}) {
      Files.copy(sample.resolve(name), copy.resolve(name));
    }
    Path target = folder.resolve("target");
    IndexWriter.main(new String[] {target.toString(), root.toString()});
    try (InputStream stream = Files.newInputStream(target.resolve(DocIndex.FOLDER + "index"))) {
      return IndexFile.read(stream);
    }
  }
}
