package io.github.sea4j.kernel;

import io.github.sea4j.kernel.cell.CellRun;
import io.github.sea4j.kernel.output.Channel;
import io.github.sea4j.kernel.output.OutputQueue;
import io.github.sea4j.kernel.output.OutputTarget;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How one request is answered. Differs from IJava's in that what a cell shows goes through the
 * queue: in order with what it prints, from any thread, and not at all if the cell was stopped.
 */
final class CellEnvironment extends ShellReplyEnvironment implements OutputTarget {

  private final OutputQueue queue;
  private final CellInput input;
  private final Thread handler = Thread.currentThread();
  private final Deque<Runnable> deferred = new ArrayDeque<>();
  private boolean deferring;
  private @Nullable CellFailure failure;
  private int failedCell;

  CellEnvironment(
      ShellChannel shell,
      StdinChannel stdin,
      JupyterSocket iopub,
      MessageContext context,
      OutputQueue queue) {
    super(shell, stdin, iopub, context);
    this.queue = queue;
    this.input = new CellInput(stdin, context);
  }

  /**
   * From now on errors of this request are reported under their own names.
   *
   * @param cell number of the cell that ran
   */
  void failed(CellFailure with, int cell) {
    failure = with;
    failedCell = cell;
  }

  @Override
  public void publish(Message<?> message) {
    if (Thread.currentThread() == handler) {
      now(() -> post(named(message)));
    } else if (!CellRun.isCurrentStopped()) {
      post(message);
    }
  }

  private void post(Message<?> message) {
    queue.post(() -> getIopub().sendMessage(message));
  }

  private Message<?> named(Message<?> message) {
    return failure != null && message.getContent() instanceof PublishError
        ? new Message<>(
            getContext(),
            PublishError.MESSAGE_TYPE,
            new PublishError(failure.name(), failure.message(), failure.lines()))
        : message;
  }

  @Override
  public void reply(Message<?> message) {
    now(() -> getShell().sendMessage(message));
  }

  @Override
  public void replyError(MessageType<?> type, ErrorReply error) {
    super.replyError(type, failure == null ? error : named(failure));
  }

  private ErrorReply named(CellFailure of) {
    ErrorReply error = new ErrorReply(of.name(), of.message(), of.lines());
    // Without it the notebook shows no number before the cell.
    error.setExecutionCount(failedCell);
    return error;
  }

  @Override
  public ShellReplyEnvironment defer() {
    deferring = true;
    return this;
  }

  @Override
  public void defer(Runnable action) {
    deferred.push(action);
  }

  private void now(Runnable action) {
    if (deferring) {
      deferring = false;
      deferred.push(action);
    } else {
      action.run();
    }
  }

  @Override
  public void resolveDeferrals() {
    while (!deferred.isEmpty()) {
      deferred.pop().run();
    }
  }

  @Override
  public void send(Channel channel, String text) {
    PublishStream.StreamType type =
        channel == Channel.OUT ? PublishStream.StreamType.OUT : PublishStream.StreamType.ERR;
    PublishStream content = new PublishStream(type, text);
    getIopub().sendMessage(new Message<>(getContext(), PublishStream.MESSAGE_TYPE, content));
  }

  @Override
  public String readFromStdIn(String prompt, boolean isPassword) {
    return input.read(prompt, isPassword);
  }
}
