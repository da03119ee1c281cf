package io.github.sea4j.search;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.loss.GroupedFit;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Iterate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The present iteration as an observer sees it: a live view, in the user's indices and units. */
final class View implements Iterate {

  private final SparseProblem problem;
  private final UnitNormProblem unit;
  private final Progress progress;
  private @Nullable Fitted fitted;
  private double @Nullable [] exploration;
  private @Nullable Object detail;

  View(SparseProblem problem, UnitNormProblem unit, Progress progress) {
    this.problem = problem;
    this.unit = unit;
    this.progress = progress;
  }

  void show(Fitted present) {
    fitted = present instanceof GroupedFit grouped ? grouped.inner() : present;
  }

  void explore(double[] vector) {
    exploration = vector;
  }

  void say(Object more) {
    detail = more;
  }

  private Fitted present() {
    if (fitted == null) {
      throw new IllegalStateException("no iteration is shown yet");
    }
    return fitted;
  }

  @Override
  public long iteration() {
    return progress.iterations() - 1;
  }

  @Override
  public Support support() {
    return Support.of(Arrays.stream(present().support()).map(unit::userColumn).toArray());
  }

  @Override
  public SparseVector estimate() {
    return unit.toUser(problem.columns(), present().support(), present().coefficients());
  }

  @Override
  public double residualNorm() {
    return unit.toUser(present().value());
  }

  @Override
  public double bestResidualNorm() {
    return unit.toUser(progress.bestValue());
  }

  @Override
  public long distinctSupports() {
    return progress.distinctSupports();
  }

  @Override
  public boolean hasExploration() {
    return exploration != null;
  }

  @Override
  public double exploration(int j) {
    if (exploration == null) {
      return Double.NaN;
    }
    int column = unit.unitColumn(j);
    return column < 0 ? 0 : unit.toUser(exploration[column]);
  }

  @Override
  public <T> Optional<T> detail(Class<T> type) {
    return Optional.ofNullable(detail).filter(type::isInstance).map(type::cast);
  }
}
