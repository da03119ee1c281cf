package io.github.sea4j.model;

import io.github.sea4j.problem.Support;
import io.github.sea4j.solver.Status;

/**
 * A fit on some columns, in the table's units.
 *
 * @param support its terms, those that are forced in among them
 * @param coefficients one for each
 * @param intercept 0 where there is none
 * @param deviance what was minimised; the sum of squared errors for least squares
 * @param ridge that was needed as there is no finite fit, 0 for none
 * @param status why the solver stopped
 */
public record SizeFit(
    Support support,
    double[] coefficients,
    double intercept,
    double deviance,
    double ridge,
    Status status) {}
