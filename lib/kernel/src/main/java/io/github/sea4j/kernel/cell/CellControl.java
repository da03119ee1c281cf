package io.github.sea4j.kernel.cell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** Runs what JShell compiled in this process: with polls, and on the thread of its cell. */
final class CellControl extends DirectExecutionControl {

  private final Map<String, @Nullable Object> values = new HashMap<>();
  private volatile CellRun cell = new CellRun(0);

  /** What JShell asks for the one control that it is to use. */
  ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "cells";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return CellControl.this;
      }
    };
  }

  /** Code that is loaded and run from now on is this cell's. */
  void use(CellRun next) {
    cell = next;
  }

  @Override
  public void load(ClassBytecodes[] compiled)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    ClassBytecodes[] polling = new ClassBytecodes[compiled.length];
    for (int i = 0; i < compiled.length; i++) {
      String name = compiled[i].name();
      cell.addClass(name);
      polling[i] =
          new ClassBytecodes(name, PollInserter.insert(compiled[i].bytecodes(), cell.number()));
    }
    super.load(polling);
  }

  /** Runs a method and returns the key under which {@link #take} has its value. */
  @Override
  protected String invoke(Method method) throws Exception {
    Object value;
    try {
      if (cell.isStopRequested()) {
        throw new CellStopped();
      }
      value = cell.run(() -> call(method));
    } catch (InvocationTargetException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      // JShell takes anything else for a failure of its own.
      throw new InvocationTargetException(thrown);
    }
    String key = UUID.randomUUID().toString();
    synchronized (values) {
      values.put(key, value);
    }
    return key;
  }

  private static @Nullable Object call(Method method) throws ReflectiveOperationException {
    Thread.currentThread().setContextClassLoader(method.getDeclaringClass().getClassLoader());
    return method.invoke(null);
  }

  /** The value of this key, once: nothing keeps it alive afterwards. */
  @Nullable Object take(String key) {
    synchronized (values) {
      return values.remove(key);
    }
  }
}
