package io.github.sea4j.cli;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.Locale;

/**
 * Turns the fields of a CSV file into rows of numbers as they are read; no text of a row is kept.
 *
 * <p>A row without any field stands for a blank line.
 */
final class NumberRows extends AbstractBaseCsvCallbackHandler<double[]> {

  private static final int LONGEST_QUOTE = 40;

  private final InputFile file;
  private double[] row = new double[64];
  private int length;
  private long line;

  NumberRows(InputFile file) {
    this.file = file;
  }

  /** The line of the last row, from 1. */
  long line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
    length = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
    if (index == row.length) {
      row = Arrays.copyOf(row, 2 * row.length);
    }
    row[index] = number(new String(buffer, offset, size).strip(), index);
    length = index + 1;
  }

  @Override
  protected double[] buildRecord() {
    boolean blank = length == 1 && Double.isNaN(row[0]);
    return Arrays.copyOf(row, blank ? 0 : length);
  }

  /** The number; NaN for an empty first field, which is a blank line unless more fields follow. */
  private double number(String text, int index) {
    if (index == 1 && Double.isNaN(row[0])) {
      throw failure(0, "expected a number, but the field is empty");
    }
    if (text.isEmpty() && index == 0) {
      return Double.NaN;
    }
    if (!isDecimal(text)) {
      throw notANumber(text, index);
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isInfinite(value)) {
        throw failure(
            index, "expected a finite number below 1.8e308, but found '" + quote(text) + "'");
      }
      return value;
    } catch (NumberFormatException e) {
      throw notANumber(text, index);
    }
  }

  /** Only what a decimal number is made of: Java would also take 0x1p3, 1d, NaN and Infinity. */
  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private BadInput notANumber(String text, int index) {
    if (text.isEmpty()) {
      return failure(index, "expected a number, but the field is empty");
    }
    String bare = text.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", "");
    if (bare.equals("nan") || bare.equals("inf") || bare.equals("infinity")) {
      return failure(index, "expected a finite number, but found '" + text + "'");
    }
    return failure(index, "expected a number, but found '" + quote(text) + "'" + hint(text));
  }

  private String hint(String text) {
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
      return "; the file looks binary";
    }
    if (text.matches("[-+.\\deE]+[;\\s][-+.\\deE;\\s]+")) {
      return "; fields are separated by commas";
    }
    boolean header = line == 1 && text.chars().anyMatch(Character::isLetter);
    return header ? "; files have no header line, remove it" : "";
  }

  private BadInput failure(int index, String problem) {
    return file.failure("line %d, field %d: %s".formatted(line, index + 1, problem));
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }
}
