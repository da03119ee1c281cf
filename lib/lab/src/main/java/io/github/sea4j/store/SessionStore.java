package io.github.sea4j.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps entries in memory, see {@link Store#inMemory}. */
final class SessionStore<K, R> implements Store<K, R> {

  private static final Map<String, Map<?, ?>> UNFINISHED = new ConcurrentHashMap<>();

  private final String identity;
  private final Map<K, List<R>> finished;
  private boolean complete;

  /** Takes over what a stopped study of the same identity left. */
  @SuppressWarnings("unchecked") // The identity names the experiment, and with it the types.
  SessionStore(String identity) {
    this.identity = identity;
    Map<?, ?> left = UNFINISHED.remove(identity);
    this.finished = left == null ? new LinkedHashMap<>() : (Map<K, List<R>>) left;
  }

  @Override
  public Map<K, List<R>> finished() {
    return finished;
  }

  @Override
  public void append(K key, List<R> entry) {
    finished.put(key, entry);
  }

  @Override
  public void complete(List<R> canonical, long trials) {
    complete = true;
  }

  @Override
  public void close() {
    if (!complete && !finished.isEmpty() && !identity.isEmpty()) {
      UNFINISHED.put(identity, finished);
    }
  }
}
