package io.github.sea4j.data;

/**
 * What the reader need not find out by itself, and what it shall do where a file has more than
 * numbers. Immutable.
 *
 * @param header what the first row is
 * @param index what the first column is
 * @param text what becomes of columns of words
 * @param missing what becomes of missing values
 */
public record DataFormat(Header header, Index index, Text text, Missing missing) {

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

  /** What becomes of columns of words. */
  public enum Text {
    /** They are an error that names the first. */
    REFUSED,
    /**
     * Each becomes columns of zeros and ones: one for each of its words, {@code city=Rome}; of two
     * words one, for the later in order, as the other would say the same again.
     */
    ONE_HOT
  }

  /** What becomes of missing values. */
  public enum Missing {
    /** They are an error that counts them and names the first. */
    REFUSED,
    /** Rows with one are left out. */
    ROWS_DROPPED,
    /** Each becomes the mean of the others in its column. */
    MEANS
  }

  /** All is found out; texts and missing values are refused. */
  public static final DataFormat DETECTED =
      new DataFormat(Header.DETECT, Index.DETECT, Text.REFUSED, Missing.REFUSED);

  /** The same where the first row holds the names of the columns. */
  public DataFormat withHeader() {
    return new DataFormat(Header.NAMES, index, text, missing);
  }

  /** The same where the first column is an index that is no data. */
  public DataFormat withIndex() {
    return new DataFormat(header, Index.LEFT_OUT, text, missing);
  }

  /** The same with another treatment of columns of words. */
  public DataFormat with(Text treatment) {
    return new DataFormat(header, index, treatment, missing);
  }

  /** The same with another treatment of missing values. */
  public DataFormat with(Missing treatment) {
    return new DataFormat(header, index, text, treatment);
  }
}
