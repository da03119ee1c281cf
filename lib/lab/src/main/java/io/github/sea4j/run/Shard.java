package io.github.sea4j.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sweep, so that several machines share it: of its units in their order (the cells of a
 * grid, the searches for thresholds) every {@code count}-th, beginning with number {@code index}.
 *
 * <p>A unit's results do not depend on which shard runs it; merged, the shards give the bytes of
 * one run.
 *
 * @param index from 1 to count; 0 for a shard without any unit
 * @param count of all shards, at least 1
 */
public record Shard(int index, int count) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /** All of it. */
  public static final Shard ALL = new Shard(1, 1);

  /** Nothing of it: to see what is there. */
  public static final Shard NONE = new Shard(0, 1);

  /** Checks the bounds. */
  public Shard {
    if (count < 1 || index < 0 || index > count) {
      throw new IllegalArgumentException(
          "shard must be i/n with i from 1 to n, n at most 999999, but is '%d/%d'"
              .formatted(index, count));
    }
  }

  /**
   * The shard that a text such as {@code 2/8} names.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static Shard of(String text) {
    Matcher numbers = TEXT.matcher(text);
    if (!numbers.matches() || Integer.parseInt(numbers.group(1)) < 1) {
      throw new IllegalArgumentException(
          "shard must be i/n with i from 1 to n, n at most 999999, but is '%s'".formatted(text));
    }
    return new Shard(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
  }

  /** Whether the unit of this number, from 0, belongs to the shard. */
  boolean has(int unit) {
    return unit % count == index - 1;
  }

  /** As it is written. */
  @Override
  public String toString() {
    return index + "/" + count;
  }
}
