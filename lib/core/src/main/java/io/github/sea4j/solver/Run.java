package io.github.sea4j.solver;

import io.github.sea4j.check.Require;
import io.github.sea4j.operator.view.CountedOperator;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one solve may spend and who watches it; immutable. */
public final class Run {

  /** Longer limits are cut to this: the clock counts nanoseconds in 63 bits. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final Run UNLIMITED = new Run(null, 0, null, null, 0);

  private static volatile Supplier<Run> standard = () -> UNLIMITED;

  private final @Nullable Duration timeLimit;

  /** 0 for none. */
  private final long productLimit;

  private final @Nullable RunObserver observer;
  private final @Nullable Heartbeat heartbeat;
  private final long beatNanos;

  private Run(
      @Nullable Duration timeLimit,
      long productLimit,
      @Nullable RunObserver observer,
      @Nullable Heartbeat heartbeat,
      long beatNanos) {
    this.timeLimit = timeLimit;
    this.productLimit = productLimit;
    this.observer = observer;
    this.heartbeat = heartbeat;
    this.beatNanos = beatNanos;
  }

  /** No limit, no observer. */
  public static Run unlimited() {
    return UNLIMITED;
  }

  /**
   * The run of {@link Solver#solve(io.github.sea4j.problem.SparseProblem)}: no limit, no observer;
   * with signs of life where {@link #showSolvesBy} was called.
   */
  public static Run standard() {
    return standard.get();
  }

  /**
   * Sets who is sent signs of life of solves that name no run: a notebook does, once.
   *
   * @param period between two of them
   * @param display makes the listener of one solve
   * @throws IllegalArgumentException as {@link #withHeartbeat} does
   */
  public static void showSolvesBy(Duration period, Supplier<Heartbeat> display) {
    requirePositive("period of the heartbeat", period);
    standard = () -> UNLIMITED.withHeartbeat(period, display.get());
  }

  /**
   * The same run, ended after this wall-clock time with the best answer found so far; the start of
   * a composition counts.
   *
   * @throws IllegalArgumentException unless the limit is positive
   */
  public Run withTimeLimit(Duration limit) {
    requirePositive("time limit", limit);
    return new Run(
        limit.compareTo(LONGEST) > 0 ? LONGEST : limit,
        productLimit,
        observer,
        heartbeat,
        beatNanos);
  }

  /**
   * The same run, ended after so many products with A or A' with the best answer found so far:
   * unlike a time limit, at the same iteration on every machine. The products of the start of a
   * composition count; what is a product, and what is free, is said at {@link CountedOperator}. A
   * solver that is in the middle of a step may go a few products beyond the limit.
   *
   * @throws IllegalArgumentException unless the limit is at least 1
   */
  public Run withProductLimit(long limit) {
    Require.atLeast("product limit", limit, 1);
    return new Run(timeLimit, limit, observer, heartbeat, beatNanos);
  }

  /** The same run, watched; in a composition the outermost solver is the one observed. */
  public Run observedBy(RunObserver watcher) {
    return new Run(timeLimit, productLimit, watcher, heartbeat, beatNanos);
  }

  /**
   * The same run with a sign of life about every so often, from the solver at work and from those
   * inside a composition. Costs a look at the clock an iteration, and changes nothing in the
   * answer.
   *
   * @throws IllegalArgumentException unless the period is positive
   */
  public Run withHeartbeat(Duration period, Heartbeat listener) {
    requirePositive("period of the heartbeat", period);
    Duration cut = period.compareTo(LONGEST) > 0 ? LONGEST : period;
    return new Run(timeLimit, productLimit, observer, listener, cut.toNanos());
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, but is " + value);
    }
  }

  /**
   * What is left for a solver inside: the same clock and heartbeat, no observer.
   *
   * @param elapsedNanos of the time limit
   * @param products of the product limit
   */
  public Run remaining(long elapsedNanos, long products) {
    Duration time =
        timeLimit == null
            ? null
            : Duration.ofNanos(Math.max(1, timeLimit.toNanos() - elapsedNanos));
    long left = productLimit == 0 ? 0 : Math.max(1, productLimit - products);
    return new Run(time, left, null, heartbeat, beatNanos);
  }

  /** The wall-clock budget, if there is one. */
  public Optional<Duration> timeLimit() {
    return Optional.ofNullable(timeLimit);
  }

  /** The budget of products, if there is one. */
  public OptionalLong productLimit() {
    return productLimit == 0 ? OptionalLong.empty() : OptionalLong.of(productLimit);
  }

  /** The observer, if there is one. */
  public Optional<RunObserver> observer() {
    return Optional.ofNullable(observer);
  }

  /** Whom to send signs of life, if anyone. */
  public Optional<Heartbeat> heartbeat() {
    return Optional.ofNullable(heartbeat);
  }

  /** The time between two of them, in nanoseconds; 0 where nobody is to be sent any. */
  public long beatNanos() {
    return beatNanos;
  }
}
