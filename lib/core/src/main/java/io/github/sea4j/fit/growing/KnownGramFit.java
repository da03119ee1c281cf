package io.github.sea4j.fit.growing;

import io.github.sea4j.fit.Fit;
import io.github.sea4j.fit.GramGradient;
import io.github.sea4j.fit.SupportSolution;
import io.github.sea4j.linalg.GramCholesky;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Least squares on a support that gains columns, for full matrices whose Gram columns are at hand:
 *
 * <pre>
 * A_S'A_S x = A_S'y,   ||r||² = ||y||² - x'A_S'y,   g = sum over j in S of x_j A'a_j  -  A'y
 * </pre>
 *
 * by a growing Cholesky factor, so that A itself is read once, for {@code A'y}. Value and
 * coefficients then have ten digits or more.
 *
 * <p>Where they would not, because little of y is left or the columns come near to depending on
 * each other, a {@link GrowingFit} takes over for good, which sees the columns themselves. Cost of
 * a new column: n + |S|³/3 multiplications; the gradient n |S|.
 */
public final class KnownGramFit implements Fit {

  /** The error allowed, as a share of the squared residual, and of the residual in a gradient. */
  private static final double ACCURACY = 1e-10;

  private static final double ROUNDING = 4 * Math.ulp(1.0);

  /** The trace of the inverse Gram matrix bounds what its errors do to the coefficients. */
  private static final double LARGEST_INVERSE = 1000;

  private static final double NORM_ERROR = 1e-12;

  private final LinearOperator operator;
  private final double[] measurements;
  private final int capacity;
  private final double norm;
  private final GramGradient byGram;
  private final GramCholesky cholesky;
  private final PackedVector[] gram;

  /** The columns factored, in the order in which they came, and their coefficients. */
  private final int[] held;

  private final double[] x;
  private final double[] inverse;
  private int size;
  private int[] support = {};
  private double residualNorm;

  /** Once there is one, it has the fit. */
  private @Nullable GrowingFit measured;

  /**
   * A fit on the empty support; costs one product.
   *
   * @param operator A with unit-norm columns
   * @param measurements y, m entries, read only
   * @param capacity the largest support that will be asked for
   */
  public KnownGramFit(LinearOperator operator, double[] measurements, int capacity) {
    this.operator = operator;
    this.measurements = measurements;
    this.capacity = capacity;
    this.norm = Vectors.norm(measurements);
    this.byGram = new GramGradient(operator, measurements);
    this.cholesky = new GramCholesky(capacity);
    this.gram = new PackedVector[capacity];
    this.held = new int[capacity];
    this.x = new double[capacity];
    this.inverse = new double[capacity];
    this.residualNorm = norm;
  }

  @Override
  public void moveTo(int[] newSupport) {
    if (measured == null && follows(newSupport)) {
      support = newSupport.clone();
    } else {
      measured().moveTo(newSupport);
    }
  }

  /** Moves to the support if the answer is accurate there. */
  private boolean follows(int[] newSupport) {
    if (IntStream.range(0, size).anyMatch(i -> !contains(newSupport, held[i]))) {
      size = 0;
      support = new int[0];
    }
    for (int j : newSupport) {
      if (!contains(support, j) && !append(j)) {
        return false;
      }
    }
    if (size == 0) {
      residualNorm = norm;
      return true;
    }
    cholesky.solve(x);
    residualNorm = Math.sqrt(Math.max(0, norm * norm - cholesky.squaredProjection()));
    cholesky.inverseDiagonal(inverse);
    double error = ROUNDING * Math.pow(norm + Vectors.norm1(x, size), 2);
    return error <= ACCURACY * residualNorm * residualNorm
        && Vectors.norm1(inverse, size) <= LARGEST_INVERSE;
  }

  private static boolean contains(int[] sorted, int j) {
    return Arrays.binarySearch(sorted, j) >= 0;
  }

  private boolean append(int j) {
    gram[size] = operator.packedGramColumn(j);
    held[size] = j;
    boolean isOfUnitNorm = Math.abs(gram[size].get(j) - 1) <= NORM_ERROR;
    if (!isOfUnitNorm || !cholesky.factor(size, size + 1, 1 / LARGEST_INVERSE, new Entries())) {
      return false;
    }
    size++;
    return true;
  }

  private final class Entries implements GramCholesky.Source {

    @Override
    public void row(int i, int from, int to, double[] out) {
      for (int c = from; c < to; c++) {
        out[c] = gram[c].get(held[i]);
      }
    }

    @Override
    public double rightHandSide(int i) {
      return byGram.correlation(held[i]);
    }
  }

  private GrowingFit measured() {
    GrowingFit present = measured;
    if (present == null) {
      present = new GrowingFit(operator, measurements, capacity);
      present.moveTo(support);
      measured = present;
    }
    return present;
  }

  @Override
  public int[] support() {
    return measured == null ? support.clone() : measured.support();
  }

  /** {@code ||A x - y||}. */
  @Override
  public double value() {
    return measured == null ? residualNorm : measured.value();
  }

  @Override
  public boolean rankDeficient() {
    return measured != null && measured.rankDeficient();
  }

  @Override
  public double[] coefficients() {
    if (measured != null) {
      return measured.coefficients();
    }
    double[] all = new double[size];
    for (int i = 0; i < size; i++) {
      all[Arrays.binarySearch(support, held[i])] = x[i];
    }
    return all;
  }

  /** {@inheritDoc} A is not read again where ten digits are sure. */
  @Override
  public SupportSolution solution() {
    return measured == null
        ? new SupportSolution(coefficients(), residualNorm, false)
        : measured.solution();
  }

  /** {@inheritDoc} On the support it is not set to zero but computed: zero up to rounding. */
  @Override
  public void gradient(double[] g) {
    if (measured == null) {
      byGram.evaluate(x, gram, size, g);
      // Rounding errors, where the residual is orthogonal to all columns: let the columns say so.
      if (Vectors.largestMagnitude(g) > ACCURACY * residualNorm) {
        return;
      }
    }
    measured().gradient(g);
  }
}
