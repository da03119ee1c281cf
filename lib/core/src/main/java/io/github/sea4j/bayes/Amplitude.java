package io.github.sea4j.bayes;

/**
 * What is known of the coefficient of one column, given that it is not zero.
 *
 * @param mean its mean
 * @param low it lies below with probability 2.5 %
 * @param high it lies above with probability 2.5 %
 */
public record Amplitude(double mean, double low, double high) {}
