package io.github.sea4j.experiment;

import io.github.sea4j.table.ResultRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps trials in memory. What a stopped sweep had finished stays for the session, so that the same
 * sweep, run again, goes on; a finished sweep leaves nothing behind.
 */
final class SessionStore implements TrialStore {

  private static final Map<String, Map<Trial.Key, List<ResultRow>>> UNFINISHED =
      new ConcurrentHashMap<>();

  private final String identity;
  private final Map<Trial.Key, List<ResultRow>> finished;
  private boolean complete;

  /** Takes over what a stopped sweep of the same identity left. */
  SessionStore(String identity) {
    this.identity = identity;
    Map<Trial.Key, List<ResultRow>> left = UNFINISHED.remove(identity);
    this.finished = left == null ? new LinkedHashMap<>() : left;
  }

  @Override
  public Map<Trial.Key, List<ResultRow>> finished() {
    return finished;
  }

  @Override
  public void append(Trial.Key trial, List<ResultRow> rows) {
    finished.put(trial, rows);
  }

  @Override
  public void complete(List<ResultRow> canonicalRows) {
    complete = true;
  }

  @Override
  public void close() {
    if (!complete && !finished.isEmpty()) {
      UNFINISHED.put(identity, finished);
    }
  }
}
