package io.github.sea4j.data;

import io.github.sea4j.operator.DenseOperator;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.file.MappedOperator;
import io.github.sea4j.operator.file.NpyHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Arrays that NumPy has saved: small ones are read, larger ones stay in their file. */
final class NpyFile {

  /**
   * Numbers up to which an array is read, 32 MB. A constant, not a share of the memory: the bits of
   * an answer must not depend on the machine.
   */
  static final long LARGEST_READ = 1 << 22;

  private NpyFile() {}

  /** Whether a file is such an array; a pipe is not looked into. */
  static boolean isAt(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return NpyHeader.isAt(bytes.readNBytes(8));
    } catch (IOException unreadable) {
      return false; // Who reads it as text says why it cannot be read.
    }
  }

  static Data read(Path file) {
    try {
      MappedOperator mapped = MappedOperator.open(file);
      boolean isSmall = (long) mapped.rows() * mapped.columns() <= LARGEST_READ;
      List<String> notes =
          isSmall ? List.of() : List.of("stays in its file and is read by each product: " + mapped);
      LinearOperator numbers = isSmall ? DenseOperator.of(entries(mapped)) : mapped;
      return new Data(file, numbers, List.of(), List.of(), notes);
    } catch (IllegalArgumentException | UncheckedIOException refused) {
      throw DataException.of(file, refused);
    }
  }

  private static double[][] entries(MappedOperator mapped) {
    double[][] entries = new double[mapped.rows()][mapped.columns()];
    double[] column = new double[entries.length];
    for (int j = 0; j < mapped.columns(); j++) {
      mapped.column(j, column);
      for (int i = 0; i < column.length; i++) {
        entries[i][j] = column[i];
      }
    }
    return entries;
  }
}
