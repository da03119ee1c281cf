package io.github.sea4j.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps entries in memory. What a stopped study had finished stays for the session, so that the
 * same study, run again, goes on; a finished one leaves nothing behind.
 */
final class SessionStore<K, E> implements TrialStore<K, E> {

  private static final Map<String, Map<?, ?>> UNFINISHED = new ConcurrentHashMap<>();

  private final String identity;
  private final Map<K, E> finished;
  private boolean complete;

  /** Takes over what a stopped study of the same identity left. */
  @SuppressWarnings("unchecked") // The identity names the experiment, and with it the types.
  SessionStore(String identity) {
    this.identity = identity;
    Map<?, ?> left = UNFINISHED.remove(identity);
    this.finished = left == null ? new LinkedHashMap<>() : (Map<K, E>) left;
  }

  @Override
  public Map<K, E> finished() {
    return finished;
  }

  @Override
  public void append(K key, E entry) {
    finished.put(key, entry);
  }

  @Override
  public void complete(List<E> canonical, long trials) {
    complete = true;
  }

  @Override
  public void close() {
    if (!complete && !finished.isEmpty()) {
      UNFINISHED.put(identity, finished);
    }
  }
}
