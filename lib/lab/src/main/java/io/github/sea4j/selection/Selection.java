package io.github.sea4j.selection;

import io.github.sea4j.concurrent.Workers;
import io.github.sea4j.data.DataTable;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.model.Design;
import io.github.sea4j.model.Regression;
import io.github.sea4j.model.SizeFit;
import io.github.sea4j.model.Training;
import io.github.sea4j.problem.Support;
import io.github.sea4j.random.Seeds;
import io.github.sea4j.solver.Solver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The choice of k and of the columns.
 *
 * <pre>{@code
 * SelectionResult result = Selection.of(table, "price").solver("els(sea)").run();
 * result.model();   // named columns, coefficients, predictions
 * result.table();   // every size with its criteria
 * }</pre>
 *
 * <p>By default sizes 0 to min(20, columns, rows / 5), the rule of one standard error over ten
 * folds, seed 1, and the solver els(sea). With fewer than ten rows or subjects there is one fold
 * for each, with two labels one for each row of the rarer (at least two), and {@link
 * SelectionResult#notes} says so. Immutable; methods return a changed copy. Runs on all cores; the
 * same bits on any number of them.
 */
public final class Selection {

  private final Regression question;
  private final Solver solver;
  private final @Nullable SizeRange sizes;
  private final @Nullable Integer folds;
  private final int repeats;
  private final long seed;
  private final Rule rule;
  private final SelectionListener listener;

  private Selection(
      Regression question,
      Solver solver,
      @Nullable SizeRange sizes,
      @Nullable Integer folds,
      int repeats,
      long seed,
      Rule rule,
      SelectionListener listener) {
    this.question = question;
    this.solver = solver;
    this.sizes = sizes;
    this.folds = folds;
    this.repeats = repeats;
    this.seed = seed;
    this.rule = rule;
    this.listener = listener;
  }

  /** The choice for a question, all at its default. */
  public static Selection of(Regression question) {
    return new Selection(
        question,
        Solvers.parse("els(sea)"),
        null,
        null,
        1,
        1,
        Rule.ONE_STANDARD_ERROR,
        (done, total) -> {});
  }

  /** The choice for least squares with an intercept. */
  public static Selection of(DataTable table, String target) {
    return of(Regression.of(table, target));
  }

  /** The same by another solver, in the solver language. */
  public Selection solver(String text) {
    return solver(Solvers.parse(text));
  }

  /** The same by another solver. */
  public Selection solver(Solver other) {
    return new Selection(question, other, sizes, folds, repeats, seed, rule, listener);
  }

  /** The same over other sizes. */
  public Selection sizes(int from, int to) {
    return sizes(new SizeRange(from, to));
  }

  /** The same over other sizes. */
  public Selection sizes(SizeRange others) {
    return new Selection(question, solver, others, folds, repeats, seed, rule, listener);
  }

  /** The same with this number of folds, which {@link #run} refuses if there are fewer rows. */
  public Selection folds(int count) {
    return new Selection(question, solver, sizes, count, repeats, seed, rule, listener);
  }

  /**
   * The same with the cross-validation repeated, the rows dealt to folds anew each time: a choice
   * that hangs less on one deal.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Selection repeats(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("repeats must be at least 1, but are " + count);
    }
    return new Selection(question, solver, sizes, folds, count, seed, rule, listener);
  }

  /** The same with rows dealt to folds by another seed. */
  public Selection seed(long other) {
    return new Selection(question, solver, sizes, folds, repeats, other, rule, listener);
  }

  /** The same with another rule. */
  public Selection rule(Rule other) {
    return new Selection(question, solver, sizes, folds, repeats, seed, other, listener);
  }

  /** The same, telling how far it is. */
  public Selection watchedBy(SelectionListener other) {
    return new Selection(question, solver, sizes, folds, repeats, seed, rule, other);
  }

  /**
   * Makes the path on all rows and without each fold, and chooses.
   *
   * @throws IllegalArgumentException naming the argument: as {@link Regression#design} does, sizes
   *     beyond what the rows of a fold allow, more folds than rows
   * @throws CancellationException if the thread was interrupted
   */
  public SelectionResult run() {
    Design design = question.design();
    SizeRange range = sizes == null ? SizeRange.standard(design) : sizes;
    List<Folds> deals = new ArrayList<>();
    int count = folds == null ? Folds.standard(design) : folds;
    for (int r = 0; r < repeats; r++) {
      deals.add(Folds.of(design, count, r == 0 ? seed : Seeds.derive(seed, r)));
    }
    requireRows(design, range, deals);
    Count done = new Count(new AtomicInteger(), repeats * count + 1);
    List<Callable<Part>> tasks = new ArrayList<>();
    tasks.add(told(done, () -> new Part(PathSearch.find(design.training(), solver, range), null)));
    for (Folds dealt : deals) {
      for (int f = 0; f < count; f++) {
        int[] held = dealt.held(f);
        int[] others = dealt.others(f);
        tasks.add(
            told(
                done,
                () ->
                    new Part(
                        List.of(), CrossValidation.hold(design, solver, range, others, held))));
      }
    }
    List<Part> parts = Workers.all(tasks);
    requireNoInterrupt("the choice of k");
    return result(design, range, count, parts);
  }

  /**
   * Makes the path on all rows alone, without folds: enough for the rules that look at nothing
   * else, and what {@link #run} finds, bit for bit.
   *
   * @throws IllegalArgumentException as {@link #run} does
   * @throws CancellationException if the thread was interrupted
   */
  public List<PathStep> path() {
    Design design = question.design();
    SizeRange range = sizes == null ? SizeRange.standard(design) : sizes;
    requireRows(design, range, List.of());
    Training training = design.training();
    List<SizeFit> fits = PathSearch.find(training, solver, range);
    requireNoInterrupt("the choice of k");
    return steps(training, range, fits, training.fit(Support.empty()).deviance());
  }

  /** An interrupted search has found what it had time for, and nothing is to be made of that. */
  static void requireNoInterrupt(String search) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(search + " was interrupted");
    }
  }

  private void requireRows(Design design, SizeRange range, List<Folds> deals) {
    int least = design.rows();
    for (Folds dealt : deals) {
      for (int f = 0; f < dealt.count(); f++) {
        least = Math.min(least, dealt.others(f).length);
      }
    }
    int bound = Math.min(design.choices(), least);
    if (range.to() > bound) {
      throw new IllegalArgumentException(
          "sizes must be at most min(columns to choose from, rows without a fold) = %d, but are %s"
              .formatted(bound, range));
    }
  }

  /** What one task has to say: the path on all rows, or the deviances of a fold. */
  private record Part(List<SizeFit> path, CrossValidation.@Nullable Held held) {}

  /** How many tasks are done, of how many. */
  private record Count(AtomicInteger done, int total) {}

  private Callable<Part> told(Count progress, Callable<Part> task) {
    return () -> {
      Part part = task.call();
      listener.onDone(progress.done().incrementAndGet(), progress.total());
      return part;
    };
  }

  private SelectionResult result(Design design, SizeRange range, int count, List<Part> parts) {
    List<CrossValidation.Held> held = new ArrayList<>();
    for (Part part : parts) {
      if (part.held() != null) {
        held.add(part.held());
      }
    }
    List<CrossValidation> validations = new ArrayList<>();
    for (int r = 0; r < repeats; r++) {
      validations.add(CrossValidation.of(range, held.subList(r * count, (r + 1) * count)));
    }
    Training training = design.training();
    double nothing = training.fit(Support.empty()).deviance();
    List<PathStep> path = steps(training, range, parts.get(0).path(), nothing);
    List<String> notes = new ArrayList<>(design.notes());
    if (folds == null) {
      Folds.note(design).ifPresent(notes::add);
    }
    return new SelectionResult(
        training, solver.name(), rule, path, CrossValidation.mean(validations), nothing, notes);
  }

  private List<PathStep> steps(
      Training training, SizeRange range, List<SizeFit> fits, double nothing) {
    Design design = training.design();
    int others = design.forced().size() + (question.intercept() ? 1 : 0);
    List<PathStep> path = new ArrayList<>();
    for (SizeFit fit : fits) {
      Support free = fit.support().minus(design.forced());
      int chosen = design.count(free);
      List<String> names =
          Arrays.stream(fit.support().toArray()).mapToObj(design.terms()::get).toList();
      Criteria criteria =
          Criteria.of(
              question.loss(),
              fit.deviance(),
              nothing,
              training.weight(),
              design.choices(),
              chosen,
              others + free.size() - chosen);
      path.add(new PathStep(range.from() + path.size(), fit, names, criteria));
    }
    return path;
  }
}
