/**
 * Proof of the best subset by branch and bound; entry class {@code BranchAndBound}.
 *
 * <p>{@code min 1/2 ||y - A x||² + gamma/2 ||x||²} over vectors of at most k non-zeros. The answer
 * says what is proved about it: {@link io.github.sea4j.exact.tree.Proof}. The solver around it is
 * {@link io.github.sea4j.exact.Exact}. May use {@code fit}, {@code operator}, {@code linalg} and
 * {@code concurrent}.
 */
@NullMarked
package io.github.sea4j.exact.tree;

import org.jspecify.annotations.NullMarked;
