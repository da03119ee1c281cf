package io.github.sea4j.bayes.move;

/**
 * A spike and one of its neighbours move together: both are taken out, and their columns, signs and
 * amplitudes are drawn jointly, each among the few closest columns of its own.
 *
 * <p>Two spikes that overlap hold each other in place: where one alone cannot move, both together
 * can. The pair is drawn as a first spike and then one of the m spikes near that one; the step is
 * accepted with probability {@code m / m'}, m' being the number of spikes near the first one's new
 * column, and refused where the second one is not among them. Cost: 25 pairs of columns with four
 * signs, and four Gram columns added.
 */
public class PairMove implements Move {

  private final Neighbourhoods neighbourhoods;
  private final Chance chance;
  private final PairDraw draw;
  private final int[] near = new int[Neighbourhoods.MOST];

  /** A move with its own random numbers. */
  public PairMove(Neighbourhoods neighbourhoods, Chance chance) {
    this.neighbourhoods = neighbourhoods;
    this.chance = chance;
    this.draw = new PairDraw(neighbourhoods);
  }

  @Override
  public void step(Spikes spikes, Level level) {
    if (spikes.size() < 2) {
      return;
    }
    int first = chance.below(spikes.size());
    int fromFirst = spikes.column(first);
    int before = fillNear(spikes, fromFirst);
    if (before == 0) {
      return;
    }
    int second = near[chance.below(before)];
    int fromSecond = spikes.column(second);
    double firstAmplitude = spikes.amplitude(first);
    double secondAmplitude = spikes.amplitude(second);
    spikes.lift(first);
    spikes.lift(second);
    draw.drawColumns(spikes, level, window(fromFirst), window(fromSecond), chance);
    double acceptance = acceptance(spikes, level, before, fromFirst, fromSecond);
    boolean accepted = acceptance > 0 && draw.drawAmplitudes(spikes, level, chance);
    if (accepted && chance.happens(acceptance)) {
      spikes.put(first, draw.first(), draw.firstAmplitude());
      spikes.put(second, draw.second(), draw.secondAmplitude());
    } else {
      spikes.put(first, fromFirst, firstAmplitude);
      spikes.put(second, fromSecond, secondAmplitude);
    }
  }

  /** The Metropolis factor, possibly above 1; the two spikes are lifted. */
  private double acceptance(Spikes spikes, Level level, int before, int fromFirst, int fromSecond) {
    int after = 1;
    boolean together = false;
    for (int j : neighbourhoods.near(draw.first()).columns()) {
      together |= j == draw.second();
      after += j != draw.second() && !spikes.isFree(j) ? 1 : 0;
    }
    if (!together) {
      return 0;
    }
    double exponent =
        draw.correction(spikes, level, draw.first(), draw.second())
            - draw.correction(spikes, level, fromFirst, fromSecond);
    double fit = exponent == 0 ? 1 : FastExp.exp(exponent);
    return fit * selection(before, after);
  }

  /** Probability of drawing the pair again over that of having drawn it. */
  protected double selection(int before, int after) {
    return (double) before / after;
  }

  private Window window(int column) {
    int[] around = neighbourhoods.nearest(column).columns();
    return neighbourhoods.nearest(around[chance.below(around.length)]);
  }

  /** Fills the spikes near a column, itself not among them; their number. */
  private int fillNear(Spikes spikes, int column) {
    int found = 0;
    for (int j : neighbourhoods.near(column).columns()) {
      if (j != column && !spikes.isFree(j)) {
        near[found++] = spikes.spikeAt(j);
      }
    }
    return found;
  }
}
