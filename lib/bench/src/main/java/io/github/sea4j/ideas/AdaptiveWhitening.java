package io.github.sea4j.ideas;

import io.github.sea4j.linalg.TopK;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.problem.SparseVector;
import io.github.sea4j.problem.Support;
import io.github.sea4j.problem.UnitNormProblem;
import io.github.sea4j.solver.Solution;
import io.github.sea4j.solver.Solver;
import java.util.Arrays;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A solver in geometries that learn which columns are active: {@code (A diag(gamma) A' + sigma²
 * I)^(-1/2)}, gamma constant at first. The noise level is known. Every answer competes on the
 * original residual.
 *
 * @param solver what is run in the geometries
 * @param rounds how often gamma is learned
 * @param learning from what
 */
record AdaptiveWhitening(Solver solver, int rounds, Learning learning)
    implements Function<Instance, Answer> {

  /** Stands for the noise where there is none, beside {@code ||y||²/m}. */
  private static final double SMALLEST = 1e-10;

  /** Where gamma comes from. */
  enum Learning {
    /** From the solver's answer of the round before: half of it all over, half where it lies. */
    ANSWER,
    /** Sparse Bayesian learning; the solver is run at the end alone. */
    BAYESIAN,
    /** The same; the k largest gamma are the answer, the solver is not run. For comparison. */
    BAYESIAN_ALONE
  }

  @Override
  public Answer apply(Instance instance) {
    UnitNormProblem unit = instance.problem().unitNorm();
    double[] y = unit.measurements();
    double energy = Arrays.stream(y).map(value -> value * value).sum();
    double noise = unit.fromUser(instance.noiseNorm());
    double noiseVariance = Math.max(noise * noise, SMALLEST * energy) / y.length;
    DMatrixRMaj columns = CommonOps_DDRM.transpose(Spectrum.matrix(unit.operator()), null);
    double[] gamma = new double[unit.columns()];
    Arrays.fill(gamma, (energy - noise * noise) / gamma.length);
    AdaptedGeometry geometry = AdaptedGeometry.of(columns, y, gamma, noiseVariance);
    Competition competition = new Competition(instance.problem());
    for (int round = 0; round < rounds; round++) {
      if (learning == Learning.ANSWER) {
        Solution there = solver.solve(geometry.problem(unit.sparsity()));
        competition.enter(there);
        gamma = mixed(Competition.fitted(instance.problem(), competition.best()).x(), unit, energy);
      } else {
        gamma = geometry.learned(gamma);
      }
      geometry = AdaptedGeometry.of(columns, y, gamma, noiseVariance);
    }
    if (learning == Learning.BAYESIAN_ALONE) {
      return new Answer(largest(gamma, unit.sparsity()), 0);
    }
    competition.enter(solver.solve(geometry.problem(unit.sparsity())));
    return competition.answer();
  }

  private static double[] mixed(SparseVector x, UnitNormProblem unit, double energy) {
    double[] coefficients = unit.fromUser(x);
    double[] gamma = new double[coefficients.length];
    for (int j = 0; j < gamma.length; j++) {
      gamma[j] = 0.5 * energy / gamma.length + 0.5 * coefficients[j] * coefficients[j];
    }
    return gamma;
  }

  private static Support largest(double[] gamma, int k) {
    int[] support = TopK.firstIndices(k);
    new TopK(gamma.length).select(gamma, support);
    return Support.of(support);
  }
}
