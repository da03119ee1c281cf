package io.github.sea4j.selection;

import io.github.sea4j.model.ColumnGroup;
import io.github.sea4j.model.SizeFit;
import io.github.sea4j.model.Training;
import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.solver.StartableSolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best fits known for a range of sizes: each size is solved on its own, then again from its
 * neighbours' answers, from below with the steepest column added, from above with the least
 * significant one taken out. A size for which nothing better is found than the answer of a smaller
 * one has that answer, so the deviance never rises with k.
 *
 * <p>A warm start needs a solver that takes one; others have the neighbours' supports, re-fitted,
 * as competitors alone.
 */
final class PathSearch {

  private final Training training;
  private final Solver solver;
  private final Support forced;

  private PathSearch(Training training, Solver solver) {
    this.training = training;
    this.solver = solver;
    this.forced = training.design().forced();
  }

  /** One fit for each size, of at most as many columns or groups. */
  static List<SizeFit> find(Training training, Solver solver, SizeRange sizes) {
    return new PathSearch(training, solver).search(sizes);
  }

  private List<SizeFit> search(SizeRange sizes) {
    List<SizeFit> path = new ArrayList<>();
    for (int k = sizes.from(); k <= sizes.to(); k++) {
      SizeFit alone = training.solve(solver, k);
      path.add(
          path.isEmpty() ? alone : better(alone, fromBelow(path.get(path.size() - 1), k, alone)));
    }
    for (int i = path.size() - 2; i >= 0; i--) {
      int k = sizes.from() + i;
      path.set(i, better(path.get(i), fromAbove(path.get(i + 1), k, path.get(i))));
    }
    for (int i = 1; i < path.size(); i++) {
      if (path.get(i).deviance() > path.get(i - 1).deviance()) {
        SizeFit grown = grown(path.get(i - 1));
        path.set(i, better(path.get(i - 1), grown));
      }
    }
    return path;
  }

  private static SizeFit better(SizeFit one, @Nullable SizeFit other) {
    return other != null && other.deviance() < one.deviance() ? other : one;
  }

  private @Nullable SizeFit fromBelow(SizeFit below, int k, SizeFit present) {
    if (size(below) != k - 1) {
      return below;
    }
    SizeFit grown = grown(below);
    return grown == null ? below : better(better(below, grown), improved(grown, k, present));
  }

  private @Nullable SizeFit fromAbove(SizeFit above, int k, SizeFit present) {
    if (size(above) != k + 1) {
      return size(above) <= k ? above : null;
    }
    SizeFit shrunk = shrunk(above);
    return better(shrunk, improved(shrunk, k, present));
  }

  /** The solver's answer from there, unless the present answer is the same place. */
  private @Nullable SizeFit improved(SizeFit start, int k, SizeFit present) {
    return k > 0
            && solver instanceof StartableSolver startable
            && !start.support().equals(present.support())
        ? training.solve(startable.from(free(start)), k)
        : null;
  }

  private Support free(SizeFit fit) {
    return fit.support().minus(forced);
  }

  /** How many choices. */
  private int size(SizeFit fit) {
    return training.design().count(free(fit));
  }

  /** With the choice along which the loss falls steepest; null if it falls along none. */
  private @Nullable SizeFit grown(SizeFit fit) {
    double[] slopes = training.slopes(fit);
    List<ColumnGroup> groups = training.design().groups();
    int best = -1;
    for (int g = 0; g < slopes.length; g++) {
      boolean in = groups.get(g).isIn(fit.support());
      if (!in && slopes[g] != 0 && (best < 0 || Math.abs(slopes[g]) > Math.abs(slopes[best]))) {
        best = g;
      }
    }
    return best < 0 ? null : training.fit(fit.support().union(groups.get(best).terms()));
  }

  /** Without the choice that can best be done without. */
  private SizeFit shrunk(SizeFit fit) {
    return training.design().isGrouped() ? withoutGroup(fit) : withoutColumn(fit);
  }

  /** Tries each group: its terms have no one ratio that would tell. */
  private SizeFit withoutGroup(SizeFit fit) {
    return training.design().groups().stream()
        .filter(group -> group.isIn(fit.support()))
        .map(group -> training.fit(fit.support().minus(group.terms())))
        .min(Comparator.comparingDouble(SizeFit::deviance))
        .orElseThrow();
  }

  /** The coefficient goes that is smallest beside its standard error. */
  private SizeFit withoutColumn(SizeFit fit) {
    double[] ratios = training.significance(fit);
    int least = -1;
    for (int i = 0; i < ratios.length; i++) {
      if (!forced.contains(fit.support().get(i)) && (least < 0 || ratios[i] < ratios[least])) {
        least = i;
      }
    }
    int[] support = fit.support().toArray();
    int gone = support[least];
    return training.fit(Support.of(Arrays.stream(support).filter(j -> j != gone).toArray()));
  }
}
