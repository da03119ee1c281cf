package io.github.sea4j.sea;

import io.github.sea4j.option.OptionType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of SEA with sampled supports that an ablation can leave out. */
public enum SampledPart {
  /** The random numbers: without them the support is the largest entries. */
  NOISE,
  /** Taking out of an estimate what it was fed: without it {@code z = x}. */
  SUBTRACTION,
  /** Shrinking the entries of the support towards their mean: without it {@code x = X} there. */
  SHRINKAGE,
  /** The average over iterations: without it X is what the last one says. */
  MEMORY,
  /** The pseudo-inverse: without it the gradient is {@code A'r}, as in the plain algorithm. */
  INVERSE;

  /** Some of them, in any order, separated by blanks. */
  static final OptionType<Set<SampledPart>> SOME =
      new OptionType<>(
          "some of noise, subtraction, shrinkage, memory and inverse, separated by blanks",
          parts -> true,
          SampledPart::read,
          parts ->
              parts.stream().sorted().map(SampledPart::toString).collect(Collectors.joining(" ")));

  private static @Nullable Set<SampledPart> read(String text) {
    Set<SampledPart> parts = EnumSet.noneOf(SampledPart.class);
    for (String word : text.trim().split("\\s+", -1)) {
      Optional<SampledPart> part =
          Arrays.stream(values()).filter(each -> each.toString().equals(word)).findFirst();
      if (part.isEmpty()) {
        return null;
      }
      parts.add(part.get());
    }
    return parts;
  }

  /** The name in the solver language, lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
