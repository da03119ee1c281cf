package io.github.sea4j.operator.view;

import io.github.sea4j.operator.ForwardingOperator;
import io.github.sea4j.operator.LinearOperator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A view of an operator that computes its spectral norm once; it costs some hundred products, more
 * than the whole run of a thresholding algorithm may take.
 *
 * <p>Whether it is known already shows in nothing but the time. {@code giveUp} is asked as often as
 * when it was computed, so a {@link CountedOperator} above counts the products that it took, and a
 * run that gives up half-way gets the lower bound that it would have got.
 */
public final class RememberedNorm extends ForwardingOperator {

  /**
   * @param pairs how often the base asked whether to give up
   */
  private record Known(double norm, int pairs) {}

  private volatile @Nullable Known known;

  /** Knows nothing yet. */
  public RememberedNorm(LinearOperator base) {
    super(base);
  }

  @Override
  public double norm(BooleanSupplier giveUp) {
    Known present = known;
    if (present == null) {
      return compute(giveUp);
    }
    for (int pair = 1; pair <= present.pairs; pair++) {
      if (giveUp.getAsBoolean()) {
        return boundAfter(pair);
      }
    }
    return present.norm;
  }

  private double compute(BooleanSupplier giveUp) {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    double norm =
        base.norm(
            () -> {
              asked.incrementAndGet();
              if (!giveUp.getAsBoolean()) {
                refused.incrementAndGet();
                return false;
              }
              return true;
            });
    if (refused.get() == asked.get()) {
      known = new Known(norm, asked.get());
    }
    return norm;
  }

  private double boundAfter(int pair) {
    AtomicInteger asked = new AtomicInteger();
    return base.norm(() -> asked.incrementAndGet() == pair);
  }
}
