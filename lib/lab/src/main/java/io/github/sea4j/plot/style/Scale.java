package io.github.sea4j.plot.style;

import org.knowm.xchart.style.XYStyler;

/** What the vertical axis of a figure shows. */
public enum Scale {
  /** From 0 to 1. */
  SHARE,
  /** From 0. */
  ZERO,
  /** Logarithmic. */
  LOG;

  /** Sets the axis. */
  public void applyTo(XYStyler styler) {
    switch (this) {
      case SHARE -> styler.setYAxisMin(0.0).setYAxisMax(1.0);
      case ZERO -> styler.setYAxisMin(0.0);
      case LOG -> styler.setYAxisLogarithmic(true).setYAxisDecimalPattern("0.#####");
    }
  }
}
