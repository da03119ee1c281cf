/**
 * The Java side of the comparison with other programs: {@link io.github.sea4j.peer.PeerProcess}
 * draws instances, hands them over as plain numbers, and solves them when asked.
 *
 * <p>Nothing of the other programs is used here; {@code environment/compare} runs both sides. May
 * use {@code bench} and everything of the core.
 */
@NullMarked
package io.github.sea4j.peer;

import org.jspecify.annotations.NullMarked;
