package io.github.sea4j.search;

import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.UserModel;
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
    double intercept,
    double ridge,
    double residualNorm,
    double relativeResidual,
    boolean rankDeficient,
    long iterations,
    long distinctSupports,
    long products,
    Duration time,
    List<Object> details)
    implements Solution {

  /** Above this relative residual a fit that was good enough is not called exact. */
  private static final double ROUNDING = 1e-10;

  /** The answer without any chosen column, where there is nothing to search for or among. */
  static Answer zero(SearchContext context, Status status) {
    if (context.unit().hasBaseline()) {
      return of(context, context.answer(new int[0], status));
    }
    double norm = context.problem().measurementNorm();
    return new Answer(
        context.name(),
        status,
        SparseVector.zero(context.problem().columns()),
        0,
        0,
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
    FittedModel found = FittedModel.of(context, outcome);
    boolean worseThanZero =
        outcome.own() != null && !(found.fit().value() <= context.measurementNorm());
    FittedModel kept = worseThanZero ? FittedModel.afresh(context, outcome.support()) : found;
    double norm = context.measurementNorm();
    UserModel model = kept.inUserUnits(context, outcome.support());
    Status status = worseThanZero ? Status.REFITTED : status(context, outcome);
    boolean valueCounts = context.loss() == LeastSquares.LOSS || context.unit().hasBaseline();
    double residual =
        valueCounts
            ? context.unit().toUser(kept.fit().value())
            : context.problem().residualNorm(model.x());
    double beside = valueCounts ? norm : context.problem().measurementNorm();
    double share = valueCounts ? kept.fit().value() : residual;
    return new Answer(
        context.name(),
        kept.ridge() > 0 && status.isRegular()
            ? Status.NO_FINITE_FIT
            : honest(status, share / beside),
        model.x(),
        model.intercept(),
        kept.ridge(),
        residual,
        beside == 0 ? 0 : share / beside,
        kept.fit().rankDeficient(),
        context.iterations(),
        context.progress().distinctSupports(),
        context.products(),
        Duration.ofNanos(context.progress().elapsedNanos()),
        outcome.details());
  }

  /** A search that is complete in the usable columns can still have too few of them. */
  private static Status status(SearchContext context, Outcome outcome) {
    boolean tooFew =
        !outcome.choosesSize() && outcome.support().length < context.problem().sparsity();
    return outcome.status() == Status.COMPLETE && tooFew ? Status.NO_COLUMN_LEFT : outcome.status();
  }

  /** Solvers end at a tolerance, which may be 1e-12 or the level of the noise. */
  private static Status honest(Status status, double relativeResidual) {
    return status == Status.EXACT_FIT && relativeResidual > ROUNDING
        ? Status.WITHIN_TOLERANCE
        : status;
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
        intercept,
        ridge,
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
        "%s: %d %s, relative residual %.3g, %s after %d %s (%d %s), %.3g ms",
        solver,
        support().size(),
        count(support().size(), "column"),
        relativeResidual,
        status,
        iterations,
        count(iterations, "iteration"),
        distinctSupports,
        count(distinctSupports, "support"),
        time.toNanos() / 1e6);
  }

  private static String count(long number, String word) {
    return number == 1 ? word : word + "s";
  }
}
