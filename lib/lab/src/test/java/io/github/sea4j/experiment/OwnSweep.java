package io.github.sea4j.experiment;

import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.instance.InstanceGenerator;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.option.Settings;
import io.github.sea4j.option.SolverKind;
import io.github.sea4j.option.SolverOption;
import io.github.sea4j.search.Outcome;
import io.github.sea4j.search.Search;
import io.github.sea4j.search.SearchContext;
import io.github.sea4j.solver.Status;
import java.nio.file.Path;
import java.util.Arrays;

/** A sweep of what only a user's program has, in a process of its own that can be killed. */
final class OwnSweep {

  private OwnSweep() {}

  /** The first columns, from an offset: a solver as a notebook cell declares one. */
  static final class Shifted extends Search {
    private static final SolverOption<Integer> BY =
        SolverOption.count("by", 1, "the first column taken");
    static final SolverKind<Shifted> KIND =
        SolverKind.of("shifted", "columns in a row", Shifted::new).with(BY);

    Shifted(Settings settings) {
      super(settings);
    }

    @Override
    protected Outcome search(SearchContext context) {
      int first = Math.min(settings().get(BY), context.columns() - context.sparsity());
      int[] support = TopK.firstIndices(context.sparsity());
      Arrays.setAll(support, i -> support[i] + first);
      context.visit(support);
      return context.best(Status.COMPLETE);
    }
  }

  /** A family of the user's own; slow, so that a sweep over it can be killed. */
  record Slow(InstanceGenerator inner, String name) implements InstanceGenerator {

    static Slow named(String name) {
      return new Slow(GaussianMatrix.of(15, 30), name);
    }

    @Override
    public int rows() {
      return inner.rows();
    }

    @Override
    public int columns() {
      return inner.columns();
    }

    @Override
    public Instance instance(int sparsity, long seed) {
      try {
        Thread.sleep(4);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return inner.instance(sparsity, seed);
    }

    @Override
    public InstanceGenerator withSignalToNoise(double decibel) {
      return new Slow(inner.withSignalToNoise(decibel), name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static ComparisonExperiment of(String... solvers) {
    return Experiments.compare("mine", Slow.named("slow"))
        .sparsities(2, 5)
        .instances(40)
        .solvers(solvers);
  }

  /** Runs in a folder until done or killed, with one solver from a jar and one registered here. */
  public static void main(String[] arguments) {
    Solvers.register(Shifted.KIND);
    of("firstones", "shifted(by=3)", "omp").threads(2).into(Path.of(arguments[0])).run();
  }
}
