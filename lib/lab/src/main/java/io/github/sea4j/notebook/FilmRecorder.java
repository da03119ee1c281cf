package io.github.sea4j.notebook;

import io.github.sea4j.solver.Iterate;
import io.github.sea4j.solver.RunObserver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run's iterations with all of x_t and X_t, in bounded memory.
 *
 * <p>A {@link io.github.sea4j.solver.TraceRecorder} keeps no x_t and, of a long run, neither the
 * beginning, where most happens, nor the best iteration. This one keeps the first {@value #HEAD}
 * iterations, then every one, every second, every fourth and so on, the first of the smallest
 * residual, and the last.
 */
final class FilmRecorder implements RunObserver {

  static final int HEAD = 100;
  static final int CAPACITY = 1000;

  private final List<Frame> kept = new ArrayList<>();
  private long stride = 1;
  private @Nullable Frame best;
  private @Nullable Frame last;

  @Override
  public Signal onIteration(Iterate iterate) {
    Frame frame = Frame.of(iterate);
    last = frame;
    if (best == null || frame.residualNorm() < best.residualNorm()) {
      best = frame;
    }
    if (frame.iteration() < HEAD || frame.iteration() % stride == 0) {
      kept.add(frame);
    }
    while (kept.size() > CAPACITY) {
      stride *= 2;
      kept.removeIf(old -> old.iteration() >= HEAD && old.iteration() % stride != 0);
    }
    return Signal.CONTINUE;
  }

  /**
   * The frames in order; a new list.
   *
   * @param thinning 1 for all that were kept, 2 for half of the first and every second of the
   *     others, and so on
   */
  List<Frame> frames(long thinning) {
    return Stream.concat(
            kept.stream()
                .filter(
                    frame ->
                        frame.iteration() < head(thinning)
                            || frame.iteration() % stride(thinning) == 0),
            Stream.of(best, last))
        .filter(frame -> frame != null)
        .distinct()
        .sorted(Comparator.comparingLong(Frame::iteration))
        .toList();
  }

  /** How many of the first iterations are among the frames, all of them. */
  long head(long thinning) {
    return HEAD / thinning;
  }

  /** The distance between the iterations behind those. */
  long stride(long thinning) {
    return stride * thinning;
  }
}
