package io.github.sea4j.kernel.sample;

/**
 * A shelf of books. What follows is told later.
 *
 * <pre>{@code
 * shelf.put(book);
 *   shelf.take(book);
 * }</pre>
 *
 * @param <T> what stands on it
 */
public interface Shelf<T extends CharSequence> {

  /** The widest shelf, in {@code cm}. */
  int WIDEST = 200;

  /**
   * Puts books on the shelf, e.g. two. They stand in the order given, see {@link #take(int)}.
   *
   * @param at the place, 0 to {@code size - 1}
   * @param books at least one; copied
   * @return the number of books
   * @throws IllegalArgumentException naming the place and its bound
   */
  @SuppressWarnings("unchecked")
  int put(int at, T... books);

  /** Takes one. */
  T take(int at);

  /**
   * A book.
   *
   * @param title as on its back
   * @param pages the number of its pages, which a reader counts
   */
  record Book(String title, int pages) implements Comparable<Book> {

    /** The longest first. */
    @Override
    public int compareTo(Book other) {
      return other.pages - pages;
    }

    int hidden() {
      return 0;
    }
  }
}
