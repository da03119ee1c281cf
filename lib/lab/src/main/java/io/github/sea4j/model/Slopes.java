package io.github.sea4j.model;

import io.github.sea4j.problem.Support;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/** How steeply the loss falls where a term or a group of them enters a fit. */
final class Slopes {

  private final Training training;

  /** What the fit leaves of y, weighted. */
  private final double[] left;

  Slopes(Training training, SizeFit fit) {
    this.training = training;
    left = new double[training.size()];
    for (int i = 0; i < left.length; i++) {
      int row = training.row(i);
      double mean = training.loss().mean(training.eta(fit, row));
      left[i] = training.design().weight(row) * (training.design().y(row) - mean);
    }
  }

  double[] ofGroups() {
    return training.design().groups().stream().mapToDouble(group -> of(group.terms())).toArray();
  }

  private double of(Support terms) {
    SimpleMatrix along = new SimpleMatrix(terms.size(), 1);
    SimpleMatrix gram = new SimpleMatrix(terms.size(), terms.size());
    double[][] columns =
        IntStream.of(terms.toArray()).mapToObj(training::scaled).toArray(double[][]::new);
    for (int a = 0; a < terms.size(); a++) {
      double[] column = columns[a];
      double slope = 0;
      for (int i = 0; i < left.length; i++) {
        slope += column[i] * left[i];
      }
      along.set(a, training.design().question().nonNegative() ? Math.max(slope, 0) : slope);
      for (int b = 0; b <= a; b++) {
        double product = product(column, columns[b]);
        gram.set(a, b, product);
        gram.set(b, a, product);
      }
    }
    if (terms.size() == 1) {
      return gram.get(0) > 0 ? along.get(0) / Math.sqrt(gram.get(0)) : 0;
    }
    return Math.sqrt(Math.max(0, along.dot(gram.pseudoInverse().mult(along))));
  }

  private double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += training.design().weight(training.row(i)) * one[i] * other[i];
    }
    return sum;
  }
}
