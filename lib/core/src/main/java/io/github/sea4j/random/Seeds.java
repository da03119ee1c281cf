package io.github.sea4j.random;

/**
 * Seeds made from other seeds, so that every part of an experiment has random numbers of its own.
 *
 * <p>{@code derive(experiment, cell, trial)} depends on all its arguments and their order; seeds
 * that differ anywhere are unrelated for every practical purpose, also for neighbouring numbers.
 */
public final class Seeds {

  /** 2^64 over the golden ratio, odd: the step of SplitMix64. */
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /**
   * The seed at {@code path} below {@code seed}: {@code s = mix(seed + c)}, then {@code s =
   * mix(mix(s + c) + p)} for each step p of the path, with c the step of SplitMix64 and mix its
   * finaliser (Steele, Lea, Flood, OOPSLA 2014; constants: Stafford's variant 13).
   *
   * <p>With all else fixed this is a bijection of the seed and of each step of the path: two trials
   * of one cell never share a seed.
   */
  public static long derive(long seed, long... path) {
    long state = mix(seed + STEP);
    for (long step : path) {
      state = mix(mix(state + STEP) + step);
    }
    return state;
  }

  /**
   * What the instance of one trial of an experiment is drawn from: its number among those of a
   * shape and sparsity.
   *
   * @param seed of the experiment
   * @param rows m
   * @param columns n
   * @param sparsity k
   * @param number of the trial, from 0
   */
  public static long ofTrial(long seed, int rows, int columns, int sparsity, int number) {
    return derive(seed, rows, columns, sparsity, number);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
