package io.github.sea4j.experiment;

import io.github.sea4j.table.Cell;
import io.github.sea4j.table.ResultTable;
import io.github.sea4j.table.Tally;
import io.github.sea4j.table.TallyCsv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tallies that grow block by block: a later line of the journal takes the place of earlier ones.
 */
final class TallyFormat implements EntryFormat<TallyFormat.Key, Tally> {

  /** What tells the tallies of one study apart. */
  record Key(Cell cell, String solver) {
    static Key of(Tally tally) {
      return new Key(tally.cell(), tally.solver());
    }
  }

  @Override
  public List<List<String>> lines(Tally tally) {
    List<String> fields = new ArrayList<>(TallyCsv.fields(tally));
    fields.add(Double.toString(tally.seconds()));
    return List.of(fields);
  }

  @Override
  public Map<Key, Tally> entries(List<List<String>> lines) {
    Map<Key, Tally> tallies = new LinkedHashMap<>();
    for (List<String> line : lines) {
      Tally tally = TallyCsv.parse(line, Double.parseDouble(line.get(line.size() - 1)));
      tallies.put(Key.of(tally), tally);
    }
    return tallies;
  }

  @Override
  public String results(List<Tally> tallies) {
    return TallyCsv.format(tallies);
  }

  @Override
  public String times(List<Tally> tallies) {
    return TallyCsv.formatTimes(tallies);
  }

  @Override
  public Map<Key, Tally> read(Path folder) {
    Map<Key, Tally> tallies = new LinkedHashMap<>();
    TallyCsv.read(folder.resolve(ResultTable.RESULTS_FILE), folder.resolve(ResultTable.TIMES_FILE))
        .forEach(tally -> tallies.put(Key.of(tally), tally));
    return tallies;
  }
}
