package io.github.sea4j.summary;

import io.github.sea4j.table.InstanceTables;
import java.util.Comparator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A stretch of positions.
 *
 * @param first the first position
 * @param last the last position
 */
public record CrowdedWindow(int first, int last) {

  /**
   * The window of this width with the most true spikes. Of equals it is the one whose spikes stand
   * closest together, of these the one with its spikes in the middle, and of these the first.
   */
  public static CrowdedWindow of(Table signals, int width) {
    int n = signals.rowCount();
    if (width < 2 || width > n) {
      throw new IllegalArgumentException(
          "window must be between 2 and the number of positions %d, but is %d".formatted(n, width));
    }
    DoubleColumn truth = signals.doubleColumn(InstanceTables.TRUTH);
    return IntStream.rangeClosed(0, n - width)
        .mapToObj(first -> new CrowdedWindow(first, first + width - 1))
        .min(
            Comparator.<CrowdedWindow>comparingInt(window -> -window.spikes(truth))
                .thenComparingInt(window -> window.shrunk(truth).width())
                .thenComparingInt(window -> window.offset(window.shrunk(truth))))
        .orElseThrow();
  }

  /** Number of positions in the window where the column is not zero. */
  public int spikes(DoubleColumn column) {
    int count = 0;
    for (int j = first; j <= last; j++) {
      count += column.getDouble(j) == 0 ? 0 : 1;
    }
    return count;
  }

  /** From the first spike in the window to the last. */
  private CrowdedWindow shrunk(DoubleColumn truth) {
    int left = first;
    int right = last;
    while (left < right && truth.getDouble(left) == 0) {
      left++;
    }
    while (right > left && truth.getDouble(right) == 0) {
      right--;
    }
    return new CrowdedWindow(left, right);
  }

  private int width() {
    return last - first + 1;
  }

  /** How far the middle of the other window is from the middle of this one, doubled. */
  private int offset(CrowdedWindow other) {
    return Math.abs(other.first + other.last - first - last);
  }
}
