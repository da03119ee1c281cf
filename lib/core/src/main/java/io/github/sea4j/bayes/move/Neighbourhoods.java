package io.github.sea4j.bayes.move;

import io.github.sea4j.operator.LinearOperator;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The Gram columns {@code A'a_j} that a sampler has touched, and which columns are neighbours:
 * those with an inner product above .1 in magnitude, at most the 16 largest, each among the other's
 * largest too. The relation is symmetric, as moves need it.
 *
 * <p>Safe for use by several threads: all that is shared is immutable, and fetching is locked. Up
 * to a quarter of the memory of the virtual machine is spent on Gram columns; further ones are
 * computed each time.
 */
public final class Neighbourhoods {

  /** Smaller inner products do not make neighbours. */
  private static final double OVERLAP = 0.1;

  /** Neighbours that a spike may move to, or leave with. */
  private static final int NEAR = 16;

  /** Neighbours that each of two spikes may move to. */
  private static final int NEAREST = 4;

  /** Largest size of a window. */
  static final int MOST = NEAR + 1;

  private final LinearOperator operator;
  private final BooleanSupplier mustStop;
  private final @Nullable Column[] columns;
  private final @Nullable Around[] around;
  private final long capacity = Runtime.getRuntime().maxMemory() / (4 * Double.BYTES);
  private long entries;

  /** A Gram column and its largest entries, itself not among them, largest first. */
  private record Column(Runs gram, int[] largest) {}

  private record Around(Window near, Window nearest) {}

  /**
   * Nothing fetched yet.
   *
   * @param operator A with columns of unit norm
   * @param mustStop asked before a Gram column is computed
   */
  public Neighbourhoods(LinearOperator operator, BooleanSupplier mustStop) {
    this.operator = operator;
    this.mustStop = mustStop;
    this.columns = new Column[operator.columns()];
    this.around = new Around[operator.columns()];
  }

  /**
   * {@code A'a_j}.
   *
   * @throws CancellationException if it would have to be computed but sampling must stop, as do the
   *     methods below; the state is then one that has been left in the middle of a move
   */
  Runs gram(int j) {
    return column(j).gram();
  }

  /** A column and its neighbours. */
  Window near(int j) {
    return around(j).near();
  }

  /** A column and its few closest neighbours. */
  Window nearest(int j) {
    return around(j).nearest();
  }

  private Column column(int j) {
    Column column = columns[j];
    return column == null ? fetch(j) : column;
  }

  private synchronized Column fetch(int j) {
    Column column = columns[j];
    if (column == null) {
      if (mustStop.getAsBoolean()) {
        throw new CancellationException("sampling must stop");
      }
      double[] dense = new double[columns.length];
      operator.gramColumn(j, dense);
      column = new Column(Runs.of(dense), largest(dense, j));
      if (entries < capacity) {
        entries += column.gram().entries();
        columns[j] = column;
      }
    }
    return column;
  }

  private static int[] largest(double[] gram, int j) {
    int[] largest = new int[NEAR];
    int count = 0;
    for (int h = 0; h < gram.length; h++) {
      double value = Math.abs(gram[h]);
      if (h == j || value <= OVERLAP) {
        continue;
      }
      int place = count;
      while (place > 0 && value > Math.abs(gram[largest[place - 1]])) {
        place--;
      }
      if (place < NEAR) {
        count = Math.min(count + 1, NEAR);
        System.arraycopy(largest, place, largest, place + 1, count - place - 1);
        largest[place] = h;
      }
    }
    return Arrays.copyOf(largest, count);
  }

  private Around around(int j) {
    Around known = around[j];
    if (known == null) {
      known = new Around(window(j, NEAR), window(j, NEAREST));
      around[j] = known;
    }
    return known;
  }

  private Window window(int j, int most) {
    int[] members = members(j, most);
    double[] shares = new double[members.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = 1.0 / members(members[i], most).length;
    }
    return new Window(members, shares);
  }

  /** The column itself and its mutual neighbours. */
  private int[] members(int j, int most) {
    int[] mine = column(j).largest();
    int[] members = new int[Math.min(most, mine.length) + 1];
    members[0] = j;
    int count = 1;
    for (int i = 0; i < members.length - 1; i++) {
      if (isAmong(column(mine[i]).largest(), most, j)) {
        members[count++] = mine[i];
      }
    }
    return Arrays.copyOf(members, count);
  }

  private static boolean isAmong(int[] columns, int most, int j) {
    for (int i = 0; i < Math.min(most, columns.length); i++) {
      if (columns[i] == j) {
        return true;
      }
    }
    return false;
  }
}
