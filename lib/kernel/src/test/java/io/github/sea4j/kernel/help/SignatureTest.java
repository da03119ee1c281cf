package io.github.sea4j.kernel.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as JShell of the JDKs 17 and 25 wrote them. */
class SignatureTest {

  @Test
  void methods() {
    method("Solution Solver.solve(SparseProblem problem)", "Solver", "solve", "SparseProblem");
    method("Solution Search.solve(SparseProblem, Run)", "Search", "solve", "SparseProblem", "Run");
    method("List<E> List<E>.<E>of(E e1, E e2)", "List", "of", "E", "E");
    method(
        "Support io.github.sea4j.solver.Solution.support()",
        "io.github.sea4j.solver.Solution",
        "support");
    method("Support Solution(java.lang.String solver, long[] n).support()", "Solution", "support");
    method("Support Support.of(int... indices)", "Support", "of", "int[]");
    method(
        "void Thread.sleep(long millis) throws java.lang.InterruptedException",
        "Thread",
        "sleep",
        "long");
    method(
        "V Map<K,V>.get(Map<K,List<V>> a, java.util.Map.Entry<K,V>[] b)",
        "Map",
        "get",
        "Map",
        "Entry[]");
  }

  private static void method(String line, String owner, String name, String... parameters) {
    assertEquals(new Signature(owner, name, List.of(parameters), null), Signature.parse(line));
  }

  @Test
  void constructorsAndMethodsOfCellsHaveNoOwner() {
    assertEquals(new Signature(null, "Sea", List.of(), null), Signature.parse("Sea()"));
    assertEquals(
        new Signature(null, "ArrayList", List.of("Collection"), null),
        Signature.parse("ArrayList<E>(Collection<? extends E> c)"));
    assertEquals(
        new Signature(null, "sq", List.of("double"), null), Signature.parse("double sq(double x)"));
  }

  @Test
  void variablesFieldsAndTypes() {
    assertEquals(new Signature(null, "y", null, "double[]"), Signature.parse("y:double[]"));
    assertEquals(new Signature("Math", "PI", null, "double"), Signature.parse("Math.PI:double"));
    assertEquals(
        new Signature("Shelf", "WIDEST", null, "int"),
        Signature.parse("Shelf<T extends CharSequence>.WIDEST:int"));
    assertEquals(
        new Signature(null, "java.util.List", null, null), Signature.parse("java.util.List<E>"));
  }
}
