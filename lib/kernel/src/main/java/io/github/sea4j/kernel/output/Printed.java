package io.github.sea4j.kernel.output;

/** Text that was printed and not yet sent. Guarded by its queue's lock. */
final class Printed {

  private final OutputTarget target;
  private final Channel channel;
  private final StringBuilder text = new StringBuilder();
  private int bytes;
  private long since = System.nanoTime();

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
    bytes += JsonSize.of(more);
  }

  int length() {
    return text.length();
  }

  /** Of the text in a message. */
  int bytes() {
    return bytes;
  }

  long millisOld() {
    return (System.nanoTime() - since) / 1_000_000;
  }

  /**
   * Removes and returns the first characters, at most so many bytes, and no half of a pair. The
   * rest is as young as what is yet to come.
   */
  String take(int mostBytes) {
    int length = 0;
    int taking = 0;
    while (length < text.length() && taking + JsonSize.of(text.charAt(length)) <= mostBytes) {
      taking += JsonSize.of(text.charAt(length++));
    }
    if (0 < length
        && length < text.length()
        && Character.isHighSurrogate(text.charAt(length - 1))) {
      taking -= JsonSize.of(text.charAt(--length));
    }
    String taken = text.substring(0, length);
    text.delete(0, length);
    bytes -= taking;
    since = System.nanoTime();
    return taken;
  }
}
