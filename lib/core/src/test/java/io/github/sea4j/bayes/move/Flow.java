package io.github.sea4j.bayes.move;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often a move leads from one support to another, from states drawn from the posterior. */
final class Flow {

  private final SmallProblem problem;
  private final ExactPosterior posterior;
  private final Level level;
  private final Spikes empty;
  private final Neighbourhoods neighbourhoods;
  private final Chance chance;
  private final double[] weights;
  private final Map<List<Integer>, Integer> flows = new HashMap<>();
  private int moved;
  private int steps;
  private final double[] sums = new double[2];
  private final double[] squares = new double[2];

  Flow(SmallProblem problem, ModelParameters parameters, int least, int most, long seed) {
    this.problem = problem;
    this.posterior =
        new ExactPosterior(problem.a(), problem.y(), problem.scale(), parameters, least, most);
    this.level = new Level(problem.scale());
    level.set(parameters, Cut.NONE, 1);
    this.empty = problem.empty(most);
    this.neighbourhoods = new Neighbourhoods(problem.operator(), () -> false);
    this.chance = new Chance(seed);
    this.weights = posterior.cases().stream().mapToDouble(ExactPosterior.Case::weight).toArray();
  }

  Neighbourhoods neighbourhoods() {
    return neighbourhoods;
  }

  Chance chance() {
    return chance;
  }

  /** Makes so many steps, each from a fresh state. */
  void run(Move move, int count) {
    for (int i = 0; i < count; i++) {
      Spikes spikes = draw();
      int before = ExactPosterior.bits(spikes.support());
      double residualBefore = spikes.squaredResidual();
      int crowdBefore = crowd(spikes);
      move.step(spikes, level);
      int after = ExactPosterior.bits(spikes.support());
      moved += before == after ? 0 : 1;
      flows.merge(List.of(before, after), 1, Integer::sum);
      // The mean of f(before) g(after) - f(after) g(before) is 0, for any f and g.
      add(0, (before & 3) * spikes.squaredResidual() - (after & 3) * residualBefore);
      add(1, crowd(spikes) - crowdBefore);
      steps++;
    }
  }

  private void add(int statistic, double value) {
    sums[statistic] += value;
    squares[statistic] += value * value;
  }

  /** Number of pairs of spikes that are neighbours, each counted twice. */
  private int crowd(Spikes spikes) {
    int pairs = 0;
    for (int j : spikes.support()) {
      for (int h : neighbourhoods.near(j).columns()) {
        pairs += h == j || spikes.isFree(h) ? 0 : 1;
      }
    }
    return pairs;
  }

  /** A support with amplitudes, spikes in random order. */
  private Spikes draw() {
    ExactPosterior.Case drawn =
        posterior.cases().get(chance.index(weights, weights.length, posterior.total()));
    int k = drawn.support().length;
    double[][] root = posterior.conditional(drawn);
    double[] amplitudes = new double[k];
    for (int i = 0; i < k; i++) {
      amplitudes[i] = chance.gaussian();
    }
    ExactPosterior.solveTransposed(root, amplitudes);
    Spikes spikes = empty.copy();
    int shift = k == 0 ? 0 : chance.below(k);
    for (int i = 0; i < k; i++) {
      int next = (i + shift) % k;
      spikes.add(drawn.support()[next], amplitudes[next] + root[next][k]);
    }
    return spikes;
  }

  /** Steps that changed the support. */
  int moved() {
    return moved;
  }

  /** The largest difference of a flow and its return flow, in standard errors. */
  double worst() {
    double worst = 0;
    for (Map.Entry<List<Integer>, Integer> flow : flows.entrySet()) {
      List<Integer> way = flow.getKey();
      int back = flows.getOrDefault(List.of(way.get(1), way.get(0)), 0);
      int there = flow.getValue();
      if (there + back >= 25) {
        worst = Math.max(worst, Math.abs(there - back) / Math.sqrt(there + back));
      }
    }
    return worst;
  }

  /** The larger mean of two antisymmetric functions of before and after, in standard errors. */
  double asymmetry() {
    double worst = 0;
    for (int i = 0; i < sums.length; i++) {
      double mean = sums[i] / steps;
      double variance = squares[i] / steps - mean * mean;
      worst = variance > 0 ? Math.max(worst, Math.abs(mean) / Math.sqrt(variance / steps)) : worst;
    }
    return worst;
  }

  @Override
  public String toString() {
    return problem + " " + Arrays.toString(posterior.inclusion());
  }
}
