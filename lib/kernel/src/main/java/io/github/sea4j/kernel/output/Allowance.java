package io.github.sea4j.kernel.output;

/**
 * How much may be sent now, so that a Jupyter server, which drops what exceeds a rate (1 MB a
 * second over three seconds), drops nothing: a stock that is filled up evenly.
 */
final class Allowance {

  private final double stock;
  private final double bytesANano;
  private double left;
  private long last;

  /**
   * A full stock.
   *
   * @param stock bytes that may be sent at once after a pause
   * @param bytesASecond by which the stock is filled up
   */
  Allowance(int stock, int bytesASecond, long now) {
    this.stock = stock;
    this.bytesANano = bytesASecond / 1e9;
    this.left = stock;
    this.last = now;
  }

  /** Bytes that may be sent at this time, in nanoseconds of any one clock. */
  int at(long now) {
    left = Math.min(stock, left + (now - last) * bytesANano);
    last = now;
    return (int) left;
  }

  void spend(int bytes) {
    left -= bytes;
  }
}
