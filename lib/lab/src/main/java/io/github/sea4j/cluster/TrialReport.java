package io.github.sea4j.cluster;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial: its rows as texts, or why there are none.
 *
 * @param rows each as the fields of a line
 * @param failure what the trial threw, or null
 */
public record TrialReport(List<List<String>> rows, @Nullable String failure)
    implements Serializable {

  /** The rows of a trial that went well. */
  public static TrialReport of(List<List<String>> rows) {
    return new TrialReport(rows.stream().map(List::copyOf).toList(), null);
  }

  /** A trial that threw, and would again anywhere else. */
  public static TrialReport failed(Throwable failure) {
    return new TrialReport(List.of(), failure.toString());
  }
}
