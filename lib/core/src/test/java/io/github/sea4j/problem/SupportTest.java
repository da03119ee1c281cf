package io.github.sea4j.problem;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupportTest {

  @Test
  void setOperationsAgreeWithSets() {
    Random random = new Random(1501);
    for (int trial = 0; trial < 300; trial++) {
      Set<Integer> a = randomSet(random);
      Set<Integer> b = randomSet(random);
      Set<Integer> union = new TreeSet<>(a);
      union.addAll(b);
      Set<Integer> both = new TreeSet<>(a);
      both.retainAll(b);
      Set<Integer> only = new TreeSet<>(a);
      only.removeAll(b);
      assertEquals(of(union), of(a).union(of(b)));
      assertEquals(of(both), of(a).intersect(of(b)));
      assertEquals(of(only), of(a).minus(of(b)));
      assertEquals(of(union).hashCode(), of(b).union(of(a)).hashCode());
      IntStream.range(0, 20).forEach(j -> assertEquals(a.contains(j), of(a).contains(j)));
    }
  }

  @Test
  void neitherTheCallersArrayNorTheReturnedOneIsShared() {
    int[] indices = {4, 1};
    Support support = Support.of(indices);
    indices[0] = 9;
    support.toArray()[0] = 7;
    assertArrayEquals(new int[] {1, 4}, support.toArray());
    double[] values = {2, 3};
    SparseVector x = SparseVector.of(6, support, values);
    values[0] = 8;
    x.values()[1] = 8;
    assertArrayEquals(new double[] {0, 2, 0, 0, 3, 0}, x.toDense());
    assertEquals(x, SparseVector.ofNonZeros(0, 2, 0, 0, 3, 0));
    assertEquals(3, x.get(4));
    assertEquals(0, x.get(5));
  }

  @Test
  void placesAndLengthsThatAreNoneAreNamed() {
    Support support = Support.of(4, 1);
    SparseVector x = SparseVector.of(6, support, 2, 3);
    for (int i : new int[] {-1, 2}) {
      assertRefused("below the size 2, but is " + i, () -> support.get(i));
      assertRefused("below the size of the support 2, but is " + i, () -> x.value(i));
    }
    for (int j : new int[] {-1, 6}) {
      assertRefused("below the length 6, but is " + j, () -> x.get(j));
    }
    assertRefused("length must be at least 0, but is -1", () -> SparseVector.zero(-1));
    SparseProblem problem =
        SparseProblem.of(new double[][] {{1, 0}, {0, 1}}, new double[] {1, 2}, 1);
    assertRefused("number of columns 2, but is 6", () -> problem.residualNorm(x));
    double[][] two = {{1, 2}, {3, 4}};
    JointProblem joint = JointProblem.of(two, two, 1);
    assertRefused("number of columns 4, but is 6", () -> joint.support(x));
    assertRefused("number of columns 4, but is 6", () -> joint.coefficients(x));
  }

  private static Set<Integer> randomSet(Random random) {
    Set<Integer> set = new TreeSet<>();
    random.ints(random.nextInt(8), 0, 20).forEach(set::add);
    return set;
  }

  private static Support of(Set<Integer> set) {
    return Support.of(set.stream().mapToInt(Integer::intValue).toArray());
  }
}
