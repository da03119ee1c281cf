package io.github.sea4j.exact.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.oracle.BruteForce;
import io.github.sea4j.oracle.TestProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is claimed below a node, against all supports below it: n is 9 or 10, k is 4. Failure budget
 * 0; each test draws its nodes from the seed it names.
 */
class NodeBoundsTest {

  private static final int K = 4;

  /** A problem, the fits of all supports of k columns, and a node somewhere in its tree. */
  private record Case(
      SubsetOracle sample, SubsetProblem problem, List<SubsetProblem.Fit> fits, Random random) {

    static Case of(SubsetOracle sample, Random random) {
      SubsetProblem problem = sample.problem(K);
      List<SubsetProblem.Fit> fits = new ArrayList<>();
      BruteForce.forEachSubset(
          sample.columns(), K, support -> fits.add(problem.fit(support.clone())));
      return new Case(sample, problem, fits, random);
    }

    double best() {
      return fits.stream().mapToDouble(SubsetProblem.Fit::objective).min().orElseThrow();
    }

    /** An upper bound above the optimum, at which some supports are left. */
    double someUpper() {
      return best() + random.nextDouble() * 0.2 * (sample.half() - best());
    }

    CoefficientBounds bounds(double upper) {
      CoefficientBounds rigorous = CoefficientBounds.rigorous(problem, upper);
      if (rigorous != null) {
        return rigorous;
      }
      double largest = fits.stream().mapToDouble(SubsetProblem.Fit::largest).max().orElseThrow();
      return CoefficientBounds.assumed(problem.columns, largest * 1.01);
    }

    /** Up to two columns in, up to four out, the relaxed x anywhere. */
    NodeState someNode(CoefficientBounds bounds) {
      double[] curvature = new double[problem.columns];
      Arrays.fill(curvature, problem.ridge);
      NodeState node = new NodeState(problem, curvature);
      node.load(
          Node.root(bounds.smallest(), bounds.largest(), 0.01 + 0.05 * random.nextDouble(), 0));
      int[] order = random.ints(0, problem.columns).distinct().limit(6).toArray();
      int in = random.nextInt(3);
      int out = random.nextInt(5);
      for (int i = 0; i < in; i++) {
        node.include(order[i]);
      }
      for (int i = 0; i < out; i++) {
        node.exclude(order[5 - i]);
      }
      double spread = Math.pow(10, -3 * random.nextDouble());
      for (int j = 0; j < problem.columns; j++) {
        if (node.state[j] != NodeState.OUT && random.nextBoolean()) {
          node.move(j, spread * random.nextGaussian());
        }
      }
      return node;
    }

    /** The fits below a node that are below a cutoff. */
    List<SubsetProblem.Fit> below(byte[] state, double cutoff) {
      return fits.stream()
          .filter(fit -> fit.objective() < cutoff && isBelow(fit.support(), state))
          .toList();
    }

    private static boolean isBelow(int[] support, byte[] state) {
      for (int j = 0; j < state.length; j++) {
        boolean chosen = Arrays.binarySearch(support, j) >= 0;
        if (chosen ? state[j] == NodeState.OUT : state[j] == NodeState.IN) {
          return false;
        }
      }
      return true;
    }
  }

  /** Problems of many kinds: tall, wide, with and without ridge, coherent. */
  private static void forEachCase(long seed, int count, Consumer<Case> check) {
    Random random = new Random(seed);
    for (int trial = 0; trial < count; trial++) {
      double ridge = List.of(0.0, 0.05, 1e-3).get(trial % 3);
      SubsetOracle sample =
          switch (trial % 4) {
            case 0 -> SubsetOracle.gaussian(12, 9, 3, 0.5, ridge, random);
            case 1 -> SubsetOracle.gaussian(9, 9, 3, 0.2, ridge, random);
            case 2 -> SubsetOracle.gaussian(7, 10, 3, 0.2, ridge, random);
            default ->
                SubsetOracle.measured(TestProblem.convolutionMatrix(9, 0.8), 3, 0.1, ridge, random);
          };
      check.accept(Case.of(sample, random));
    }
  }

