package io.github.sea4j.plot.style;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;

/** Numbers at axes as people set them: a proper minus, powers of ten for very small and large. */
public final class AxisText {

  private static final String SUPERSCRIPTS =
      "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

  private static final char MINUS = '\u2212';

  /** Ticks are multiples of a round step; more digits are rounding. */
  private static final MathContext DIGITS = new MathContext(9);

  private AxisText() {}

  /** Where the chart has no labels of its own. */
  public static void applyTo(XYChart chart) {
    XYStyler styler = chart.getStyler();
    if (styler.isYAxisLogarithmic() && span(values(chart, XYSeries::getYData)) > 7) {
      // Nine lines a decade would cover the plot.
      styler.setPlotGridHorizontalLinesVisible(false);
    }
    if (styler.isYAxisLogarithmic() && span(values(chart, XYSeries::getYData)) < 1.5) {
      // There may be no power of ten to label.
      styler.setYAxisLogarithmicDecadeOnly(false);
    }
    if (styler.getXAxisTickLabelsFormattingFunction() == null) {
      styler.setXAxisTickLabelsFormattingFunction(
          labels(styler.isXAxisLogarithmic(), values(chart, XYSeries::getXData)));
    }
    if (styler.getYAxisTickLabelsFormattingFunction() == null) {
      styler.setYAxisTickLabelsFormattingFunction(
          labels(styler.isYAxisLogarithmic(), values(chart, XYSeries::getYData)));
    }
  }

  /** Three digits, and 0 for what is below a millionth. */
  public static double rounded(double value) {
    return Math.abs(value) < 1e-6 ? 0 : new BigDecimal(value, new MathContext(3)).doubleValue();
  }

  private static double[] values(XYChart chart, Function<XYSeries, double[]> axis) {
    return chart.getSeriesCollection().stream()
        .flatMapToDouble(series -> Arrays.stream(axis.apply(series)))
        .filter(Double::isFinite)
        .toArray();
  }

  private static double span(double[] values) {
    DoubleSummaryStatistics shown = DoubleStream.of(values).filter(v -> v > 0).summaryStatistics();
    return shown.getCount() == 0 ? 0 : Math.log10(shown.getMax() / shown.getMin());
  }

  private static Function<Double, String> labels(boolean logarithmic, double[] values) {
    double least = DoubleStream.of(values).map(Math::abs).filter(v -> v > 0).min().orElse(1);
    double most = DoubleStream.of(values).map(Math::abs).max().orElse(1);
    boolean powers = logarithmic ? least < 1e-3 || most >= 1e5 : most < 1e-3 || most >= 1e6;
    int step = logarithmic && powers ? decades(least, most) : 1;
    return value -> {
      boolean between = step > 1 && Math.floorMod(Math.round(Math.log10(value)), step) != 0;
      return between ? "" : powers ? power(value) : plain(value);
    };
  }

  /** From one label to the next, so that not more than about seven stand at the axis. */
  private static int decades(double least, double most) {
    double span = Math.log10(most / least);
    return span <= 7 ? 1 : span <= 12 ? 2 : 4;
  }

  /** Without an exponent: 0.05, 12, with a minus sign. */
  static String plain(double value) {
    String text = round(value).toPlainString();
    return text.startsWith("-") ? MINUS + text.substring(1) : text;
  }

  /** As a power of ten, with a factor where there is one. */
  static String power(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal number = round(value);
    int exponent = number.precision() - number.scale() - 1;
    BigDecimal factor = number.scaleByPowerOfTen(-exponent).stripTrailingZeros();
    String sign = factor.signum() < 0 ? String.valueOf(MINUS) : "";
    String digits = factor.abs().toPlainString();
    String ten = exponent == 0 ? "1" : "10" + superscript(exponent);
    return sign + (digits.equals("1") ? ten : exponent == 0 ? digits : digits + "\u00B7" + ten);
  }

  private static BigDecimal round(double value) {
    BigDecimal rounded = new BigDecimal(value, DIGITS).stripTrailingZeros();
    return rounded.abs().doubleValue() < 1e-300 ? BigDecimal.ZERO : rounded;
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "\u207B" : "");
    Integer.toString(Math.abs(exponent))
        .chars()
        .forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}
