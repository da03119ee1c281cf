/**
 * What a study has finished, kept whole: journal, lock, checksums and the record of where results
 * come from.
 *
 * <p>Entry class: {@link io.github.sea4j.store.Store}, in memory or in a folder.
 *
 * <p>May use {@code table}; knows no study.
 */
@NullMarked
package io.github.sea4j.store;

import org.jspecify.annotations.NullMarked;
