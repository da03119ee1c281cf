package io.github.sea4j.cluster;

import java.io.Serializable;
import java.util.Map;

/**
 * What any program makes a study of: the one that trials belong to.
 *
 * @param experiment its name
 * @param parameters all that decides its results; kept in their order
 */
public record Recipe(String experiment, Map<String, String> parameters) implements Serializable {}
