package io.github.sea4j.linalg;

/**
 * A matrix A with its measurement space rotated so that its rows are orthogonal: from the singular
 * value decomposition {@code A = U diag(s) V'}, the matrix {@code C = U'A = diag(s) V'} without the
 * rows that are zero to working precision.
 *
 * <p>In it everything that needs {@code A A'} is a division: {@code C C' = diag(s²)}, {@code A^+ y
 * = C' (U'y / s²)}, {@code (A'A + lambda I)^-1 A'y = C' (U'y / (s² + lambda))}. Products are for
 * several vectors at once; each costs about what one with A or A' does, and counts as one where
 * products are counted.
 *
 * <p>Immutable and safe for use by several threads.
 */
public interface OrthogonalRows {

  /** Number of columns, n. */
  int columns();

  /**
   * The squared singular values s² in the order of the rows, all above 0: as many as the rank r of
   * A to working precision; a new array.
   */
  double[] squares();

  /**
   * {@code U'y}, without the part that no column reaches.
   *
   * @param y m entries, read only
   * @return r entries, a new array
   */
  double[] rotated(double[] y);

  /**
   * {@code c_b = C x_b} for {@code b < count}.
   *
   * @param x vectors of n entries, read only
   * @param count how many of the vectors take part
   * @param c vectors of r entries, overwritten
   */
  void apply(double[][] x, int count, double[][] c);

  /**
   * {@code x_b += C' c_b} for {@code b < count}.
   *
   * @param c vectors of r entries, read only
   * @param count how many of the vectors take part
   * @param x vectors of n entries, mutated
   */
  void addTranspose(double[][] c, int count, double[][] x);
}
