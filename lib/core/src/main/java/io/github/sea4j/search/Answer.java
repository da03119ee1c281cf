package io.github.sea4j.search;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.Fitted;
import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Status;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one implementation of a solution. */
record Answer(
    String solver,
    Status status,
    SparseVector x,
    double residualNorm,
    double relativeResidual,
    boolean rankDeficient,
    long iterations,
    long distinctSupports,
    long products,
    Duration time,
    List<Object> details)
    implements Solution {

  /** The answer zero, where there is nothing to search for or among. */
  static Answer zero(SearchContext context, Status status) {
    double norm = context.problem().measurementNorm();
    return new Answer(
        context.name(),
        status,
        SparseVector.zero(context.problem().columns()),
        norm,
        norm == 0 ? 0 : 1,
        false,
        0,
        0,
        context.products(),
        Duration.ofNanos(context.progress().elapsedNanos()),
        List.of());
  }

  /** What a search found, in the user's scale; never a worse fit than x = 0. */
  static Answer of(SearchContext context, Outcome outcome) {
    SupportSolution found = solution(context, outcome);
    boolean worseThanZero = !(found.value() <= context.measurementNorm());
    SupportSolution kept = worseThanZero ? context.solve(outcome.support()) : found;
    SparseVector x =
        context.unit().toUser(context.problem().columns(), outcome.support(), kept.coefficients());
    boolean valueIsNorm = context.loss() == LeastSquares.LOSS;
    double residual =
        valueIsNorm ? context.unit().toUser(kept.value()) : context.problem().residualNorm(x);
    return new Answer(
        context.name(),
        worseThanZero ? Status.REFITTED : status(context, outcome),
        x,
        residual,
        valueIsNorm
            ? kept.value() / context.measurementNorm()
            : residual / context.problem().measurementNorm(),
        kept.rankDeficient(),
        context.iterations(),
        context.progress().distinctSupports(),
        context.products(),
        Duration.ofNanos(context.progress().elapsedNanos()),
        outcome.details());
  }

  private static SupportSolution solution(SearchContext context, Outcome outcome) {
    Fitted own = outcome.own();
    if (own instanceof Fit fit) {
      return fit.solution();
    }
    SupportSolution afresh = context.solve(outcome.support());
    return own == null
        ? afresh
        : new SupportSolution(own.coefficients(), own.value(), afresh.rankDeficient());
  }

  /** A search that is complete in the usable columns can still have too few of them. */
  private static Status status(SearchContext context, Outcome outcome) {
    boolean tooFew =
        !outcome.choosesSize() && outcome.support().length < context.problem().sparsity();
    return outcome.status() == Status.COMPLETE && tooFew ? Status.NO_COLUMN_LEFT : outcome.status();
  }

  @Override
  public <T> Optional<T> detail(Class<T> type) {
    return details.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  @Override
  public Solution named(String name) {
    return new Answer(
        name,
        status,
        x,
        residualNorm,
        relativeResidual,
        rankDeficient,
        iterations,
        distinctSupports,
        products,
        time,
        details);
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d columns, relative residual %.3g, %s after %d %s (%d supports), %.3g ms",
        solver,
        support().size(),
        relativeResidual,
        status,
        iterations,
        iterations == 1 ? "iteration" : "iterations",
        distinctSupports,
        time.toNanos() / 1e6);
  }
}
