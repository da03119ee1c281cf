/**
 * The LASSO path as a support estimator; in groups, the group LASSO.
 *
 * <p>Entry class: {@link io.github.sea4j.lasso.Lasso}.
 *
 * <p>May use {@code search} and what lies below.
 */
@NullMarked
package io.github.sea4j.lasso;

import org.jspecify.annotations.NullMarked;
