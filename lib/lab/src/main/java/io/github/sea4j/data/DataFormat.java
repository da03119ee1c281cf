package io.github.sea4j.data;

/**
 * What the reader need not find out by itself. Immutable.
 *
 * @param header what the first row is
 * @param index what the first column is
 */
public record DataFormat(Header header, Index index) {

  /** What the first row is. */
  public enum Header {
    /** Names where it holds a text, numbers otherwise. */
    DETECT,
    /** Names, be they numbers. */
    NAMES
  }

  /** What the first column is. */
  public enum Index {
    /** An index where it alone has no name in the header, numbers otherwise. */
    DETECT,
    /** An index, which is left out. */
    LEFT_OUT
  }

  /** All is found out. */
  public static final DataFormat DETECTED = new DataFormat(Header.DETECT, Index.DETECT);

  /** The same where the first row holds the names of the columns. */
  public DataFormat withHeader() {
    return new DataFormat(Header.NAMES, index);
  }

  /** The same where the first column is an index that is no data. */
  public DataFormat withIndex() {
    return new DataFormat(header, Index.LEFT_OUT);
  }
}
