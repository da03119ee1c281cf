package io.github.sea4j.cli.select;

import io.github.sea4j.cli.io.BadInput;
import io.github.sea4j.data.DataException;
import io.github.sea4j.data.DataTable;
import io.github.sea4j.model.Grouping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code --groups} says. */
final class GroupsText {

  private static final String OPTION = "--groups";
  private static final String PREFIX = "prefix:";

  private GroupsText() {}

  /**
   * Reads the option.
   *
   * @param data whose columns are to be grouped
   */
  static Grouping read(String text, DataTable data) {
    if (text.equals("words")) {
      return Grouping.ofWords();
    }
    if (text.startsWith(PREFIX) && text.length() > PREFIX.length()) {
      return Grouping.byPrefix(text.substring(PREFIX.length()));
    }
    Path file = Path.of(text);
    if (!Files.exists(file)) {
      throw new BadInput(
          "%s must be words, prefix:TEXT or a CSV file, but is '%s', and there is no such file"
              .formatted(OPTION, text));
    }
    return Grouping.named(named(file, data));
  }

  private static Map<String, String> named(Path file, DataTable data) {
    DataTable table;
    try {
      table = DataTable.read(file);
    } catch (DataException refused) {
      throw new BadInput(OPTION + " " + refused.getMessage(), refused);
    }
    if (table.names().size() != 2) {
      throw BadInput.file(
          OPTION, file, "expected a header and two columns, names of columns and of their groups");
    }
    String[] columns = table.texts(table.names().get(0));
    String[] groups = table.texts(table.names().get(1));
    Map<String, String> groupOf = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      if (groupOf.put(columns[i], groups[i]) != null) {
        throw BadInput.file(OPTION, file, "column '%s' has two rows".formatted(columns[i]));
      }
    }
    String header = table.names().get(0);
    if (data.has(header) && !groupOf.containsKey(header)) {
      throw BadInput.file(
          OPTION,
          file,
          "expected a header, but the first row gives column '%s' a group".formatted(header));
    }
    return groupOf;
  }
}
