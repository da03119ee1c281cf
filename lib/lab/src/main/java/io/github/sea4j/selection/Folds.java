package io.github.sea4j.selection;

import io.github.sea4j.check.Require;
import io.github.sea4j.model.Design;
import io.github.sea4j.model.LossKind;
import io.github.sea4j.random.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Rows dealt to folds by a seed: each row is in one, sizes differ by at most one, and so do the
 * counts of each label. Rows of one subject stay together, and then sizes and labels are only as
 * even as subjects allow. Immutable.
 */
public final class Folds {

  private static final int STANDARD = 10;

  private final int[] fold;
  private final int count;

  private Folds(int[] fold, int count) {
    this.fold = fold;
    this.count = count;
  }

  /**
   * The number of folds where none is asked for: ten, or one for each row or subject if there are
   * fewer. Labels on fewer than ten rows get one for each row of the rarer label, at least two, and
   * so both labels in each: the label of the one row left out would always look less likely than it
   * is.
   */
  static int standard(Design design) {
    return Math.max(2, Math.min(STANDARD, isBalanced(design) ? rarer(design) : units(design)));
  }

  /** Says why there are fewer than ten folds, if that is so. */
  static Optional<String> note(Design design) {
    int folds = standard(design);
    if (folds == STANDARD) {
      return Optional.empty();
    }
    String rarer =
        isBalanced(design) ? ", %d of them of the rarer label".formatted(rarer(design)) : "";
    return Optional.of(
        "%d folds in place of %d, as there are %d %s%s"
            .formatted(folds, STANDARD, units(design), unit(design), rarer));
  }

  private static boolean isBalanced(Design design) {
    return design.question().loss() == LossKind.LOGISTIC
        && design.subjects() == null
        && design.rows() < STANDARD;
  }

  private static int rarer(Design design) {
    int ones = (int) IntStream.range(0, design.rows()).filter(i -> design.y(i) != 0).count();
    return Math.min(ones, design.rows() - ones);
  }

  private static int units(Design design) {
    int[] subjects = design.subjects();
    return subjects == null ? design.rows() : subjectsIn(subjects);
  }

  private static String unit(Design design) {
    return design.subjects() == null ? "rows" : "subjects";
  }

  /**
   * Deals the rows of a design.
   *
   * @param count at least 2, at most the number of rows, or of subjects
   * @throws IllegalArgumentException naming the bound
   */
  public static Folds of(Design design, int count, long seed) {
    int[] subjects = design.subjects();
    int most = units(design);
    if (most < 2) {
      throw new IllegalArgumentException(
          "%s must be at least 2 for a cross-validation, but are %d".formatted(unit(design), most));
    }
    if (count < 2 || count > most) {
      throw new IllegalArgumentException(
          "folds must be between 2 and the number of %s %d, but are %d"
              .formatted(unit(design), most, count));
    }
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(Seeds.derive(seed));
    if (subjects != null) {
      return ofSubjects(subjects, count, random);
    }
    int[] fold = new int[most];
    int place = 0;
    for (int row : shuffledByLabel(design, random)) {
      fold[row] = place++ % count;
    }
    return new Folds(fold, count);
  }

  static int subjectsIn(int[] subjects) {
    return Arrays.stream(subjects).max().orElse(-1) + 1;
  }

  /** The largest subjects first, in random order where equal, each to the fold with fewest rows. */
  static Folds ofSubjects(int[] subjects, int count, UniformRandomProvider random) {
    int[] sizes = new int[subjectsIn(subjects)];
    Arrays.stream(subjects).forEach(subject -> sizes[subject]++);
    int[] order = shuffled(IntStream.range(0, sizes.length).toArray(), random);
    int[] foldOf = new int[sizes.length];
    int[] rows = new int[count];
    Arrays.stream(order)
        .boxed()
        .sorted(Comparator.comparingInt(subject -> -sizes[subject]))
        .forEach(
            subject -> {
              int least = 0;
              for (int f = 1; f < count; f++) {
                least = rows[f] < rows[least] ? f : least;
              }
              foldOf[subject] = least;
              rows[least] += sizes[subject];
            });
    return new Folds(Arrays.stream(subjects).map(subject -> foldOf[subject]).toArray(), count);
  }

  /** Rows in random order, those of a label together. */
  static int[] shuffledByLabel(Design design, UniformRandomProvider random) {
    if (design.question().loss() != LossKind.LOGISTIC) {
      return shuffled(IntStream.range(0, design.rows()).toArray(), random);
    }
    int[] zeros = IntStream.range(0, design.rows()).filter(i -> design.y(i) == 0).toArray();
    int[] ones = IntStream.range(0, design.rows()).filter(i -> design.y(i) != 0).toArray();
    return IntStream.concat(
            IntStream.of(shuffled(zeros, random)), IntStream.of(shuffled(ones, random)))
        .toArray();
  }

  private static int[] shuffled(int[] rows, UniformRandomProvider random) {
    for (int i = rows.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }
    return rows;
  }

  /** How many. */
  public int count() {
    return count;
  }

  /** The rows of a fold, ascending. */
  public int[] held(int which) {
    Require.between("which", which, 0, count - 1);
    return IntStream.range(0, fold.length).filter(i -> fold[i] == which).toArray();
  }

  /** The rows of all others, ascending. */
  public int[] others(int which) {
    Require.between("which", which, 0, count - 1);
    return IntStream.range(0, fold.length).filter(i -> fold[i] != which).toArray();
  }
}
