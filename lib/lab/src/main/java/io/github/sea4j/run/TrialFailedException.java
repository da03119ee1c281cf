package io.github.sea4j.run;

import org.jspecify.annotations.Nullable;

/** A trial threw; the message names it, so that it can be run alone. */
public final class TrialFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TrialFailedException(Trial trial, String reason, @Nullable Throwable cause) {
    super(
        "trial %d of %s (seed %d) failed: %s"
            .formatted(trial.number(), trial.cell(), trial.seed(), reason),
        cause);
  }
}
