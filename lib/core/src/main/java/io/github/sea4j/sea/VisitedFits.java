package io.github.sea4j.sea;

import io.github.sea4j.fit.ExplorationScores;
import io.github.sea4j.fit.Fit;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fit that remembers the supports it has been on, for losses whose fits take long: among few
 * columns SEA comes back to the same supports again and again.
 *
 * <p>Memory: n numbers for each support, {@value #MOST_NUMBERS} numbers at most; supports beyond
 * that are fitted again. Not thread-safe.
 */
final class VisitedFits implements Fit, ExplorationScores {

  private static final long MOST_NUMBERS = 4_000_000;

  /** What is known of a support; slopes is the gradient where that is all that is summed. */
  private record Visit(
      int[] support, double value, double[] coefficients, boolean rankDeficient, double[] slopes) {}

  private final Fit fit;
  private final @Nullable ExplorationScores scores;
  private final int columns;
  private final long most;
  private final Map<IntBuffer, Visit> visits = new HashMap<>();
  private @Nullable Visit present;

  /**
   * @param fit the fit that moves; used by this object alone from now on
   * @param columns n
   */
  VisitedFits(Fit fit, int columns) {
    this.fit = fit;
    this.scores = fit.scores();
    this.columns = columns;
    this.most = MOST_NUMBERS / columns;
  }

  @Override
  public void moveTo(int[] support) {
    Visit known = visits.get(IntBuffer.wrap(support));
    if (known == null) {
      fit.moveTo(support);
      known = visit();
      if (visits.size() < most) {
        visits.put(IntBuffer.wrap(known.support), known);
      }
    }
    present = known;
  }

  private Visit visit() {
    double[] slopes = new double[columns];
    if (scores == null) {
      fit.gradient(slopes);
    } else {
      scores.slopes(slopes);
    }
    return new Visit(fit.support(), fit.value(), fit.coefficients(), fit.rankDeficient(), slopes);
  }

  private Visit present() {
    return Objects.requireNonNull(present, "on no support yet");
  }

  /** {@inheritDoc} With scores, those slopes. */
  @Override
  public void gradient(double[] g) {
    slopes(g);
  }

  @Override
  public void slopes(double[] g) {
    System.arraycopy(present().slopes, 0, g, 0, g.length);
  }

  @Override
  public @Nullable ExplorationScores scores() {
    return scores == null ? null : this;
  }

  @Override
  public void scores(double[] x, double[] out) {
    Objects.requireNonNull(scores).scores(x, out);
  }

  @Override
  public double[] vectorOf(double[] start) {
    return Objects.requireNonNull(scores).vectorOf(start);
  }

  @Override
  public boolean rankDeficient() {
    return present().rankDeficient;
  }

  @Override
  public int[] support() {
    return present().support.clone();
  }

  @Override
  public double value() {
    return present().value;
  }

  @Override
  public double[] coefficients() {
    return present().coefficients.clone();
  }
}
