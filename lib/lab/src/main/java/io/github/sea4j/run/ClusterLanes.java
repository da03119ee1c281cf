package io.github.sea4j.run;

import io.github.sea4j.cluster.Assignment;
import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.cluster.ClusterException;
import io.github.sea4j.cluster.Engine;
import io.github.sea4j.cluster.Recipe;
import io.github.sea4j.cluster.TrialReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A cluster: assignments leave as texts and numbers, rows come back as texts. */
final class ClusterLanes<R, T extends TrialRunner.Task<R>>
    implements TrialRunner.Lanes<T>, Engine.Listener {

  /** What has left and did not come back yet; a trial that comes twice is not there any more. */
  private final Map<Assignment, T> away = new ConcurrentHashMap<>();

  private final Consumer<TrialRunner.Outcome<R, T>> sink;
  private final Engine engine;
  private volatile boolean closed;

  ClusterLanes(Cluster cluster, Recipe recipe, Consumer<TrialRunner.Outcome<R, T>> sink) {
    this.sink = sink;
    engine = cluster.start(recipe, this);
  }

  @Override
  public void start(List<T> tasks) {
    List<Assignment> leaving = new ArrayList<>();
    for (T task : tasks) {
      Assignment assignment =
          new Assignment(task.trial().cell(), task.trial().number(), task.solvers());
      away.put(assignment, task);
      leaving.add(assignment);
    }
    if (!leaving.isEmpty()) {
      engine.submit(leaving);
    }
  }

  @Override
  public void done(Assignment assignment, TrialReport report) {
    T task = closed ? null : away.remove(assignment);
    if (task != null) {
      sink.accept(outcome(task, report));
    }
  }

  private TrialRunner.Outcome<R, T> outcome(T task, TrialReport report) {
    if (report.failure() != null) {
      return new TrialRunner.Outcome<>(
          task, null, new TrialFailedException(task.trial(), report.failure(), null));
    }
    return new TrialRunner.Outcome<>(task, task.read(report.rows()), null);
  }

  @Override
  public void lost(ClusterException reason) {
    sink.accept(new TrialRunner.Outcome<>(null, null, reason));
  }

  @Override
  public void close() {
    engine.close();
    closed = true;
  }
}
