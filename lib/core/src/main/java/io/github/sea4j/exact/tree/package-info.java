/**
 * Proof of the best subset by branch and bound; entry class {@code BranchAndBound}.
 *
 * <p>{@code min 1/2 ||y - A x||² + gamma/2 ||x||²} over vectors of at most k non-zeros. The answer
 * says what is proved about it: {@link io.github.sea4j.exact.tree.Proof}. May use fit, operator and linalg.
 */
@NullMarked
package io.github.sea4j.exact.tree;

import org.jspecify.annotations.NullMarked;
