package io.github.sea4j.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lists of numbers as the texts that {@link Parameters} hold. */
final class Texts {

  private Texts() {}

  static String join(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  static String join(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> Double.isInfinite(number) ? "inf" : Double.toString(number))
        .collect(Collectors.joining(","));
  }
}
