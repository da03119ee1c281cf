package io.github.sea4j.bayes;

import io.github.sea4j.bayes.move.Parameters;
import io.github.sea4j.linalg.TopK;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What two chains have counted, as one answer. */
final class Summary {

  /** Of a 95 % interval, on each side. */
  private static final double TAIL = 0.025;

  private Summary() {}

  static Posterior of(Model model, List<Chain> chains) {
    Tally first = chains.get(0).tally();
    Tally second = chains.get(1).tally();
    double[] inclusion = inclusion(chains);
    double[] sizes = sizes(chains, model);
    int[] support = TopK.firstIndices(model.choosesSize() ? likeliest(sizes) : model.most());
    new TopK(inclusion.length).select(inclusion, support);
    Parameters one = chains.get(0).parameters();
    Parameters two = chains.get(1).parameters();
    Parameters both =
        new Parameters(
            (one.mean() + two.mean()) / 2,
            (one.variance() + two.variance()) / 2,
            (one.noiseVariance() + two.noiseVariance()) / 2);
    return new Posterior(
        inclusion,
        support,
        amplitudes(model, support, List.of(first, second), both),
        sizes,
        Math.sqrt(both.noiseVariance()),
        both.mean(),
        Math.sqrt(both.variance()),
        Convergence.distance(first.inclusion(), second.inclusion()),
        Convergence.rHat(first.squaredResiduals(), second.squaredResiduals()),
        Math.min(first.sweeps(), second.sweeps()));
  }

  /** The mean of the chains that have counted; the state of the first where none has. */
  private static double[] inclusion(List<Chain> chains) {
    double[] sum = new double[chains.get(0).state().length()];
    int counted = 0;
    for (Chain chain : chains) {
      if (chain.tally().sweeps() > 0) {
        double[] inclusion = chain.tally().inclusion();
        for (int j = 0; j < sum.length; j++) {
          sum[j] += inclusion[j];
        }
        counted++;
      }
    }
    for (int j = 0; j < sum.length; j++) {
      boolean here = !chains.get(0).state().isFree(j);
      sum[j] = counted > 0 ? sum[j] / counted : here ? 1 : 0;
    }
    return sum;
  }

  private static double[] sizes(List<Chain> chains, Model model) {
    double[] sizes = new double[model.most() + 1];
    int seen = 0;
    for (Chain chain : chains) {
      seen += chain.tally().sweeps();
      for (int s = 0; s < sizes.length; s++) {
        sizes[s] += chain.tally().sizes()[s];
      }
    }
    if (seen == 0) {
      sizes[chains.get(0).state().size()] = 1;
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

  private static List<Amplitude> amplitudes(
      Model model, int[] support, List<Tally> tallies, Parameters parameters) {
    List<Amplitude> found = new ArrayList<>();
    for (int j : support) {
      double[] seen =
          tallies.stream().flatMapToDouble(tally -> tally.amplitudes(j)).sorted().toArray();
      found.add(amplitude(seen, model, j, parameters));
    }
    return found;
  }

  private static Amplitude amplitude(
      double[] seen, Model model, int j, Parameters parameters) {
    if (seen.length == 0) {
      return prior(model.law(), parameters);
    }
    double scale = model.scale()[j];
    return new Amplitude(
        Arrays.stream(seen).average().orElseThrow() / scale,
        quantile(seen, TAIL) / scale,
        quantile(seen, 1 - TAIL) / scale);
  }

  /** Of a column that no thinned state had: nothing but its law is known. */
  private static Amplitude prior(AmplitudeLaw law, Parameters parameters) {
    double reach = parameters.mean() + 2 * Math.sqrt(parameters.variance());
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
