package io.github.sea4j.kernel.output;

/** Where a program prints. */
public enum Channel {
  /** What {@code System.out} prints. */
  OUT,
  /** What {@code System.err} prints. */
  ERR
}
