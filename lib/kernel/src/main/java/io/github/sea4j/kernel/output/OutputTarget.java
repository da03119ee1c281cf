package io.github.sea4j.kernel.output;

/** One cell's place in the notebook, to which its text is sent. */
@FunctionalInterface
public interface OutputTarget {

  /** Sends a text now. Called from one thread only. */
  void send(Channel channel, String text);
}
