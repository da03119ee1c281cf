package io.github.sea4j.solver;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one solve may spend and who watches it; immutable. */
public final class Run {

  /** Longer limits are cut to this: the clock counts nanoseconds in 63 bits. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final Run UNLIMITED = new Run(null, null);

  private final @Nullable Duration timeLimit;
  private final @Nullable RunObserver observer;

  private Run(@Nullable Duration timeLimit, @Nullable RunObserver observer) {
    this.timeLimit = timeLimit;
    this.observer = observer;
  }

  /** No time limit, no observer. */
  public static Run unlimited() {
    return UNLIMITED;
  }

  /**
   * The same run, ended after this wall-clock time with the best answer found so far; the start of
   * a composition counts.
   *
   * @throws IllegalArgumentException unless the limit is positive
   */
  public Run withTimeLimit(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("time limit must be positive, but is " + limit);
    }
    return new Run(limit.compareTo(LONGEST) > 0 ? LONGEST : limit, observer);
  }

  /** The same run, watched; in a composition the outermost solver is the one observed. */
  public Run observedBy(RunObserver watcher) {
    return new Run(timeLimit, watcher);
  }

  /** The wall-clock budget, if there is one. */
  public Optional<Duration> timeLimit() {
    return Optional.ofNullable(timeLimit);
  }

  /** The observer, if there is one. */
  public Optional<RunObserver> observer() {
    return Optional.ofNullable(observer);
  }
}
