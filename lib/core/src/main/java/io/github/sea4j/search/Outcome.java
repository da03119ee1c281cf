package io.github.sea4j.search;

import io.github.sea4j.fit.Fitted;
import io.github.sea4j.solver.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search hands back: a support, and why it ended there. Made by {@link SearchContext}.
 *
 * <p>The answer is the fit on the support, made afresh, so that nothing of what updates may have
 * left stays in it; unless the search keeps coefficients of its own.
 */
public final class Outcome {

  private final int[] support;
  private final @Nullable Fitted own;
  private final Status status;
  private final boolean choosesSize;
  private final List<Object> details;

  private Outcome(
      int[] support,
      @Nullable Fitted own,
      Status status,
      boolean choosesSize,
      List<Object> details) {
    this.support = support;
    this.own = own;
    this.status = status;
    this.choosesSize = choosesSize;
    this.details = List.copyOf(details);
  }

  static Outcome fittedAfresh(int[] support, Status status) {
    return new Outcome(support, null, status, false, List.of());
  }

  static Outcome keeping(Fitted own, Status status) {
    return new Outcome(own.support(), own, status, false, List.of());
  }

  /** The same with more to say; see {@link io.github.sea4j.solver.Solution#detail}. */
  public Outcome with(Object detail) {
    List<Object> more = new ArrayList<>(details);
    more.add(detail);
    return new Outcome(support, own, status, choosesSize, more);
  }

  /** The same of a search that chooses the size: fewer columns than k are then no shortage. */
  public Outcome ofChosenSize() {
    return new Outcome(support, own, status, true, details);
  }

  int[] support() {
    return support;
  }

  @Nullable Fitted own() {
    return own;
  }

  Status status() {
    return status;
  }

  boolean choosesSize() {
    return choosesSize;
  }

  List<Object> details() {
    return details;
  }
}
