package io.github.sea4j.model;

import io.github.sea4j.problem.Support;

/**
 * What one choice brings into a model: a term alone, or terms that enter together.
 *
 * @param name of the term, or of the group
 * @param terms their places, at least one; those that are forced in are in no group
 */
public record ColumnGroup(String name, Support terms) {}
