package io.github.sea4j.table;

/** A row that belongs to one solver, or one rule, on one instance of a sweep. */
public interface TrialRow {

  /** Shape, sparsity and noise of the instance. */
  Cell cell();

  /** Number of the instance within its cell, from 0. */
  int trial();

  /** Name of the solver, its canonical text. */
  String solver();

  /** What tells it from the other rows of the instance: the solver unless told otherwise. */
  default String contestant() {
    return solver();
  }
}
