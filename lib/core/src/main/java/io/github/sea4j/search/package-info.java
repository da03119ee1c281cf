/**
 * The frame of every solver, open to those written elsewhere.
 *
 * <p>Entry class: {@link io.github.sea4j.search.Search}, which a solver extends, or {@link
 * io.github.sea4j.search.StartableSearch} where it may go on from another one's answer; {@link
 * io.github.sea4j.search.SearchContext} is one solve as the algorithm sees it.
 *
 * <p>May use {@code option}, {@code solver}, {@code problem}, {@code fit}, {@code operator}, {@code
 * linalg} and {@code check}.
 */
@NullMarked
package io.github.sea4j.search;

import org.jspecify.annotations.NullMarked;
