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
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import scala.concurrent.Await;
import scala.concurrent.ExecutionContext$;
import scala.concurrent.duration.Duration;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Runs trials as tasks of Spark. Each call of {@link #submit} is one job, and a task that a lost
 * machine held is run again on another one; of a task that ran twice Spark hands back one result.
 */
final class SparkEngine implements Engine {

  private static final int SECONDS_TO_STOP = 10;

  private final JavaSparkContext spark;
  private final Cluster cluster;
  private final TrialFunction function;
  private final Listener listener;
  private final Set<SimpleFutureAction<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  SparkEngine(JavaSparkContext spark, Cluster cluster, Recipe recipe, Listener listener) {
    this.spark = spark;
    this.cluster = cluster;
    this.function = new TrialFunction(recipe);
    this.listener = listener;
  }

  @Override
  public void submit(List<Assignment> trials) {
    List<Object> tasks = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      tasks.add(i);
    }
    // A trial that is not wanted any more is interrupted.
    spark.setLocalProperty("spark.job.interruptOnCancel", "true");
    try {
      SimpleFutureAction<BoxedUnit> job =
          spark
              .sc()
              .submitJob(
                  spark.parallelize(trials, trials.size()).rdd(),
                  function,
                  CollectionConverters.asScala(tasks).toSeq(),
                  (task, reports) -> done(trials.get((Integer) task), reports.get(0)),
                  () -> BoxedUnit.UNIT);
      running.add(job);
      job.onComplete(end -> ended(job, end), ExecutionContext$.MODULE$.fromExecutor(Runnable::run));
    } catch (IllegalStateException stopped) {
      lost(stopped);
    }
  }

  private BoxedUnit done(Assignment trial, TrialReport report) {
    listener.done(trial, report);
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
      listener.lost(new ClusterException(cluster + " was lost: " + firstLine(reason), reason));
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
