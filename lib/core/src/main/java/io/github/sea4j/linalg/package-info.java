/**
 * The numerics that every solver stands on: vector loops ({@link io.github.sea4j.linalg.Vectors}),
 * the k largest entries ({@link io.github.sea4j.linalg.TopK}) and an updatable factorisation
 * ({@link io.github.sea4j.linalg.UpdatableQr}).
 *
 * <p>Plain arrays in and out, no checks beyond what costs nothing: callers are inside the library.
 * May use EJML, and of the library {@code concurrent} alone.
 */
@NullMarked
package io.github.sea4j.linalg;

import org.jspecify.annotations.NullMarked;
