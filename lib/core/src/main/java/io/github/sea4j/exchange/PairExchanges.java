package io.github.sea4j.exchange;

import io.github.sea4j.fit.ColumnCache;
import io.github.sea4j.fit.ProjectedColumns;
import io.github.sea4j.linalg.TopK;
import io.github.sea4j.linalg.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * What exchanging two columns of a support for two others at once would do to the residual.
 *
 * <p>Two columns i, l of the support reach two directions of its span alone; in an orthonormal
 * basis u1, u2 of these, with {@code b = u'y} and {@code t_j = a_j'u}, taking both out leaves
 *
 * <pre>
 * c_j = a_j'r + b1 t1_j + b2 t2_j,   d_j = ||(I - P_S) a_j||² + t1_j² + t2_j²
 * g_jh = a_j'(I - P_S) a_h + t1_j t1_h + t2_j t2_h
 * </pre>
 *
 * and inserting j and then h lowers the squared residual by {@code c_j²/d_j + (c_h - c_j
 * g_jh/d_j)²/(d_h - g_jh²/d_j)}. The few best first insertions are tried, each with its best second
 * one.
 *
 * <p>Cost for one support: {@code n k²/2} multiplications for all directions, n k for each
 * different first insertion, then some n for each pair and first insertion. Works for the support
 * that the columns had when it was made. Not thread-safe.
 */
public final class PairExchanges {

  /** Columns with less than this squared part outside a span count as inside. */
  private static final double INSIDE = 1e-10;

  /** First insertions that are tried for each pair. */
  private static final int FIRSTS = 12;

  private final ProjectedColumns columns;
  private final ColumnCache cache;
  private final double[][] directions;
  private final double[][] alongColumns;
  private final double[] alongMeasurements;
  private final double[] @Nullable [] projectedGram;
  private final double[] t1;
  private final double[] t2;
  private final double[] c;
  private final double[] d;
  private final double[] gains;
  private final TopK largest;

  /** Of the pair before: pairs nearby have much the same ones, see {@link TopK}. */
  private final int[] firsts;

  /** What the best second insertion gains, see {@link #bestSecond}. */
  private double secondGain;

  /** An exchange with the predicted fall of the squared residual; columns, not positions. */
  public record Exchange(int leaving1, int leaving2, int entering1, int entering2, double gain) {}

  /**
   * @param columns up to date with its support
   * @param cache of the same matrix
   */
  public PairExchanges(ProjectedColumns columns, ColumnCache cache) {
    int n = columns.columns();
    int k = columns.size();
    this.columns = columns;
    this.cache = cache;
    this.directions = new double[k][];
    this.alongColumns = new double[k][n];
    this.alongMeasurements = new double[k];
    for (int i = 0; i < k; i++) {
      directions[i] = columns.direction(i);
      alongMeasurements[i] = columns.removal(i, alongColumns[i]);
    }
    this.projectedGram = new double[n][];
    this.t1 = new double[n];
    this.t2 = new double[n];
    this.c = new double[n];
    this.d = new double[n];
    this.gains = new double[n];
    this.largest = new TopK(n);
    this.firsts = TopK.firstIndices(Math.min(FIRSTS, n));
  }

  /**
   * The best exchange found for the columns at two positions; its gain is negative where the
   * residual would grow.
   */
  public Exchange best(int first, int second) {
    double cost = takeOut(first, second);
    for (int j = 0; j < gains.length; j++) {
      gains[j] = d[j] > INSIDE ? c[j] * c[j] / d[j] : 0;
    }
    largest.select(gains, firsts);
    int a = columns.held(first);
    int b = columns.held(second);
    Exchange best = new Exchange(a, b, a, b, Double.NEGATIVE_INFINITY);
    for (int j : firsts) {
      if (gains[j] > 0) {
        int h = bestSecond(j);
        double gain = gains[j] + secondGain - cost;
        best = gain > best.gain() ? new Exchange(a, b, j, h, gain) : best;
      }
    }
    return best;
  }

  /** Fills c and d as without the two columns; what that adds to the squared residual. */
  private double takeOut(int first, int second) {
    double overlap = Vectors.dot(directions[first], directions[second]);
    double rest = Math.sqrt(Math.max(0, 1 - overlap * overlap));
    double scale = rest > 0 ? 1 / rest : 0;
    double[] along1 = alongColumns[first];
    double[] along2 = alongColumns[second];
    double b1 = alongMeasurements[first];
    double b2 = (alongMeasurements[second] - overlap * b1) * scale;
    for (int j = 0; j < c.length; j++) {
      t1[j] = along1[j];
      t2[j] = (along2[j] - overlap * t1[j]) * scale;
      c[j] = columns.correlation(j) + b1 * t1[j] + b2 * t2[j];
      d[j] = columns.outside(j) + t1[j] * t1[j] + t2[j] * t2[j];
    }
    return b1 * b1 + b2 * b2;
  }

  /** The best column to insert after j, j itself where none helps; leaves what it gains. */
  private int bestSecond(int j) {
    double[] gram = gram(j);
    double inverse = 1 / d[j];
    double share = c[j] * inverse;
    double along1 = t1[j];
    double along2 = t2[j];
    int best = j;
    // Fractions are compared by products: the division would be most of the cost.
    double squared = 0;
    double part = 1;
    for (int h = 0; h < c.length; h++) {
      double g = gram[h] + along1 * t1[h] + along2 * t2[h];
      double fresh = d[h] - g * g * inverse;
      double correlation = c[h] - share * g;
      double candidate = correlation * correlation;
      if (candidate * part > squared * fresh && fresh > INSIDE && h != j) {
        squared = candidate;
        part = fresh;
        best = h;
      }
    }
    secondGain = squared / part;
    return best;
  }

  /** {@code A'(I - P_S) a_j}. */
  private double[] gram(int j) {
    double[] gram = projectedGram[j];
    if (gram == null) {
      gram = new double[c.length];
      columns.projectedGram(j, cache.gram(j), gram);
      projectedGram[j] = gram;
    }
    return gram;
  }
}