  /** Seed 3701: 60 problems. */
  @Test
  void coefficientBoundsHoldAllBetterFits() {
    int[] seen = {0};
    forEachCase(
        3701,
        60,
        each -> {
          double upper = each.someUpper();
          CoefficientBounds bounds = CoefficientBounds.rigorous(each.problem, upper);
          boolean tall = each.problem.columns <= each.problem.rows;
          if (each.problem.ridge == 0 && !tall) {
            assertNull(bounds);
            return;
          }
          assertNotNull(bounds);
          double least = each.sample.objective(IntStream.range(0, each.problem.columns).toArray());
          assertTrue(bounds.objective() <= least + 1e-15);
          assertEquals(least, bounds.objective(), 1e-8);
          seen[0] += inside(each.fits, upper, bounds.smallest(), bounds.largest());
        });
    assertTrue(seen[0] > 500, "fits below the upper bounds: " + seen[0]);
  }

  private static int inside(
      List<SubsetProblem.Fit> fits, double upper, double[] smallest, double[] largest) {
    int seen = 0;
    for (SubsetProblem.Fit fit : fits) {
      for (int i = 0; i < K && fit.objective() <= upper; i++) {
        int j = fit.support()[i];
        assertTrue(fit.coefficients()[i] >= smallest[j]);
        assertTrue(fit.coefficients()[i] <= largest[j]);
        seen++;
      }
    }
    return seen;
  }

  /** Seed 3702: 80 problems, 40 nodes each. */
  @Test
  void dualBoundsAreBelowAllFits() {
    forEachCase(
        3702,
        80,
        each -> {
          CoefficientBounds bounds = each.bounds(each.sample.half());
          for (int i = 0; i < 40; i++) {
            NodeState node = each.someNode(bounds);
            double bound = new DualBound(node).evaluate();
            assertEquals(List.of(), each.below(node.state, bound));
          }
        });
  }

  /** Seed 3703: 80 problems, 40 nodes each; columns decided by the bound. */
  @Test
  void decidedColumnsLoseNothing() {
    int[] decided = {0, 0};
    forEachCase(
        3703,
        80,
        each -> {
          CoefficientBounds bounds = each.bounds(each.sample.half());
          for (int i = 0; i < 40; i++) {
            NodeState node = each.someNode(bounds);
            Relaxation relaxation = new Relaxation(node);
            relaxation.solve(0, 10 * each.sample.half(), () -> false);
            DualBound dual = new DualBound(node);
            double bound = dual.evaluate();
            double cutoff = bound + each.random.nextDouble() * 0.03 * (each.sample.half() - bound);
            List<SubsetProblem.Fit> before = each.below(node.state, cutoff);
            if (dual.fix(cutoff)) {
              decided[before.isEmpty() ? 0 : 1]++;
              assertEquals(before, each.below(node.state, cutoff));
            }
          }
        });
    assertTrue(decided[1] > 100, "decided above better fits: " + decided[1] + " of " + decided[0]);
  }

  /** Seed 3704: 80 problems, 40 nodes each; intervals narrowed below a node. */
  @Test
  void narrowedIntervalsLoseNothing() {
    int[] narrowed = {0};
    int[] seen = {0};
    forEachCase(
        3704,
        80,
        each -> {
          CoefficientBounds bounds = each.bounds(each.sample.half());
          for (int i = 0; i < 40; i++) {
            NodeState node = each.someNode(bounds);
            double cutoff = each.someUpper();
            new Relaxation(node).solve(0, 10 * each.sample.half(), () -> false);
            double bound = new DualBound(node).evaluate();
            List<SubsetProblem.Fit> before = each.below(node.state, cutoff);
            if (bound >= cutoff) {
              assertEquals(List.of(), before);
              continue;
            }
            double[] old = node.largest;
            if (!new Tightening(node).apply(bound, cutoff)) {
              assertEquals(List.of(), before);
              continue;
            }
            narrowed[0] += Arrays.equals(old, node.largest) ? 0 : 1;
            assertEquals(before, each.below(node.state, cutoff));
            seen[0] += inside(before, cutoff, node.smallest, node.largest);
          }
        });
    assertTrue(narrowed[0] > 500, "nodes narrowed: " + narrowed[0]);
    assertTrue(seen[0] > 1000, "coefficients seen: " + seen[0]);
  }

