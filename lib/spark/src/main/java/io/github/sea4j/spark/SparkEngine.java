package io.github.sea4j.spark;

import io.github.sea4j.cluster.Assignment;
import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.cluster.ClusterException;
import io.github.sea4j.cluster.Engine;
import io.github.sea4j.cluster.Recipe;
import io.github.sea4j.cluster.TrialReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import scala.concurrent.Await;
import scala.concurrent.ExecutionContext$;
import scala.concurrent.duration.Duration;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Runs trials as tasks of Spark. Each call of {@link #submit} is one job; a task that a lost
 * machine held is run again on another one, and of a task that ran twice Spark hands back one
 * result.
 *
 * <p>Trials are dealt out to as many tasks as keep the cluster busy: few large ones while enough
 * wait, one trial a task where cores would idle. What a task leaves undone is dealt out again, see
 * {@link TrialFunction}.
 */
final class SparkEngine implements Engine {

  private static final int SECONDS_TO_STOP = 10;

  /** Tasks that wait or run, for each core: enough that none idles while one comes back. */
  private static final int TASKS_A_CORE = 3;

  /** A job costs some 9 ms: at most this many tasks are dealt out again in a second. */
  private static final int CORES_A_SECOND = 16;

  private final JavaSparkContext spark;
  private final Cluster cluster;
  private final Recipe recipe;
  private final Listener listener;
  private final Set<SimpleFutureAction<?>> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean closed;

  SparkEngine(JavaSparkContext spark, Cluster cluster, Recipe recipe, Listener listener) {
    this.spark = spark;
    this.cluster = cluster;
    this.recipe = recipe;
    this.listener = listener;
  }

  @Override
  public void submit(List<Assignment> trials) {
    List<List<Assignment>> tasks = tasks(trials);
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      numbers.add(i);
    }
    waiting.addAndGet(tasks.size());
    // A trial that is not wanted any more is interrupted.
    spark.setLocalProperty("spark.job.interruptOnCancel", "true");
    try {
      SimpleFutureAction<BoxedUnit> job =
          spark
              .sc()
              .submitJob(
                  spark.parallelize(tasks, tasks.size()).rdd(),
                  new TrialFunction(recipe, Math.max(1, cores() / CORES_A_SECOND)),
                  CollectionConverters.asScala(numbers).toSeq(),
                  (number, reports) -> done(tasks.get((Integer) number), reports),
                  () -> BoxedUnit.UNIT);
      running.add(job);
      job.onComplete(end -> ended(job, end), ExecutionContext$.MODULE$.fromExecutor(Runnable::run));
    } catch (IllegalStateException stopped) {
      lost(stopped);
    }
  }

  private int cores() {
    return spark.defaultParallelism();
  }

  /** Contiguous parts, of lengths that differ by at most one. */
  private List<List<Assignment>> tasks(List<Assignment> trials) {
    int wanted = TASKS_A_CORE * cores() - waiting.get();
    int count = Math.max(1, Math.min(wanted, trials.size()));
    List<List<Assignment>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * trials.size() / count);
      int to = (int) ((i + 1L) * trials.size() / count);
      tasks.add(List.copyOf(trials.subList(from, to)));
    }
    return tasks;
  }

  private BoxedUnit done(List<Assignment> task, List<TrialReport> reports) {
    waiting.decrementAndGet();
    for (int i = 0; i < reports.size(); i++) {
      listener.done(task.get(i), reports.get(i));
    }
    if (reports.size() < task.size() && !closed) {
      submit(task.subList(reports.size(), task.size()));
    }
    return BoxedUnit.UNIT;
  }

  private BoxedUnit ended(SimpleFutureAction<?> job, Try<BoxedUnit> end) {
    running.remove(job);
    if (end.isFailure()) {
      lost(end.failed().get());
    }
    return BoxedUnit.UNIT;
  }

  private void lost(Throwable reason) {
    // Spark ends its jobs when the process is told to stop; whoever runs the sweep is interrupted.
    if (!closed && !isProcessEnding()) {
      String why = spark.sc().isStopped() ? "its master does not answer" : firstLine(reason);
      listener.lost(new ClusterException(cluster + " is not there: " + why, reason));
    }
  }

  /** Spark's messages have a trace behind the first line. */
  static String firstLine(Throwable reason) {
    return String.valueOf(reason.getMessage()).lines().findFirst().orElse(reason.toString());
  }

  private static boolean isProcessEnding() {
    try {
      Thread probe = new Thread();
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  @Override
  public void close() {
    closed = true;
    boolean interrupted = Thread.interrupted();
    running.forEach(SimpleFutureAction::cancel);
    for (SimpleFutureAction<?> job : running) {
      interrupted |= awaitEnd(job);
    }
    spark.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits, so that the tasks are told to stop before Spark is; whether it was interrupted. */
  private static boolean awaitEnd(SimpleFutureAction<?> job) {
    try {
      Await.ready(job, Duration.create(SECONDS_TO_STOP, TimeUnit.SECONDS));
      return false;
    } catch (InterruptedException e) {
      return true;
    } catch (java.util.concurrent.TimeoutException e) {
      return false; // A task that goes on is ended with Spark, or with the program.
    }
  }
}
