package io.github.sea4j.kernel;

import io.github.sea4j.kernel.cell.CellRun;
import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.reply.InputReply;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.zeromq.ZMQ;

/**
 * Asks the notebook's user for a line. On a thread of its own, as a cell's thread may be
 * interrupted, and IJava's way of reading then never returns.
 */
final class CellInput {

  private static final long ROUND_MILLIS = 20;

  private final StdinChannel stdin;
  private final MessageContext context;
  private final ThreadGroup group = Thread.currentThread().getThreadGroup();

  /** To be called on a thread of the kernel, in whose group no thread is interrupted. */
  CellInput(StdinChannel stdin, MessageContext context) {
    this.stdin = stdin;
    this.context = context;
  }

  /** Waits for a line and returns it with its end. */
  String read(String prompt, boolean isPassword) {
    CompletableFuture<String> line = new CompletableFuture<>();
    Thread asking = new Thread(group, () -> ask(prompt, isPassword, line), "input");
    asking.setDaemon(true);
    asking.start();
    try {
      return line.get() + System.lineSeparator();
    } catch (InterruptedException e) {
      line.cancel(false);
      Thread.currentThread().interrupt();
      CellRun.endIfStopped();
      throw new UncheckedIOException(new InterruptedIOException("interrupted while reading"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the notebook could not be asked", e.getCause());
    }
  }

  private void ask(String prompt, boolean isPassword, CompletableFuture<String> line) {
    try {
      synchronized (stdin) {
        while (hasAnswer()) {
          // The answer to a question whose cell was stopped.
          stdin.readMessage();
        }
        stdin.sendMessage(
            new Message<>(
                context, InputRequest.MESSAGE_TYPE, new InputRequest(prompt, isPassword)));
      }
      while (!line.isDone()) {
        synchronized (stdin) {
          if (hasAnswer()) {
            line.complete(stdin.readMessage(InputReply.MESSAGE_TYPE).getContent().getValue());
          }
        }
        Thread.sleep(ROUND_MILLIS);
      }
    } catch (InterruptedException | RuntimeException e) {
      line.completeExceptionally(e);
    }
  }

  private boolean hasAnswer() {
    return (stdin.getEvents() & ZMQ.Poller.POLLIN) != 0;
  }
}
