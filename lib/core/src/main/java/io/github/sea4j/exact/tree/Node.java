package io.github.sea4j.exact.tree;

/**
 * An open node of the tree: which columns are in, out and free, where its relaxation ended, and
 * what it bounds. Immutable but for the arrays, which nobody changes after construction.
 *
 * @param state one of {@link NodeState#FREE}, IN and OUT for each column
 * @param active columns where the relaxed x is not zero
 * @param values its values there
 * @param multiplier of the constraint on the number of columns
 * @param bound lower bound of the objective below this node
 * @param smallest least coefficient each column can have in a better answer
 * @param largest greatest one
 * @param branch the free column to decide next
 * @param number order of creation, which decides between equal bounds
 */
record Node(
    byte[] state,
    int[] active,
    double[] values,
    double multiplier,
    double bound,
    double[] smallest,
    double[] largest,
    int branch,
    long number)
    implements Comparable<Node> {

  /** The root, with nothing decided and x = 0. */
  static Node root(double[] smallest, double[] largest, double multiplier, double bound) {
    return new Node(
        new byte[smallest.length],
        new int[0],
        new double[0],
        multiplier,
        bound,
        smallest,
        largest,
        -1,
        0);
  }

  /** The same with its place in the order of creation. */
  Node numbered(long order) {
    return new Node(state, active, values, multiplier, bound, smallest, largest, branch, order);
  }

  /** Smallest bound first; of equals the younger, which is deeper in the tree. */
  @Override
  public int compareTo(Node other) {
    int byBound = Double.compare(bound, other.bound);
    return byBound != 0 ? byBound : Long.compare(other.number, number);
  }

  /** Bytes in memory, about; the coefficient bounds are shared by two nodes. */
  long bytes() {
    return 200 + state.length + 12L * active.length + 8L * state.length;
  }
}
