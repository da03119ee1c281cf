package io.github.sea4j.cluster;

import java.util.ServiceLoader;

/**
 * Where the trials of a sweep run, if not on threads of this program. The results are the same
 * bytes.
 *
 * @param address as Spark writes it: {@code local[2]} or {@code spark://host:7077}
 */
public record Cluster(String address) {

  /**
   * Apache Spark at an address: {@code local[2]} for two threads of this program, {@code local[*]}
   * for all cores, {@code spark://host:7077} for a cluster.
   */
  public static Cluster spark(String master) {
    return new Cluster(master);
  }

  /**
   * Starts what runs the trials of one study.
   *
   * @param listener told of each trial, by any thread
   * @throws ClusterException if nothing here knows such an address, or nobody answers there
   */
  public Engine start(Recipe recipe, Engine.Listener listener) {
    return provider().start(this, recipe, listener);
  }

  /**
   * What serves the address.
   *
   * @throws ClusterException that says how to get it, if there is none
   */
  public EngineProvider provider() {
    for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
      if (provider.serves(this)) {
        return provider;
      }
    }
    throw new ClusterException(
        "nothing here runs trials on '%s'; environment/spark, run once, fetches what does on local[N], spark://HOST:PORT, yarn and k8s://URL"
            .formatted(address));
  }

  @Override
  public String toString() {
    return address;
  }
}
