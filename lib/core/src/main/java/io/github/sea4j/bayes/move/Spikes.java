package io.github.sea4j.bayes.move;

import java.util.Arrays;

/**
 * The state of one chain: some columns with their amplitudes, and what is left of the measurements
 * without them, {@code c = A'r} and {@code ||r||²}.
 *
 * <p>Columns have unit norm. Mutable; used by one thread at a time.
 */
public final class Spikes {

  /** The spikes of one moment. */
  @SuppressWarnings("ArrayRecordComponent") // Snapshots are not compared.
  public record Snapshot(int[] columns, double[] amplitudes) {}

  private final Neighbourhoods neighbourhoods;
  private final int[] columns;
  private final double[] amplitudes;
  private final int[] slots;
  private final double[] correlations;
  private int size;
  private double squaredResidual;

  /**
   * No spike.
   *
   * @param correlations {@code A'y}, copied
   * @param squaredNorm {@code ||y||²}
   * @param capacity largest number of spikes
   */
  public Spikes(
      Neighbourhoods neighbourhoods, double[] correlations, double squaredNorm, int capacity) {
    this.neighbourhoods = neighbourhoods;
    this.columns = new int[capacity];
    this.amplitudes = new double[capacity];
    this.slots = new int[correlations.length];
    Arrays.fill(slots, -1);
    this.correlations = correlations.clone();
    this.squaredResidual = squaredNorm;
  }

  private Spikes(Spikes other) {
    this.neighbourhoods = other.neighbourhoods;
    this.columns = other.columns.clone();
    this.amplitudes = other.amplitudes.clone();
    this.slots = other.slots.clone();
    this.correlations = other.correlations.clone();
    this.size = other.size;
    this.squaredResidual = other.squaredResidual;
  }

  /** An independent copy. */
  public Spikes copy() {
    return new Spikes(this);
  }

  /** Number of spikes. */
  public int size() {
    return size;
  }

  /** Largest number of spikes. */
  public int capacity() {
    return columns.length;
  }

  /** Number of columns of A. */
  public int length() {
    return slots.length;
  }

  /** The column of spike {@code i}. */
  public int column(int i) {
    return columns[i];
  }

  /** The amplitude of spike {@code i}, on a column of unit norm. */
  public double amplitude(int i) {
    return amplitudes[i];
  }

  /** The spike at column {@code j}, or -1. */
  int spikeAt(int j) {
    return slots[j];
  }

  /** Whether no spike is at column {@code j}. */
  public boolean isFree(int j) {
    return slots[j] < 0;
  }

  /** {@code A'r}; shared, read only. */
  public double[] correlations() {
    return correlations;
  }

  /** {@code ||r||²}; never negative, whatever rounding does. */
  public double squaredResidual() {
    return Math.max(0, squaredResidual);
  }

  /** The columns, sorted; a new array. */
  public int[] support() {
    int[] support = Arrays.copyOf(columns, size);
    Arrays.sort(support);
    return support;
  }

  /** What it is now. */
  public Snapshot snapshot() {
    return new Snapshot(Arrays.copyOf(columns, size), Arrays.copyOf(amplitudes, size));
  }

  /** Takes the spike out of its column; {@link #put} must follow, or {@link #forget}. */
  void lift(int i) {
    int j = columns[i];
    double x = amplitudes[i];
    squaredResidual += x * (2 * correlations[j] + x);
    neighbourhoods.gram(j).addTo(x, correlations);
    slots[j] = -1;
  }

  /** Puts a lifted spike into a free column; one of amplitude 0 needs no Gram column. */
  void put(int i, int j, double amplitude) {
    if (amplitude != 0) {
      Runs gram = neighbourhoods.gram(j);
      squaredResidual -= amplitude * (2 * correlations[j] - amplitude);
      gram.addTo(-amplitude, correlations);
    }
    columns[i] = j;
    amplitudes[i] = amplitude;
    slots[j] = i;
  }

  /** One more spike. */
  public void add(int j, double amplitude) {
    put(size, j, amplitude);
    size++;
  }

  /** Gives up a lifted spike; the last one takes its number. */
  void forget(int i) {
    size--;
    if (i < size) {
      columns[i] = columns[size];
      amplitudes[i] = amplitudes[size];
      slots[columns[i]] = i;
    }
  }

  /**
   * Computes residual and correlations afresh, so that rounding does not add up.
   *
   * @param fresh {@code A'y}
   * @param squaredNorm {@code ||y||²}
   */
  public void refresh(double[] fresh, double squaredNorm) {
    System.arraycopy(fresh, 0, correlations, 0, fresh.length);
    squaredResidual = squaredNorm;
    for (int i = 0; i < size; i++) {
      put(i, columns[i], amplitudes[i]);
    }
  }
}
