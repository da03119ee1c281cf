package io.github.sea4j.kernel.index;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import io.github.sea4j.kernel.help.MemberDoc;
import io.github.sea4j.kernel.help.Source;
import io.github.sea4j.kernel.help.TypeDoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Finds what is public in one source file. */
final class TypeScanner {

  private final DocTrees trees;
  private final SourcePositions positions;
  private final CompilationUnitTree unit;
  private final String file;
  private final List<TypeDoc> found = new ArrayList<>();

  TypeScanner(DocTrees trees, CompilationUnitTree unit, String file) {
    this.trees = trees;
    this.positions = trees.getSourcePositions();
    this.unit = unit;
    this.file = file;
  }

  List<TypeDoc> scan() {
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree declared && isPublic(declared.getModifiers(), false)) {
        type(declared, new TreePath(new TreePath(unit), declared), unit.getPackageName() + ".");
      }
    }
    return found;
  }

  private void type(ClassTree type, TreePath path, String prefix) {
    String name = prefix + type.getSimpleName();
    String kind = kind(type);
    String comment = comment(path);
    boolean open = kind.equals("interface");
    List<MemberDoc> members = new ArrayList<>();
    int at = found.size();
    for (Tree member : type.getMembers()) {
      TreePath inside = new TreePath(path, member);
      if (member instanceof MethodTree method && isPublic(method.getModifiers(), open)) {
        members.add(method(method, inside, type.getSimpleName().toString()));
      } else if (member instanceof VariableTree field && isComponent(type, field)) {
        members.add(component(field, inside, comment));
      } else if (member instanceof VariableTree field && isPublic(field.getModifiers(), open)) {
        members.add(field(field, inside));
      } else if (member instanceof ClassTree nested && isPublic(nested.getModifiers(), open)) {
        type(nested, inside, name + ".");
      }
    }
    found.add(at, new TypeDoc(name, Member.head(type, kind), comment, source(type), members));
  }

  private static boolean isPublic(ModifiersTree modifiers, boolean inInterface) {
    Set<Modifier> flags = modifiers.getFlags();
    return flags.contains(Modifier.PUBLIC)
        || flags.contains(Modifier.PROTECTED)
        || (inInterface && !flags.contains(Modifier.PRIVATE));
  }

  /** The fields of a record that are not static are its components. */
  private static boolean isComponent(ClassTree type, VariableTree field) {
    return type.getKind() == Tree.Kind.RECORD
        && !field.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private MemberDoc method(MethodTree method, TreePath path, String typeName) {
    boolean constructor = Member.isConstructor(method);
    return new MemberDoc(
        constructor ? typeName : method.getName().toString(),
        Member.parameters(method),
        Member.head(method, typeName),
        constructor ? "" : String.valueOf(method.getReturnType()),
        comment(path),
        source(method));
  }

  /** The method that reads it, documented by the record's {@code @param}. */
  private MemberDoc component(VariableTree field, TreePath path, String comment) {
    String name = field.getName().toString();
    String own = comment(path);
    return new MemberDoc(
        name,
        List.of(),
        field.getType() + " " + name + "()",
        field.getType().toString(),
        own.isEmpty() ? ParamTag.of(comment, name) : own,
        source(field));
  }

  private MemberDoc field(VariableTree field, TreePath path) {
    return new MemberDoc(
        field.getName().toString(),
        null,
        Member.head(field),
        field.getType().toString(),
        comment(path),
        source(field));
  }

  private static String kind(ClassTree type) {
    String kind = type.getKind().name().toLowerCase(Locale.ROOT);
    return kind.equals("annotation_type") ? "@interface" : kind;
  }

  private String comment(TreePath path) {
    String comment = trees.getDocComment(path);
    return comment == null ? "" : comment.strip();
  }

  private Source source(Tree tree) {
    int begin = (int) positions.getStartPosition(unit, tree);
    int end = (int) positions.getEndPosition(unit, tree);
    return new Source(file, (int) unit.getLineMap().getLineNumber(begin), begin, end);
  }
}
