package io.github.sea4j.kernel.output;

/** Text that was printed and not yet sent. Guarded by its queue's lock. */
final class Printed {

  private final OutputTarget target;
  private final Channel channel;
  private final StringBuilder text = new StringBuilder();
  private final long since = System.nanoTime();

  Printed(OutputTarget target, Channel channel) {
    this.target = target;
    this.channel = channel;
  }

  boolean takes(OutputTarget otherTarget, Channel otherChannel) {
    return target == otherTarget && channel == otherChannel;
  }

  OutputTarget target() {
    return target;
  }

  Channel channel() {
    return channel;
  }

  void append(CharSequence more) {
    text.append(more);
  }

  int length() {
    return text.length();
  }

  long millisOld() {
    return (System.nanoTime() - since) / 1_000_000;
  }

  /** Removes and returns the first characters, at most so many, and no half of a pair. */
  String take(int most) {
    int length = Math.min(most, text.length());
    if (length < text.length() && Character.isHighSurrogate(text.charAt(length - 1))) {
      length--;
    }
    String taken = text.substring(0, length);
    text.delete(0, length);
    return taken;
  }
}
