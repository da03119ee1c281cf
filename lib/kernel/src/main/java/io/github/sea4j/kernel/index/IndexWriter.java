package io.github.sea4j.kernel.index;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import io.github.sea4j.kernel.help.DocIndex;
import io.github.sea4j.kernel.help.IndexFile;
import io.github.sea4j.kernel.help.TypeDoc;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes the index of what is public in source folders, and the sources beside it. */
public final class IndexWriter {

  private IndexWriter() {}

  /**
   * Writes the index.
   *
   * @param arguments the folder that is to be on the class path, then the roots of the sources
   * @throws IOException if a source cannot be read or the index not be written
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]).resolve(DocIndex.FOLDER);
    clear(target);
    List<TypeDoc> types = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      types.addAll(types(Path.of(arguments[i]).toAbsolutePath().normalize(), target));
    }
    Files.createDirectories(target);
    try (OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(target.resolve("index")))) {
      IndexFile.write(types, file);
    }
  }

  /** An earlier build's sources may have moved since. */
  private static void clear(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    List<Path> old;
    try (Stream<Path> tree = Files.walk(target)) {
      old = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : old) {
      Files.delete(each);
    }
  }

  private static List<TypeDoc> types(Path root, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(root)) {
      files = tree.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<TypeDoc> found = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        Path file = root.relativize(Path.of(unit.getSourceFile().toUri()));
        String name = file.toString().replace('\\', '/');
        List<TypeDoc> types = new TypeScanner(trees, unit, name).scan();
        if (!types.isEmpty()) {
          found.addAll(types);
          Path copy = target.resolve("sources").resolve(name);
          Files.createDirectories(copy.getParent());
          Files.writeString(copy, unit.getSourceFile().getCharContent(true));
        }
      }
    }
    return found;
  }
}
