package io.github.sea4j.problem;

/**
 * The coefficients of an answer, in the user's units.
 *
 * @param x those of the chosen columns and of the columns that are forced in
 * @param intercept 0 where there is none
 */
public record UserModel(SparseVector x, double intercept) {}
