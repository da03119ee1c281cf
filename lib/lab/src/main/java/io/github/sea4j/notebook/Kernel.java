package io.github.sea4j.notebook;

import java.util.function.Function;

/** What is asked of a notebook kernel. */
interface Kernel {

  /** From now on values of this type show as this output when they end a cell. */
  <T> void register(Class<T> type, Function<T, Output> render);

  /**
   * Shows an output now; callable from any thread while a cell runs.
   *
   * @param id a later output of the same id replaces this one; an empty id never matches
   */
  void show(Output output, String id);

  /** Replaces the output of this id; nothing happens where the cell that showed it has ended. */
  void replace(Output output, String id);

  /** A kernel that shows nothing, for code that runs outside a notebook. */
  Kernel NONE =
      new Kernel() {
        @Override
        public <T> void register(Class<T> type, Function<T, Output> render) {}

        @Override
        public void show(Output output, String id) {}

        @Override
        public void replace(Output output, String id) {}
      };
}
