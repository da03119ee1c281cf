package io.github.sea4j.cluster;

import org.jspecify.annotations.Nullable;

/** A cluster is not there, or was lost. What it had finished is kept. */
public final class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With one line that names the cluster. */
  public ClusterException(String message) {
    this(message, null);
  }

  /** With one line that names the cluster, and what it comes from. */
  public ClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
