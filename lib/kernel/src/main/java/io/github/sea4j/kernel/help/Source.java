package io.github.sea4j.kernel.help;

/**
 * A piece of a source file.
 *
 * @param file the file's name, with its folders below the root of the sources
 * @param line the first line, counted from 1
 * @param begin the first character
 * @param end the character after the last one
 */
public record Source(String file, int line, int begin, int end) {}
