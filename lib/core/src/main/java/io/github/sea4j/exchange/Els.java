package io.github.sea4j.exchange;

import io.github.sea4j.fit.LeastSquares;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.search.StartableSearch;
import io.github.sea4j.search.Supports;
import io.github.sea4j.solver.Status;

/**
 * Exhaustive local search (Axiotis and Sviridenko 2020), in two readings and a wider one.
 *
 * <ul>
 *   <li><i>swap</i> (default): the best exchange of a column of the support for one outside, by the
 *       re-fitted residual, until none lowers it. The answer is optimal among all supports that
 *       differ in one column.
 *   <li><i>add</i>: the best insertion by the re-fitted residual, then the smallest coefficient
 *       leaves; until that does not lower the residual.
 *   <li><i>pairs</i>: swaps, and where none helps, exchanges of two columns that overlap for two
 *       outside, the twelve best first ones with the best second one of each ({@link
 *       PairExchanges}); ours. Blurred spikes often sit in a pair that is wrong together, where
 *       every single exchange makes things worse.
 * </ul>
 *
 * <p>For other losses, and for bounded coefficients, exchanges are scored by the quadratic model at
 * the fit, and the fitted value decides: all of them where there are at most 500, else the 200 most
 * promising ones. There pairs are refused.
 *
 * <p>Starts from OMP's support (default), the first k columns, or any other solver's answer.
 * Progress is a relative decrease of the residual norm of at least 1e-12. An iteration is one
 * support accepted, the start's included; a sweep over all k (n - k) exchanges costs about n k²/2
 * multiplications for all removal directions, and one exchange two products with A'.
 */
public final class Els extends StartableSearch<Els> {

  /** Which exchanges are tried. */
  public enum Move {
    /** Every column of the support against every other one. */
    SWAP,
    /** The best insertion, then the smallest coefficient out. */
    ADD,
    /** Every column of the support, and where that does not help, every two that overlap. */
    PAIRS
  }

  private static final SolverOption<Boolean> FIRST =
      SolverOption.words("start", false)
          .word("first", true, "from the first K columns")
          .choosing(SolverOption.START);

  private static final SolverOption<Move> MOVE =
      SolverOption.words("form", Move.SWAP)
          .word("swap", Move.SWAP, "best exchange; the default")
          .word("add", Move.ADD, "best insertion, smallest coefficient out")
          .word("pairs", Move.PAIRS, "swaps, then exchanges of two columns for two");

  /** {@code els} in the solver language. */
  public static final SolverKind<Els> KIND =
      SolverKind.of("els", "exhaustive local search (same paper)", Els::new)
          .labelled("ELS")
          .startingFrom(Omp::new)
          .with(FIRST, MOVE);

  /** Swaps, from OMP's support. */
  public Els() {
    super(KIND);
  }

  private Els(Settings settings) {
    super(settings);
  }

  /** With another kind of exchange. */
  public Els withMove(Move kind) {
    return new Els(settings().with(MOVE, kind));
  }

  /** Started from the first k columns. */
  public Els fromFirstColumns() {
    return new Els(settings().with(FIRST, true));
  }

  @Override
  protected Outcome search(SearchContext context) {
    if (context.loss() != LeastSquares.LOSS) {
      return curved(context);
    }
    int[] support = startSupport(context);
    if (context.isCutShort() && context.mustStop()) {
      return context.answer(support, Status.CONVERGED);
    }
    ProjectedColumns columns =
        new ProjectedColumns(context.operator(), context.measurements(), support.length + 1);
    columns.moveTo(support, support.length, context::mustStop, context::isCutShort);
    if (context.mustStop()) {
      return context.answer(support, Status.CONVERGED);
    }
    Exchanges exchanges = new Exchanges(columns, context);
    boolean better = true;
    while (better && context.visit(columns)) {
      better =
          switch (settings().get(MOVE)) {
            case SWAP -> exchanges.swap();
            case ADD -> exchanges.add();
            case PAIRS -> exchanges.swap() || exchanges.swapPair();
          };
    }
    int[] found = Supports.complete(context.bestSupport(), context.sparsity());
    return context.answer(found, Status.CONVERGED);
  }

  private int[] startSupport(SearchContext context) {
    return settings().get(FIRST) ? TopK.firstIndices(context.sparsity()) : context.startSupport();
  }

  private Outcome curved(SearchContext context) {
    CurvedExchanges exchanges = CurvedExchanges.of(context, context.sparsity() + 1);
    return switch (settings().get(MOVE)) {
      case SWAP -> exchanges.run(startSupport(context), CurvedExchanges::swaps);
      case ADD -> exchanges.run(startSupport(context), CurvedExchanges::add);
      case PAIRS -> {
        context.requireLeastSquares();
        throw new IllegalStateException("pairs are exchanged for least squares only");
      }
    };
  }
}
