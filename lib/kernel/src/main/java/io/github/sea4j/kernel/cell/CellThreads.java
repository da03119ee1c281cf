package io.github.sea4j.kernel.cell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads of one cell: those of its group, and those that are inside one of its classes. */
final class CellThreads {

  private final int cell;
  private final Group group;
  private final Set<String> classes = ConcurrentHashMap.newKeySet();

  CellThreads(int cell) {
    this.cell = cell;
    this.group = new Group("cell " + cell);
  }

  /** The thread on which the cell itself runs. */
  Thread main(Runnable work) {
    Runnable owned =
        () -> {
          Owners.own(cell);
          work.run();
        };
    Thread thread = new Thread(group, owned, "cell " + cell);
    thread.setDaemon(true);
    return thread;
  }

  void addClass(String name) {
    classes.add(name);
  }

  /** All that live now. A virtual thread is in no group, and found only by its polls. */
  Set<Thread> alive() {
    Set<Thread> found = new LinkedHashSet<>();
    Thread[] members = new Thread[group.activeCount() + 8];
    int count = group.enumerate(members, true);
    for (int i = 0; i < count; i++) {
      found.add(members[i]);
    }
    for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
      if (isInside(each.getValue())) {
        found.add(each.getKey());
      }
    }
    return found;
  }

  private boolean isInside(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (classes.contains(frame.getClassName())) {
        return true;
      }
    }
    return false;
  }

  /** Where the threads are, one innermost frame each, for a message. */
  static List<String> places(Set<Thread> threads) {
    return threads.stream()
        .map(Thread::getStackTrace)
        .filter(stack -> stack.length > 0)
        .map(stack -> stack[0].getClassName() + "." + stack[0].getMethodName())
        .distinct()
        .limit(3)
        .toList();
  }

  /** Says nothing where a thread ends because its cell was stopped. */
  private static final class Group extends ThreadGroup {

    Group(String name) {
      super(name);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      if (!(thrown instanceof CellStopped)) {
        super.uncaughtException(thread, thrown);
      }
    }
  }
}
