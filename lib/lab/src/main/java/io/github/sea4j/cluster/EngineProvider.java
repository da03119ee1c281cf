package io.github.sea4j.cluster;

/** A kind of cluster, found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

  /** Whether the address is one of this kind. */
  boolean serves(Cluster cluster);

  /**
   * Starts an engine for one study, see {@link Cluster#start}.
   *
   * @throws ClusterException if nobody answers at the address
   */
  Engine start(Cluster cluster, Recipe recipe, Engine.Listener listener);
}
