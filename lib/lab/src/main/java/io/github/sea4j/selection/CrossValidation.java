package io.github.sea4j.selection;

import io.github.sea4j.model.Design;
import io.github.sea4j.model.PowerOfTwo;
import io.github.sea4j.model.SizeFit;
import io.github.sea4j.model.Training;
import io.github.sea4j.solver.Solver;
import java.util.Arrays;
import java.util.List;

/**
 * Deviance of rows held out, for each size: the whole path, standardisation, filling of missing
 * values and choice of columns, is made anew without each fold and judged on it.
 *
 * @param sizes that were tried
 * @param folds how many
 * @param repeats how often the rows were dealt to folds
 * @param mean deviance of one row, one for each size: the mean over all rows, and over repeats
 * @param standardError of these means: {@code sqrt(sum of w_f (e_f - mean)² / (sum of w_f) / (F -
 *     1))} over the F folds with weights w_f and mean deviances e_f (as glmnet does); over repeats
 *     the root of their mean square, as dealing the same rows again makes the mean steadier but not
 *     the rows more
 */
public record CrossValidation(
    SizeRange sizes, int folds, int repeats, double[] mean, double[] standardError) {

  /** Deviances of one fold. */
  record Held(double weight, double[] deviance) {}

  static Held hold(Design design, Solver solver, SizeRange sizes, int[] others, int[] held) {
    Training training = design.training(others);
    List<SizeFit> path = PathSearch.find(training, solver, sizes);
    double weight = Arrays.stream(held).mapToDouble(design::weight).sum();
    return new Held(
        weight, path.stream().mapToDouble(fit -> training.deviance(fit, held)).toArray());
  }

  static CrossValidation of(SizeRange sizes, List<Held> folds) {
    double total = folds.stream().mapToDouble(Held::weight).sum();
    double[] mean = new double[sizes.count()];
    double[] error = new double[mean.length];
    for (int s = 0; s < mean.length; s++) {
      for (Held fold : folds) {
        mean[s] += fold.deviance()[s] / total;
      }
      double[] off = new double[folds.size()];
      for (int f = 0; f < off.length; f++) {
        off[f] = folds.get(f).deviance()[s] / folds.get(f).weight() - mean[s];
      }
      // Deviances are squares already.
      int exponent = PowerOfTwo.exponent(off);
      double[] scaled = PowerOfTwo.scaled(off, exponent);
      double squares = 0;
      for (int f = 0; f < off.length; f++) {
        squares += folds.get(f).weight() * scaled[f] * scaled[f];
      }
      error[s] = Math.scalb(Math.sqrt(squares / total / (folds.size() - 1)), exponent);
    }
    return new CrossValidation(sizes, folds.size(), 1, mean, error);
  }

  /** The mean of several, of the same rows dealt anew. */
  static CrossValidation mean(List<CrossValidation> repeats) {
    CrossValidation first = repeats.get(0);
    double[] mean = new double[first.mean.length];
    double[] error = new double[mean.length];
    for (int s = 0; s < mean.length; s++) {
      int size = s;
      mean[s] = repeats.stream().mapToDouble(each -> each.mean[size]).sum() / repeats.size();
      double[] errors = repeats.stream().mapToDouble(each -> each.standardError[size]).toArray();
      int exponent = PowerOfTwo.exponent(errors);
      double squares = Arrays.stream(PowerOfTwo.scaled(errors, exponent)).map(e -> e * e).sum();
      error[s] = Math.scalb(Math.sqrt(squares / repeats.size()), exponent);
    }
    return new CrossValidation(first.sizes, first.folds, repeats.size(), mean, error);
  }

  @Override
  public String toString() {
    return "%d folds%s".formatted(folds, repeats == 1 ? "" : ", %d times".formatted(repeats));
  }

  /** The size with the least mean, the smaller one of equals. */
  public int best() {
    int best = 0;
    for (int s = 1; s < mean.length; s++) {
      best = mean[s] < mean[best] ? s : best;
    }
    return sizes.from() + best;
  }

  /**
   * The smallest size whose mean is within one standard error of the least (Breiman et al. 1984,
   * section 3.4.3).
   */
  public int withinOneStandardError() {
    int best = best() - sizes.from();
    double bound = mean[best] + standardError[best];
    int smallest = 0;
    while (mean[smallest] > bound) {
      smallest++;
    }
    return sizes.from() + smallest;
  }
}
