package io.github.sea4j.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every type, method, constructor, constant and field that users of the library can see has a
 * Javadoc comment. Whether the comments are well formed the compiler checks ({@code -Xdoclint}).
 */
class CommentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "../lab/src/main/java"})
  void publicMembersHaveComments(String sources) throws IOException {
    assertEquals(List.of(), undocumented(Path.of(sources)));
  }

  @Test
  void theTestSeesWhatIsMissing() throws IOException {
    List<String> found = undocumented(Path.of("src/test/java/io/github/sea4j/documentation"));
    assertTrue(found.contains("QuickStart.java: class QuickStart"), found::toString);
    assertTrue(found.contains("QuickStart.java: method main"), found::toString);
  }

  private static List<String> undocumented(Path root) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> missing = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> tree = Files.walk(root)) {
      List<Path> sources = tree.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      DocTrees comments = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Finder(comments, unit, missing).scan(unit, null);
      }
    }
    return missing;
  }

  /** Walks through what users can see; the insides of what they cannot see are passed over. */
  private static final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees comments;
    private final String file;
    private final List<String> missing;

    Finder(DocTrees comments, CompilationUnitTree unit, List<String> missing) {
      this.comments = comments;
      this.file = String.valueOf(Path.of(unit.getSourceFile().getName()).getFileName());
      this.missing = missing;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
      if (!isVisible(type.getModifiers())) {
        return null;
      }
      check("class " + type.getSimpleName());
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
      boolean override =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> annotation.toString().contains("Override"));
      if (isVisible(method.getModifiers()) && !override) {
        check("method " + method.getName());
      }
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
      if (isVisible(variable.getModifiers())) {
        check("variable " + variable.getName());
      }
      return null;
    }

    /** Members of interfaces are public without the word. */
    private boolean isVisible(ModifiersTree modifiers) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || modifiers.getFlags().contains(Modifier.PROTECTED)
          || parent.getKind() == Tree.Kind.INTERFACE;
    }

    private void check(String name) {
      if (comments.getDocComment(getCurrentPath()) == null) {
        missing.add(file + ": " + name);
      }
    }
  }
}
