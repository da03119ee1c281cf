package io.github.sea4j.operator;

import io.github.sea4j.check.Require;
import io.github.sea4j.linalg.PackedVector;
import io.github.sea4j.linalg.SpectralNorm;
import io.github.sea4j.linalg.Vectors;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A real matrix A of m rows and n columns, known by what it does.
 *
 * <p>Three methods and the shape are enough for every solver: {@code A x}, {@code A' y} and one
 * column. Implementations are immutable after construction and safe for use by several threads at
 * once; they never keep or change the arrays they are handed, except to write the result. Those of
 * this library refuse arrays of another length, and a j that is no column, with an {@link
 * IllegalArgumentException} that names argument, value and bound.
 *
 * <p>The adjoint identity {@code <A x, y> = <x, A' y>} must hold up to rounding.
 */
public interface LinearOperator {

  /** Number of rows, m. */
  int rows();

  /** Number of columns, n. */
  int columns();

  /**
   * {@code y = A x}.
   *
   * @param x n entries, read only
   * @param y m entries, overwritten
   */
  void apply(double[] x, double[] y);

  /**
   * {@code x = A' y}.
   *
   * @param y m entries, read only
   * @param x n entries, overwritten
   */
  void applyTranspose(double[] y, double[] x);

  /**
   * Several products at once, {@code x_b = A' y_b} for b below {@code count}. The default makes one
   * after the other; operators that can read their entries once for several do better, and may
   * round otherwise than {@link #applyTranspose(double[], double[])}.
   *
   * @param y vectors of m entries, read only
   * @param x vectors of n entries, overwritten
   * @param count how many of them
   */
  default void applyTranspose(double[][] y, double[][] x, int count) {
    for (int b = 0; b < count; b++) {
      applyTranspose(y[b], x[b]);
    }
  }

  /**
   * Column j of A.
   *
   * @param j column, 0-based
   * @param out m entries, overwritten
   */
  void column(int j, double[] out);

  /**
   * Column j of the Gram matrix, {@code A' a_j}. The default costs one column and one transpose
   * product; operators with structure can do better.
   *
   * @param j column, 0-based
   * @param out n entries, overwritten
   */
  default void gramColumn(int j, double[] out) {
    Require.gramColumn(j, columns(), out);
    double[] a = new double[rows()];
    column(j, a);
    applyTranspose(a, out);
  }

  /**
   * Column j in the form that suits it. The default fetches and packs it, in O(m); operators whose
   * columns have few non-zeros make the same vector from these alone.
   *
   * @param j column, 0-based
   */
  default PackedVector packedColumn(int j) {
    double[] a = new double[rows()];
    column(j, a);
    return PackedVector.taking(a);
  }

  /**
   * Column j of the Gram matrix in the form that suits it, likewise.
   *
   * @param j column, 0-based
   */
  default PackedVector packedGramColumn(int j) {
    double[] gram = new double[columns()];
    gramColumn(j, gram);
    return PackedVector.taking(gram);
  }

  /** Euclidean norms of all columns; n entries, a new array. The default fetches every column. */
  default double[] columnNorms() {
    double[] norms = new double[columns()];
    double[] a = new double[rows()];
    for (int j = 0; j < norms.length; j++) {
      column(j, a);
      norms[j] = Vectors.norm(a);
    }
    return norms;
  }

  /**
   * The spectral norm {@code ||A||_2}, to a relative error of about 1e-12. The default computes it
   * from some 40 to 400 products, at each call: see {@link SpectralNorm#of}.
   */
  default double norm() {
    return norm(() -> false);
  }

  /**
   * The same, given up early with a lower bound. Operators that know their norm override this one.
   *
   * @param giveUp asked after each pair of products
   */
  default double norm(BooleanSupplier giveUp) {
    return SpectralNorm.of(rows(), columns(), this::apply, this::applyTranspose, giveUp);
  }

  /**
   * The whitening of this matrix. The default writes the matrix out and finds its singular vectors,
   * in O(m² (m + n)).
   *
   * @throws IllegalArgumentException if the matrix is too large for that
   */
  default Whitening whitening() {
    return DenseWhitening.of(this);
  }

  /**
   * The weighted energies of the columns, {@code sum over i of weights[i] a_ij²}, where they cost
   * less than fetching every column; empty, the default, where they do not.
   *
   * @param weights m finite numbers, read only
   */
  default Optional<double[]> columnEnergies(double[] weights) {
    return Optional.empty();
  }

  /**
   * About how many multiplications a product costs; solvers ask where they can choose between a
   * product and work on single columns. The default is that of a full matrix, {@code m n}.
   */
  default long productCost() {
    return (long) rows() * columns();
  }

  /**
   * About how many multiplications a {@link #gramColumn} costs; solvers ask where they can do
   * without. The default is that of a product.
   */
  default long gramColumnCost() {
    return productCost();
  }

  /**
   * The operator whose column j is {@code scale[j]} times column j of this one.
   *
   * @param scale n finite factors; copied
   * @throws IllegalArgumentException if there is not one finite factor for each column
   */
  default LinearOperator scaleColumns(double[] scale) {
    return new ScaledColumns(this, scale);
  }
}
