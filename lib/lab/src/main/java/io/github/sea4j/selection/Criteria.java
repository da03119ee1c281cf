package io.github.sea4j.selection;

import io.github.sea4j.model.LossKind;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * What a fit costs by the information criteria: {@code L + df c}, with L minus twice the logarithm
 * of the likelihood up to a constant: {@code m ln(RSS / m)} for least squares, else the deviance; m
 * the number of rows (the sum of their weights), n of columns to choose from, k of chosen ones, and
 * df the number of all coefficients.
 *
 * @param aic c = 2 (Akaike 1974); for comparison, it takes too many
 * @param bic c = ln m (Schwarz 1978)
 * @param ebic {@code bic + 2 ln C(n, k)} (Chen and Chen 2008, gamma = 1)
 * @param gic c = ln(max(n, 2)) ln(ln(m)) (Zhu et al., PNAS 117, 2020), with ln m at least e
 */
public record Criteria(double aic, double bic, double ebic, double gic) {

  /** An exact fit counts as one to working precision. */
  private static final double SMALLEST_SHARE = 1e-24;

  /**
   * Of one fit.
   *
   * @param deviance at the fit
   * @param nullDeviance without any chosen column
   * @param rows m
   * @param columns n, or how many groups
   * @param chosen k
   * @param others coefficients of the intercept and of forced columns, and of groups beyond their
   *     first
   */
  static Criteria of(
      LossKind loss,
      double deviance,
      double nullDeviance,
      double rows,
      int columns,
      int chosen,
      int others) {
    double floor = Math.max(SMALLEST_SHARE * nullDeviance, Double.MIN_NORMAL);
    double fit =
        loss == LossKind.LEAST_SQUARES
            ? rows * Math.log(Math.max(deviance, floor) / rows)
            : deviance;
    double df = chosen + others;
    double bic = fit + df * Math.log(rows);
    double gic = Math.log(Math.max(columns, 2)) * Math.log(Math.max(Math.log(rows), Math.E));
    double choices = CombinatoricsUtils.binomialCoefficientLog(columns, chosen);
    return new Criteria(fit + 2 * df, bic, bic + 2 * choices, fit + df * gic);
  }
}
