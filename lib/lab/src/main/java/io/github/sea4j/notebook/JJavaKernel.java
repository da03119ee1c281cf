package io.github.sea4j.notebook;

import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/**
 * The JJava kernel; the only class that uses its interface. Compiled against 1.0-a6 and run with
 * 1.0a8, so it calls only what both have: {@code setDisplayId}, whose result changed, it does not.
 */
final class JJavaKernel implements Kernel {

  private static final String DISPLAY_ID = "display_id";

  private final BaseKernel kernel;

  private JJavaKernel(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /** The kernel this process is, or none. Throws a linkage error where JJava is not there. */
  static @Nullable Kernel find() {
    BaseKernel running = BaseKernel.notebookKernel();
    return running == null ? null : new JJavaKernel(running);
  }

  @Override
  public <T> void register(Class<T> type, Function<T, Output> render) {
    kernel
        .getRenderer()
        .createRegistration(type)
        .preferring("image/png", "text/html")
        .register(
            (value, context) -> context.getOutputContainer().assign(data(render.apply(value), "")));
  }

  @Override
  public void show(Output output, String id) {
    kernel.display(data(output, id));
  }

  @Override
  public void replace(Output output, String id) {
    kernel.getIO().display.updateDisplay(data(output, id));
  }

  private static DisplayData data(Output output, String id) {
    DisplayData data = new DisplayData(output.text());
    data.putData(output.mimeType(), output.data());
    if (!output.metadata().isEmpty()) {
      data.putMetaData(output.mimeType(), output.metadata());
    }
    if (!id.isEmpty()) {
      data.putTransientData(DISPLAY_ID, id);
    }
    return data;
  }
}
