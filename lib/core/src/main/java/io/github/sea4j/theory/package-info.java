/**
 * When SEA must succeed: how coherent a matrix is, and bounds on the iterations and on the support
 * that follow from it. Entry classes: {@link io.github.sea4j.theory.SeaBounds}, {@link
 * io.github.sea4j.theory.Coherence}, {@link io.github.sea4j.theory.RestrictedIsometry}.
 *
 * <p>The idea, an oracle update whose direction the straight-through gradient approximates, is that
 * of Mohamed, Malgouyres, Emiya, Chaux (ICML 2024, arXiv 2301.13584; Theorem 4.1, Corollary 4.2,
 * Theorems C.1 and C.4). The bounds T1 to T4 and their constants are this library's own, with the
 * proofs beside the methods; they are not quoted from the paper.
 *
 * <p>Notation throughout: unit-norm columns, {@code y = A x* + e}, S* the support of x* with at
 * most k indices, {@code R = S* \ S_t} the indices that iteration t misses. The oracle update is
 * {@code u_i = -x*_i} on R and 0 elsewhere; {@code b_t = g_t - u_t} is how far the straight-through
 * gradient is from it, and {@code eps} the largest entry of all b_t.
 *
 * <p>May use problem, operator and linalg, and of solver only what watches a run: {@link
 * io.github.sea4j.theory.DirectionTrace} measures one. It knows no algorithm.
 */
@NullMarked
package io.github.sea4j.theory;

import org.jspecify.annotations.NullMarked;
