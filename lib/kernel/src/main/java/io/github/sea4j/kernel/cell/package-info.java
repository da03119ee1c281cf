/**
 * Runs cells in JShell so that a stop ends them: compiled cells are given polls, every cell has its
 * own threads, and what does not end is left behind, muted. Knows nothing of Jupyter.
 */
@NullMarked
package io.github.sea4j.kernel.cell;

import org.jspecify.annotations.NullMarked;
