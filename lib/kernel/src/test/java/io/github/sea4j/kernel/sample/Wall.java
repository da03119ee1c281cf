package io.github.sea4j.kernel.sample;

/** A wall of shelves. */
public final class Wall implements Shelf<String> {

  /** An empty wall. */
  public Wall() {}

  /**
   * A wall of this height.
   *
   * @param height in cm
   */
  public static Wall of(double height) {
    return new Wall();
  }

  @Override
  public int put(int at, String... books) {
    return books.length;
  }

  /** Takes the nearest one. */
  @Override
  public String take(int at) {
    return "";
  }
}
