package io.github.sea4j.spark;

import io.github.sea4j.cluster.Assignment;
import io.github.sea4j.cluster.Recipe;
import io.github.sea4j.cluster.TrialReport;
import io.github.sea4j.experiment.Experiments;
import io.github.sea4j.run.Study;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.collection.Iterator;

/**
 * What a machine of the cluster does with a task: runs its trials one after another, each on one
 * thread of the library, until its time is over. The reports are those of the first trials, at
 * least one; the driver gives out the others again. So a task is long beside what it costs Spark,
 * however short the trials are, and short where they are long.
 *
 * @param recipe of the study
 * @param seconds after which no other trial is begun
 */
record TrialFunction(Recipe recipe, int seconds)
    implements Function1<Iterator<List<Assignment>>, List<TrialReport>>, Serializable {

  /** The study that this machine last ran trials of: large operators are made once. */
  private static @Nullable Known known;

  private record Known(Recipe recipe, Study study) {}

  private static synchronized Study study(Recipe recipe) {
    Known now = known;
    if (now == null || !now.recipe.equals(recipe)) {
      now = new Known(recipe, Experiments.study(recipe));
      known = now;
    }
    return now.study;
  }

  @Override
  public List<TrialReport> apply(Iterator<List<Assignment>> task) {
    long start = System.nanoTime();
    List<TrialReport> reports = new ArrayList<>();
    for (Assignment trial : task.next()) {
      if (!reports.isEmpty() && System.nanoTime() - start > seconds * 1e9) {
        break;
      }
      reports.add(report(trial));
    }
    return reports;
  }

  private TrialReport report(Assignment trial) {
    try {
      return study(recipe).report(trial);
    } catch (InterruptedException e) {
      // Spark takes this for what it is if it killed the task, and else runs the task again.
      throw new IllegalStateException(e);
    } catch (IllegalArgumentException unknown) {
      return TrialReport.failed(unknown); // A name that only the driver has.
    }
  }
}
