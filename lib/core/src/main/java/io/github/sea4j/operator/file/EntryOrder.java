package io.github.sea4j.operator.file;

/** In which order a file holds the entries of a matrix. */
public enum EntryOrder {
  /** Row after row: the order of C, and of NumPy where nothing else is said. */
  ROWS,
  /** Column after column: the order of Fortran, MATLAB, R and Julia. */
  COLUMNS
}
