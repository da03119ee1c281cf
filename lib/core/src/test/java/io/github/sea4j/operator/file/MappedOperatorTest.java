package io.github.sea4j.operator.file;

import static io.github.sea4j.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.linalg.Vectors;
import io.github.sea4j.operator.LinearOperator;
import io.github.sea4j.operator.LinearOperatorContract;
import io.github.sea4j.problem.SparseProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files, cut into parts of 32 numbers so that rows and columns cross their borders. */
class MappedOperatorTest extends LinearOperatorContract {

  private static final int SHIFT = 5;
  private static final int[][] SHAPES = {{1, 1}, {1, 9}, {7, 1}, {20, 30}, {33, 17}};

  /** Files of the examples; those of a single test stand beside them. */
  @TempDir static Path folder;

  @Override
  protected Stream<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (int[] shape : SHAPES) {
      for (EntryOrder order : EntryOrder.values()) {
        double[][] matrix = matrix(shape[0], shape[1], 21);
        String name = "%d x %d by %s".formatted(shape[0], shape[1], order);
        examples.add(new Example(name, open(matrix, order), matrix));
      }
    }
    return examples.stream();
  }

  /** Three bytes in front: numbers need not stand at multiples of eight. */
  private static LinearOperator open(double[][] matrix, EntryOrder order) {
    try {
      Path file = Files.createTempFile(folder, "matrix", ".bin");
      Files.write(file, new byte[3]);
      Files.write(file, NpyBytes.numbers(matrix, order), StandardOpenOption.APPEND);
      return MappedOperator.open(file, 3, matrix.length, matrix[0].length, order, SHIFT);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void normsAreFreeOfOverflowAndUnderflow() {
    double[][] matrix = {{3e200, 0, 3e-200}, {4e200, 0, 4e-200}};
    for (EntryOrder order : EntryOrder.values()) {
      double[] norms = open(matrix, order).columnNorms();
      assertEquals(5e200, norms[0], 1e186);
      assertEquals(0, norms[1]);
      assertEquals(5e-200, norms[2], 1e-214);
    }
  }

  @Test
  void namesFileAndEntryThatIsNotFinite() {
    double[][] matrix = matrix(6, 5, 22);
    matrix[4][3] = Double.POSITIVE_INFINITY;
    matrix[5][3] = Double.NaN;
    for (EntryOrder order : EntryOrder.values()) {
      LinearOperator operator = open(matrix, order);
      assertRefused("entry (4, 3) must be finite, but is Infinity", operator::columnNorms);
      assertRefused(
          ".bin: entry (4, 3)", () -> SparseProblem.of(operator, vector(6, 23), 1).unitNorm());
    }
  }

  @Test
  void bareNumbersMustFillTheirShape() throws IOException {
    Path file = write("bare.bin", NpyBytes.numbers(matrix(4, 6, 24), EntryOrder.ROWS));
    assertEquals(4, MappedOperator.open(file, 4, 6, EntryOrder.ROWS).rows());
    for (int columns : new int[] {5, 7}) {
      assertRefused(
          "bare.bin: must have %d bytes for its %d numbers, but has 192"
              .formatted(32 * columns, 4 * columns),
          () -> MappedOperator.open(file, 4, columns, EntryOrder.ROWS));
    }
    assertRefused(
        "rows and columns must be between 1 and",
        () -> MappedOperator.open(file, 0, 6, EntryOrder.ROWS));
  }

  @Test
  void aFileThatIsNoneIsNamed() throws IOException {
    Path folderInstead = Files.createDirectories(folder.resolve("a-folder"));
    assertRefused(
        "a-folder: must be a file",
        () -> MappedOperator.open(folderInstead, 1, 1, EntryOrder.ROWS));
    assertRefused("a-folder: must be a file", () -> MappedOperator.open(folderInstead));
    for (String name : new String[] {"none.npy", "none.bin"}) {
      Path none = folder.resolve(name);
      assertFailure(none + ": no such file", () -> MappedOperator.open(none));
      assertFailure(
          none + ": no such file", () -> MappedOperator.open(none, 1, 1, EntryOrder.COLUMNS));
    }
  }

  private static void assertFailure(String start, Runnable action) {
    String message = assertThrows(UncheckedIOException.class, action::run).getMessage();
    assertTrue(message != null && message.startsWith(start), "message: " + message);
  }

  /** Cut within its last page, so that no page fault tells. */
  @Test
  void aFileThatChangedIsNamed() throws IOException {
    byte[] bytes = NpyBytes.numbers(matrix(4, 6, 25), EntryOrder.ROWS);
    Path file = write("changing.bin", bytes);
    MappedOperator operator = MappedOperator.open(file, 4, 6, EntryOrder.ROWS);
    double[] y = vector(4, 26);
    double[] x = new double[6];
    operator.applyTranspose(y, x);
    Files.write(file, Arrays.copyOf(bytes, 100));
    String cut = file + ": has been written to or cut since it was opened";
    assertFailure(cut, () -> operator.applyTranspose(y, x));
    assertFailure(cut, () -> operator.apply(x, y));
    assertFailure(cut, () -> operator.column(0, y));
    assertFailure(cut, operator::columnNorms);
    Files.delete(file);
    assertFailure(file + ": has been removed since it was opened", () -> operator.apply(x, y));
  }

  /**
   * Pages that are gone while they are read: an error of the virtual machine, which we name where
   * it comes in time. It can come as late as in the caller, so the caller is a thread of its own.
   */
  @Test
  void aFileThatIsCutWhileItIsReadIsNoAnswer() throws Exception {
    Path file = write("cut.bin", NpyBytes.numbers(matrix(64, 256, 27), EntryOrder.ROWS));
    MappedNumbers numbers = MappedNumbers.of(file, 0, 64 * 256, MappedNumbers.USUAL_SHIFT);
    double[] row = new double[256];
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread reader =
        new Thread(
            () ->
                numbers.reading(
                    () -> {
                      cut(file);
                      for (int i = 0; i < 64; i++) {
                        numbers.read(256L * i, row, 0, 256);
                      }
                    }));
    reader.setUncaughtExceptionHandler((thread, failure) -> seen.set(failure));
    reader.start();
    reader.join();
    assertTrue(
        seen.get() instanceof UncheckedIOException || seen.get() instanceof InternalError,
        () -> "seen: " + seen.get());
  }

  private static void cut(Path file) {
    try {
      Files.write(file, new byte[0]);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void zerosInTheVectorChangeNoBit() {
    double[][] matrix = matrix(40, 900, 28);
    for (EntryOrder order : EntryOrder.values()) {
      LinearOperator operator = open(matrix, order);
      double[] x = new double[900];
      x[0] = -1.25;
      x[517] = 0.3;
      double[] few = new double[40];
      operator.apply(x, few);
      double[] expected = new double[40];
      for (int i = 0; i < 40; i++) {
        expected[i] = Math.fma(matrix[i][517], x[517], matrix[i][0] * x[0]);
      }
      // The order of columns adds four products at a time, none of them fused.
      assertArrayEquals(expected, few, order == EntryOrder.ROWS ? 0 : 1e-15 * Vectors.norm(x));
    }
  }
}
