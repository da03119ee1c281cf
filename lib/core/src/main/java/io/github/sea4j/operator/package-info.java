/**
 * Matrices known by what they do: {@code A x}, {@code A' y}, one column, one column of {@code A'A}.
 *
 * <p>{@link io.github.sea4j.operator.LinearOperator} is the contract, and what a user implements
 * for a matrix of their own. {@link io.github.sea4j.operator.DenseOperator}, {@link
 * io.github.sea4j.operator.SparseOperator} and {@link io.github.sea4j.operator.ConvolutionOperator}
 * hold a matrix; {@link io.github.sea4j.operator.ScaledColumns}, {@link
 * io.github.sea4j.operator.SelectedColumns} and {@link io.github.sea4j.operator.SelectedRows} are
 * views of another operator. Images have a room of their own, {@code operator.image}, as have fast
 * orthonormal bases, {@code operator.transform}, products and sums, {@code operator.combine},
 * matrices that stay in their files, {@code operator.file}, and views that remember or count,
 * {@code operator.view}.
 *
 * <p>May use {@code linalg}, {@code concurrent}, {@code check}, EJML (for matrices that come in)
 * and JTransforms.
 */
@NullMarked
package io.github.sea4j.operator;

import org.jspecify.annotations.NullMarked;
