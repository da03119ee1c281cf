package io.github.sea4j.bayes.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The posterior of a problem so small that all supports can be counted, by the textbook formula:
 * given support and signs, {@code y ~ N(A mu, s² I + A Psi A')}, all dense.
 *
 * <p>For amplitudes that are not cut; the tests of the sampler have a grid for the others.
 */
public final class ExactPosterior {

  /** A support with signs, and its weight among all of them. */
  public record Case(int[] support, int[] signs, double weight) {}

  private final double[][] a;
  private final double[] y;
  private final double[] scale;
  private final ModelParameters parameters;
  private final List<Case> cases = new ArrayList<>();
  private double total;

  /**
   * @param a columns of unit norm, by rows
   * @param least number of spikes
   * @param most number of spikes; all sizes between are equally likely beforehand
   */
  public ExactPosterior(
      double[][] a, double[] y, double[] scale, ModelParameters parameters, int least, int most) {
    this.a = a;
    this.y = y;
    this.scale = scale;
    this.parameters = parameters;
    int n = scale.length;
    double empty = logEvidence(new int[0], new int[0]);
    for (int bits = 0; bits < 1 << n; bits++) {
      int size = Integer.bitCount(bits);
      if (size >= least && size <= most) {
        int[] support = columns(bits, n);
        for (int signs = 0; signs < 1 << size; signs++) {
          int[] sign = new int[size];
          for (int i = 0; i < size; i++) {
            sign[i] = (signs >> i & 1) == 0 ? 1 : -1;
          }
          double relative = Math.exp(logEvidence(support, sign) - empty);
          add(new Case(support, sign, relative / (binomial(n, size) * (1 << size))));
        }
      }
    }
  }

  private void add(Case each) {
    cases.add(each);
    total += each.weight();
  }

  static int[] columns(int bits, int n) {
    int[] support = new int[Integer.bitCount(bits)];
    for (int j = 0, i = 0; j < n; j++) {
      if ((bits >> j & 1) == 1) {
        support[i++] = j;
      }
    }
    return support;
  }

  private static double binomial(int n, int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product *= (n - k + i) / (double) i;
    }
    return product;
  }

  /** All supports with all signs. */
  public List<Case> cases() {
    return cases;
  }

  /** Sum of the weights. */
  public double total() {
    return total;
  }

  /** The probability of each column. */
  public double[] inclusion() {
    double[] inclusion = new double[scale.length];
    for (Case each : cases) {
      for (int j : each.support()) {
        inclusion[j] += each.weight() / total;
      }
    }
    return inclusion;
  }

  /** The probability of each support, by its bits. */
  public double[] supports() {
    double[] supports = new double[1 << scale.length];
    for (Case each : cases) {
      supports[bits(each.support())] += each.weight() / total;
    }
    return supports;
  }

  /** A support as a number. */
  public static int bits(int[] support) {
    return Arrays.stream(support).map(j -> 1 << j).sum();
  }

  /** The mean of the amplitude at column j, on a column of unit norm, given that it is not zero. */
  public double meanAmplitude(int j) {
    double sum = 0;
    double weight = 0;
    for (Case each : cases) {
      int i = Arrays.binarySearch(each.support(), j);
      if (i >= 0) {
        sum += each.weight() * conditional(each)[i][each.support().length];
        weight += each.weight();
      }
    }
    return sum / weight;
  }

  /**
   * The Gaussian of the amplitudes given support and signs: lower triangular root of its precision
   * matrix, and its mean in a last column.
   */
  public double[][] conditional(Case each) {
    int k = each.support().length;
    double[][] precision = new double[k][k + 1];
    double[] right = new double[k];
    for (int i = 0; i < k; i++) {
      int j = each.support()[i];
      double psi = parameters.variance() * scale[j] * scale[j];
      for (int l = 0; l < k; l++) {
        precision[i][l] = gram(j, each.support()[l]) / parameters.noiseVariance();
      }
      precision[i][i] += 1 / psi;
      right[i] = along(j) / parameters.noiseVariance();
      right[i] += each.signs()[i] * parameters.mean() * scale[j] / psi;
    }
    double[][] root = cholesky(precision, k);
    double[] mean = solve(root, right);
    for (int i = 0; i < k; i++) {
      root[i][k] = mean[i];
    }
    return root;
  }

  private double logEvidence(int[] support, int[] signs) {
    int m = y.length;
    double[][] covariance = new double[m][m];
    double[] off = y.clone();
    for (int i = 0; i < m; i++) {
      covariance[i][i] = parameters.noiseVariance();
    }
    for (int i = 0; i < support.length; i++) {
      int j = support[i];
      double psi = parameters.variance() * scale[j] * scale[j];
      for (int row = 0; row < m; row++) {
        off[row] -= a[row][j] * signs[i] * parameters.mean() * scale[j];
        for (int other = 0; other < m; other++) {
          covariance[row][other] += psi * a[row][j] * a[other][j];
        }
      }
    }
    double[][] root = cholesky(covariance, m);
    double[] z = solve(root, off);
    double log = 0;
    for (int i = 0; i < m; i++) {
      log -= 0.5 * z[i] * off[i] + Math.log(root[i][i]);
    }
    return log;
  }

  private double gram(int j, int h) {
    double sum = 0;
    for (double[] row : a) {
      sum += row[j] * row[h];
    }
    return sum;
  }

  private double along(int j) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += a[i][j] * y[i];
    }
    return sum;
  }

  private static double[][] cholesky(double[][] matrix, int n) {
    double[][] root = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int l = 0; l < j; l++) {
          sum -= root[i][l] * root[j][l];
        }
        root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
      }
    }
    return root;
  }

  private static double[] solve(double[][] root, double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      for (int l = 0; l < i; l++) {
        x[i] -= root[i][l] * x[l];
      }
      x[i] /= root[i][i];
    }
    solveTransposed(root, x);
    return x;
  }

  /** {@code x = L'^-1 x}: of independent standard Gaussians, ones with precision L L'. */
  public static void solveTransposed(double[][] root, double[] x) {
    for (int i = x.length - 1; i >= 0; i--) {
      for (int l = i + 1; l < x.length; l++) {
        x[i] -= root[l][i] * x[l];
      }
      x[i] /= root[i][i];
    }
  }
}