  /** Seed 3705: 80 problems, 40 nodes each; what the relaxation prunes, and its bound. */
  @Test
  void relaxationsPruneNothingBetter() {
    int[] pruned = {0};
    forEachCase(
        3705,
        80,
        each -> {
          double cutoff = each.someUpper();
          CoefficientBounds bounds = each.bounds(cutoff);
          for (int i = 0; i < 40; i++) {
            NodeState node = each.someNode(bounds);
            List<SubsetProblem.Fit> before = each.below(node.state, cutoff);
            Relaxation relaxation = new Relaxation(node);
            Relaxation.End end = relaxation.solve(0, cutoff, () -> false);
            if (end == Relaxation.End.PRUNED) {
              pruned[0]++;
              assertEquals(List.of(), before);
            } else {
              assertEquals(before, each.below(node.state, cutoff));
              assertEquals(List.of(), each.below(node.state, Math.min(cutoff, relaxation.bound())));
            }
          }
        });
    assertTrue(pruned[0] > 500, "nodes pruned: " + pruned[0]);
  }

  /** Seed 3706: 40 problems, 20 times the last columns of a support. */
  @Test
  void lastColumnsAreTheBest() {
    forEachCase(
        3706,
        40,
        each -> {
          LastColumns last = new LastColumns(each.problem, () -> false);
          for (int i = 0; i < 20; i++) {
            NodeState node = each.someNode(each.bounds(each.sample.half()));
            while (node.budget() > 2) {
              node.include(node.columns(NodeState.FREE)[0]);
            }
            double best =
                each.below(node.state, Double.POSITIVE_INFINITY).stream()
                    .mapToDouble(SubsetProblem.Fit::objective)
                    .min()
                    .orElseThrow();
            int[] in = node.columns(NodeState.IN);
            int[] free = node.columns(NodeState.FREE);
            double above = best + 1e-9;
            SubsetProblem.Fit fit = last.search(in, free, node.budget(), above);
            assertNotNull(fit);
            assertEquals(best, fit.objective(), 1e-14);
            assertNull(last.search(in, free, node.budget(), best));
          }
        });
  }

  /** Seed 3707: 300 relaxations; what they reach is near the value of the relaxation itself. */
  @Test
  void relaxationsMeetTheirDual() {
    double[] sum = {0, 0};
    forEachCase(
        3707,
        100,
        each -> {
          for (int i = 0; i < 3; i++) {
            NodeState node = each.someNode(each.bounds(each.sample.half()));
            Relaxation relaxation = new Relaxation(node);
            relaxation.solve(0, 10 * each.sample.half(), () -> false);
            double primal = primal(node);
            assertTrue(relaxation.bound() <= primal + 1e-12);
            sum[0] += (primal - relaxation.bound()) / each.sample.half();
            sum[1]++;
          }
        });
    assertTrue(sum[0] / sum[1] < 0.005, "mean gap of the relaxations: " + sum[0] / sum[1]);
  }

  /**
   * {@code min over z of half - b'x + x'Px/2 + sum d x²/(2z)}, with z = 1 for columns that are in,
   * {@code |x|/M <= z <= 1} and sum z at most r for free ones; x is shrunk where it is too large.
   */
  private static double primal(NodeState node) {
    double used = 0;
    for (int j = 0; j < node.x.length; j++) {
      used += node.state[j] == NodeState.FREE ? Math.abs(node.x[j]) / reach(node, j) : 0;
    }
    for (int j = 0; j < node.x.length && used > node.budget(); j++) {
      if (node.state[j] == NodeState.FREE) {
        node.move(j, node.x[j] * node.budget() / used);
      }
    }
    double low = 1e-12;
    double high = 1e3;
    for (int i = 0; i < 200; i++) {
      double middle = Math.sqrt(low * high);
      double shares = 0;
      for (int j = 0; j < node.x.length; j++) {
        shares += share(node, j, middle);
      }
      if (shares > node.budget()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double value = node.problem.half;
    for (int j = 0; j < node.x.length; j++) {
      double x = node.x[j];
      value -= x * (node.problem.correlations[j] + node.v[j]) / 2;
      double share = node.state[j] == NodeState.FREE ? share(node, j, high) : 1;
      value += x == 0 ? 0 : node.curvature[j] * x * x / (2 * share);
    }
    return value;
  }

  private static double reach(NodeState node, int j) {
    return node.x[j] >= 0 ? Math.max(1e-300, node.largest[j]) : -node.smallest[j];
  }

  private static double share(NodeState node, int j, double theta) {
    if (node.state[j] != NodeState.FREE || node.x[j] == 0) {
      return 0;
    }
    double x = Math.abs(node.x[j]);
    return Math.min(1, Math.max(x * Math.sqrt(node.curvature[j]) / theta, x / reach(node, j)));
  }
}
