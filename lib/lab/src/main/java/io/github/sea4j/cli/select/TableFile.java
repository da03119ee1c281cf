package io.github.sea4j.cli.select;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.data.DataException;
import io.github.sea4j.data.DataFormat;
import io.github.sea4j.data.DataFormat.Missing;
import io.github.sea4j.data.DataFormat.Text;
import io.github.sea4j.data.DataTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which table to read, and what becomes of words and gaps in it. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TableFile {

  static final String DATA = "--data";

  private static final Map<String, Text> TEXTS =
      Map.of("refuse", Text.REFUSED, "one-hot", Text.ONE_HOT);

  private static final Map<String, Missing> GAPS =
      Map.of("refuse", Missing.REFUSED, "rows", Missing.ROWS_DROPPED, "means", Missing.MEANS);

  @Option(
      names = DATA,
      required = true,
      paramLabel = "F",
      description = "A table, one row a line, names in the first; CSV, may be gzip or a pipe.")
  private Path file;

  @Option(names = "--header", description = "The first row holds names, be they numbers.")
  private boolean header;

  @Option(names = "--index", description = "The first column is an index: leave it out.")
  private boolean index;

  Path path() {
    return file;
  }

  /**
   * The table.
   *
   * @param text word for what becomes of columns of words
   * @param missing word for what becomes of missing values
   */
  DataTable read(String text, String missing) {
    DataFormat format = header ? DataFormat.DETECTED.withHeader() : DataFormat.DETECTED;
    format = index ? format.withIndex() : format;
    format = format.with(word("--text", text, TEXTS));
    try {
      return DataTable.read(file, format.with(word("--missing", missing, GAPS)));
    } catch (DataException refused) {
      throw new BadInput(DATA + " " + refused.getMessage(), refused);
    }
  }

  private static <T> T word(String option, String word, Map<String, T> meanings) {
    T meaning = meanings.get(word.strip());
    if (meaning == null) {
      List<String> words = meanings.keySet().stream().sorted().toList();
      throw new BadInput(
          "%s must be one of %s, but is '%s'".formatted(option, String.join(", ", words), word));
    }
    return meaning;
  }
}
