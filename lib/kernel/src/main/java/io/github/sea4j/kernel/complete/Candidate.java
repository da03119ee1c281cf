package io.github.sea4j.kernel.complete;

/**
 * One way to complete a name.
 *
 * @param text what takes the place of what was typed
 * @param type what it gives: a type for variables and methods; otherwise class, package or keyword
 */
public record Candidate(String text, String type) {}
