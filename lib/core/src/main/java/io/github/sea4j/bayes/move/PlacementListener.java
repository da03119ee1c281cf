package io.github.sea4j.bayes.move;

/** Learns where spikes may be. Each spike that moves is reported by one of the two methods. */
public interface PlacementListener {

  /** A spike's column was drawn from some columns, with weights that sum to a total; read only. */
  void onConditional(int[] columns, double[] weights, int count, double total);

  /** A spike is at this column, by a step that may have been refused. */
  void onVisit(int column);
}
