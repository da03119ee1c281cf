package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.ModelParameters;
import io.github.sea4j.linalg.TopK;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What two chains have counted, as one answer; reads the chains when it is asked. */
final class Summary {

  /** Of a 95 % interval, on each side. */
  private static final double TAIL = 0.025;

  private final SpikeModel model;
  private final Chain first;
  private final Chain second;

  Summary(SpikeModel model, List<Chain> chains) {
    this.model = model;
    this.first = chains.get(0);
    this.second = chains.get(1);
  }

  /** The likeliest columns, sorted: k, or the likeliest number of them where it is sampled. */
  int[] support() {
    return support(inclusion(), sizes());
  }

  private int[] support(double[] inclusion, double[] sizes) {
    int[] support = TopK.firstIndices(model.choosesSize() ? likeliest(sizes) : model.most());
    new TopK(inclusion.length).select(inclusion, support);
    return support;
  }

  /** All of it, coefficients in the units of the law. */
  Posterior posterior() {
    double[] inclusion = inclusion();
    double[] sizes = sizes();
    int[] support = support(inclusion, sizes);
    ModelParameters one = first.parameters();
    ModelParameters two = second.parameters();
    ModelParameters both =
        new ModelParameters(
            (one.mean() + two.mean()) / 2,
            (one.variance() + two.variance()) / 2,
            (one.noiseVariance() + two.noiseVariance()) / 2);
    return new Posterior(
        inclusion,
        support,
        amplitudes(support, both),
        sizes,
        Math.sqrt(both.noiseVariance()),
        both.mean(),
        Math.sqrt(both.variance()),
        Convergence.distance(first.tally().inclusion(), second.tally().inclusion()),
        Convergence.rHat(first.tally().squaredResiduals(), second.tally().squaredResiduals()),
        Math.min(first.tally().sweeps(), second.tally().sweeps()));
  }

  /** The mean of the chains that have counted; the state of the first where none has. */
  private double[] inclusion() {
    double[] sum = new double[model.columns()];
    int counted = 0;
    for (InclusionCount tally : List.of(first.tally(), second.tally())) {
      if (tally.sweeps() > 0) {
        double[] inclusion = tally.inclusion();
        for (int j = 0; j < sum.length; j++) {
          sum[j] += inclusion[j];
        }
        counted++;
      }
    }
    if (counted == 0) {
      for (int j : first.state().support()) {
        sum[j] = 1;
      }
      return sum;
    }
    for (int j = 0; j < sum.length; j++) {
      sum[j] /= counted;
    }
    return sum;
  }

  private double[] sizes() {
    double[] sizes = new double[model.most() + 1];
    int seen = 0;
    for (InclusionCount tally : List.of(first.tally(), second.tally())) {
      seen += tally.sweeps();
      for (int s = 0; s < sizes.length; s++) {
        sizes[s] += tally.sizes()[s];
      }
    }
    if (seen == 0) {
      sizes[first.state().size()] = 1;
      return sizes;
    }
    for (int s = 0; s < sizes.length; s++) {
      sizes[s] /= seen;
    }
    return sizes;
  }

  private static int likeliest(double[] sizes) {
    int best = 0;
    for (int s = 1; s < sizes.length; s++) {
      best = sizes[s] > sizes[best] ? s : best;
    }
    return best;
  }

  private List<Amplitude> amplitudes(int[] support, ModelParameters parameters) {
    double[][] one = first.tally().amplitudes(support);
    double[][] two = second.tally().amplitudes(support);
    List<Amplitude> found = new ArrayList<>();
    for (int i = 0; i < support.length; i++) {
      double[] seen = Arrays.copyOf(one[i], one[i].length + two[i].length);
      System.arraycopy(two[i], 0, seen, one[i].length, two[i].length);
      Arrays.sort(seen);
      found.add(seen.length == 0 ? prior(parameters) : amplitude(seen, model.scale()[support[i]]));
    }
    return found;
  }

  private static Amplitude amplitude(double[] seen, double scale) {
    return new Amplitude(
        Arrays.stream(seen).average().orElseThrow() / scale,
        quantile(seen, TAIL) / scale,
        quantile(seen, 1 - TAIL) / scale);
  }

  /** Of a column that no thinned state had: nothing but its law is known. */
  private Amplitude prior(ModelParameters parameters) {
    AmplitudeLaw law = model.law();
    double reach = Math.min(law.high(), parameters.mean() + 2 * Math.sqrt(parameters.variance()));
    int only = law.cut().sign();
    return new Amplitude(
        only * parameters.mean(), only > 0 ? law.low() : -reach, only < 0 ? -law.low() : reach);
  }

  /** Linear between order statistics. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
