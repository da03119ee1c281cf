package io.github.sea4j.kernel.help;

/**
 * Help on one or more things.
 *
 * @param text for a console
 * @param html for a notebook
 */
public record HelpText(String text, String html) {}
