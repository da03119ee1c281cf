package io.github.sea4j.experiment;

import io.github.sea4j.table.ResultRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Keeps finished trials; used by one thread. */
interface TrialStore extends AutoCloseable {

  /** The trials that are finished, those of earlier runs of the same sweep included. */
  Map<Trial.Key, List<ResultRow>> finished();

  /** Keeps a trial; when this returns, a killed process does not lose it. */
  void append(Trial.Key trial, List<ResultRow> rows) throws IOException;

  /** All trials are finished. */
  void complete(List<ResultRow> canonicalRows) throws IOException;

  /** Lets go of what the store holds; unfinished sweeps can be taken up again. */
  @Override
  void close() throws IOException;
}
