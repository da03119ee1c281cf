package io.github.sea4j.bayes.move;

/** A random change of a state that leaves its posterior at one temperature as it is. */
public interface Move {

  /** Makes the change, or refuses it; mutates the state. */
  void step(Spikes spikes, Level level);
}
