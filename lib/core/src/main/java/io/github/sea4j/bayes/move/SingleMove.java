package io.github.sea4j.bayes.move;

import io.github.sea4j.linalg.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One spike moves: it is taken out, and its column, sign and amplitude are drawn afresh given all
 * others, among the columns of a window around it or, now and then, among all.
 *
 * <p>Nothing is refused, unless the law of the amplitudes is cut. Cost: some tens of
 * multiplications for a window, some n for all columns, and two Gram columns added.
 */
public final class SingleMove {

  /** How often all columns are candidates. */
  private static final double FAR = 0.03;

  /** All columns are no more than these; of more, every so manyth. */
  private static final int MOST_CANDIDATES = 4096;

  private final Neighbourhoods neighbourhoods;
  private final Chance chance;
  private final Placement placement;
  private final int[] anywhere;
  private final double[] even;
  private @Nullable PlacementListener listener;

  /** A move with its own random numbers. */
  public SingleMove(Neighbourhoods neighbourhoods, Chance chance, int columns) {
    int most = Math.min(columns, MOST_CANDIDATES);
    this.neighbourhoods = neighbourhoods;
    this.chance = chance;
    this.placement = new Placement(Math.max(most, Neighbourhoods.MOST));
    this.anywhere = new int[most];
    this.even = Vectors.ones(most);
    Arrays.setAll(anywhere, j -> j);
  }

  /** Tells a listener, or none, where spikes may be from now on. */
  public void report(@Nullable PlacementListener toTell) {
    listener = toTell;
  }

  /** Moves spike {@code i}; mutates the state. */
  public void step(Spikes spikes, Level level, int i) {
    int from = spikes.column(i);
    double amplitude = spikes.amplitude(i);
    spikes.lift(i);
    weigh(spikes, level, from);
    placement.draw(spikes, level, chance);
    boolean cut = level.cut().cuts();
    if (!cut || isAccepted(spikes, level, from, amplitude)) {
      spikes.put(i, placement.column(), placement.amplitude());
    } else {
      spikes.put(i, from, amplitude);
    }
    if (listener != null && cut) {
      listener.onVisit(spikes.column(i));
    } else if (listener != null) {
      placement.report(listener);
    }
  }

  /** The Metropolis step from the spike's old place to the drawn one. */
  private boolean isAccepted(Spikes spikes, Level level, int from, double amplitude) {
    double there = Placement.correction(spikes, level, placement.column(), placement.amplitude());
    double here = Placement.correction(spikes, level, from, amplitude);
    return placement.isAllowed(level) && chance.happens(there / here);
  }

  private void weigh(Spikes spikes, Level level, int from) {
    if (chance.share() >= FAR) {
      int[] around = neighbourhoods.near(from).columns();
      Window window = neighbourhoods.near(around[chance.below(around.length)]);
      placement.weigh(spikes, level, window.columns(), window.shares(), window.size());
    } else {
      placement.weigh(spikes, level, anywhere, even, fillAnywhere(from, spikes.length()));
    }
  }

  /** Fills in columns all over, this one among them; their number. */
  private int fillAnywhere(int from, int columns) {
    if (columns <= MOST_CANDIDATES) {
      return columns;
    }
    // Each column of this residue class draws the same stride as often: nothing to correct.
    int least = (columns - 1) / MOST_CANDIDATES + 1;
    int stride = least + chance.below(least);
    int count = 0;
    for (int j = from % stride; j < columns; j += stride) {
      anywhere[count++] = j;
    }
    return count;
  }
}
