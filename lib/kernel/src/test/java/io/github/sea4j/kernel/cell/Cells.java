package io.github.sea4j.kernel.cell;

import jdk.jshell.JShellException;
import org.jspecify.annotations.Nullable;

/** One evaluator, and cells that run in it one after the other. */
public final class Cells implements AutoCloseable {

  private final Evaluator evaluator = new Evaluator(java.util.List.of());
  private int count;
  private @Nullable CellRun last;

  /** The evaluator. */
  public Evaluator evaluator() {
    return evaluator;
  }

  /** Evaluates a cell. */
  public @Nullable Object run(String code) throws Exception {
    try (CellRun cell = new CellRun(++count)) {
      last = cell;
      return evaluator.eval(code, code, cell);
    }
  }

  /** What the evaluation of a cell throws. */
  public Throwable failure(String code) {
    try {
      Object value = run(code);
      throw new AssertionError("the cell gave " + value);
    } catch (CellInterrupted | CodeRejected | JShellException thrown) {
      return thrown;
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** The cell that was begun last. */
  public CellRun last() {
    if (last == null) {
      throw new IllegalStateException("no cell yet");
    }
    return last;
  }

  /** The number of the cell that was begun last. */
  public int count() {
    return count;
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
