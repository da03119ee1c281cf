package io.github.sea4j.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.data.DataTable;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.model.ColumnGroup;
import io.github.sea4j.model.Design;
import io.github.sea4j.model.Grouping;
import io.github.sea4j.model.Houses;
import io.github.sea4j.model.LossKind;
import io.github.sea4j.model.Model;
import io.github.sea4j.model.Regression;
import io.github.sea4j.model.SizeFit;
import io.github.sea4j.model.Training;
import io.github.sea4j.problem.Support;
import io.github.sea4j.random.Seeds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Columns that enter together, rows that stay together, folds that are dealt again. */
class GroupsAndSubjectsTest {

  private static final Map<String, String> PAIRS =
      Map.of("a", "one", "b", "one", "c", "two", "d", "two", "e", "three", "h", "three");

  /** All 32 sets of the groups {a, b}, {c, d}, {e, h}, f and g. */
  @ParameterizedTest
  @EnumSource(LossKind.class)
  void thePathIsTheBestOfAllSetsOfGroups(LossKind loss) {
    Design design = Houses.question(60, 5, loss).groups(Grouping.named(PAIRS)).design();
    assertEquals(5, design.choices());
    Training training = design.training();
    double[] best = new double[6];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int mask = 0; mask < 32; mask++) {
      Support support = Support.empty();
      for (int g = 0; g < 5; g++) {
        support = (mask >> g & 1) == 1 ? support.union(design.groups().get(g).terms()) : support;
      }
      int size = Integer.bitCount(mask);
      best[size] = Math.min(best[size], training.fit(support).deviance());
    }
    List<SizeFit> path = PathSearch.find(training, Solvers.parse("els(sea)"), new SizeRange(0, 5));
    for (int k = 0; k <= 5; k++) {
      assertEquals(best[k], path.get(k).deviance(), 1e-6 * best[0], loss + ", k = " + k);
      assertEquals(k, design.count(path.get(k).support()));
    }
  }

  /** The slope of a group is that of the single column that its best direction is. */
  @Test
  void theSlopeOfAGroupIsTheNormOfTheFitOfTheRest() {
    Regression question = Houses.question(60, 6, LossKind.LEAST_SQUARES);
    Training training = question.groups(Grouping.named(PAIRS)).design().training();
    SizeFit nothing = training.fit(Support.empty());
    double[] slopes = training.slopes(nothing);
    List<ColumnGroup> groups = training.design().groups();
    for (int g = 0; g < slopes.length; g++) {
      double explained = nothing.deviance() - training.fit(groups.get(g).terms()).deviance();
      assertEquals(explained, slopes[g] * slopes[g], 1e-9 * nothing.deviance());
    }
  }

  @Test
  void theWordsOfAColumnEnterTogetherLessTheFirst() {
    Regression question = Regression.of(cities().oneHot(), "y").groups(Grouping.ofWords());
    Design design = question.design();
    assertEquals(List.of("city=Oslo", "city=Rome", "x"), design.terms());
    assertEquals(List.of("city", "x"), design.groups().stream().map(ColumnGroup::name).toList());
    SelectionResult result = Selection.of(question).sizes(0, 2).folds(3).run();
    assertEquals(List.of("city=Oslo", "city=Rome"), result.step(1).columns());
    // Three coefficients and the choice of one group of two.
    double squares = result.step(1).fit().deviance();
    double bic = 60 * Math.log(squares / 60) + 3 * Math.log(60);
    assertEquals(bic, result.step(1).criteria().bic(), 1e-9);
    assertEquals(bic + 2 * Math.log(2), result.step(1).criteria().ebic(), 1e-9);
    Model model = result.model(1);
    assertEquals(1, model.coefficients()[0], 0.1); // Bergen has 0, Oslo 1, Rome 5
    assertEquals(5, model.coefficients()[1], 0.1);
  }

  /** Oslo is the first word with a column, and only one row has it: in some folds none. */
  @Test
  void aWordThatSomeFoldsLackDoesNotHideItsGroup() {
    DataTable all = cities();
    int[] rows = IntStream.range(0, 60).filter(i -> i == 1 || i * 7 % 3 != 1).toArray();
    Regression question = Regression.of(all.rows(rows).oneHot(), "y").groups(Grouping.ofWords());
    assertEquals(List.of("city=Oslo", "city=Rome", "x"), question.design().terms());
    assertEquals(1, Selection.of(question).sizes(0, 2).folds(4).run().k(Rule.BIC));
    assertArrayEquals(
        new double[] {1, 0}, StabilitySelection.of(question, "els(sea)", 1).frequency());
  }

  private static DataTable cities() {
    String[] names = {"Bergen", "Oslo", "Rome"};
    double[] effects = {0, 1, 5};
    int[] place = IntStream.range(0, 60).map(i -> i * 7 % 3).toArray();
    double[] x = IntStream.range(0, 60).mapToDouble(i -> Math.sin(i)).toArray();
    return DataTable.of(
        Table.create(
            "cities",
            StringColumn.create("city", Arrays.stream(place).mapToObj(p -> names[p])),
            DoubleColumn.create("x", x),
            DoubleColumn.create(
                "y",
                IntStream.range(0, 60)
                    .mapToDouble(i -> effects[place[i]] + 0.05 * Math.cos(3 * i)))));
  }

  @Test
  void aPrefixNamesAGroupAndForcedColumnsLeaveIt() {
    Table table = Table.create("t", DoubleColumn.create("y", 1, 2, 4, 3, 7, 5));
    for (String name : List.of("dose_1", "dose_2", "age", "dose_3")) {
      table.addColumns(
          DoubleColumn.create(
              name, IntStream.range(0, 6).mapToDouble(i -> Math.sin(name.hashCode() + 2.3 * i))));
    }
    Regression asked = Regression.of(DataTable.of(table), "y").groups(Grouping.byPrefix("_"));
    assertEquals(Support.of(0, 1, 3), asked.design().groups().get(0).terms());
    assertEquals("dose", asked.design().groups().get(0).name());
    assertEquals(Support.of(0, 3), asked.force("dose_2").design().groups().get(0).terms());
    assertThrows(IllegalArgumentException.class, () -> Grouping.byPrefix(""));
    Grouping unknown = Grouping.named(Map.of("height", "one"));
    var refused =
        assertThrows(IllegalArgumentException.class, () -> asked.groups(unknown).design());
    assertTrue(
        String.valueOf(refused.getMessage()).matches("groups must.*height.*"), refused::toString);
  }

  @Test
  void rowsOfASubjectAreInOneFoldAndOneHalfAndExplainNothing(@TempDir Path folder) {
    Table table = Houses.of(70, 8).without("count", "label").table();
    // Subjects of one to five rows, not in order.
    int[] whose = IntStream.range(0, 70).map(i -> (int) Math.sqrt(i * 37 % 70 * 9)).toArray();
    table.addColumns(StringColumn.create("person", Arrays.stream(whose).mapToObj(p -> "p" + p)));
    Regression question = Regression.of(DataTable.of(table), "y").subjects("person");
    Design design = question.design();
    assertFalse(design.terms().stream().anyMatch(term -> term.startsWith("person")));
    Folds folds = Folds.of(design, 5, 1);
    int rows = 0;
    Set<Integer> met = new HashSet<>();
    for (int f = 0; f < 5; f++) {
      Set<Integer> inFold = new HashSet<>();
      Arrays.stream(folds.held(f)).forEach(i -> inFold.add(whose[i]));
      rows += folds.held(f).length;
      assertTrue(inFold.stream().allMatch(met::add), "a subject is in two folds");
      assertTrue(Math.abs(folds.held(f).length - 14) <= 6);
    }
    assertEquals(70, rows);
    int[][] halves = StabilitySelection.halves(design, 4).toArray(int[][]::new);
    Set<Integer> first = new HashSet<>();
    Arrays.stream(halves[0]).forEach(i -> first.add(whose[i]));
    assertTrue(Arrays.stream(halves[1]).noneMatch(i -> first.contains(whose[i])));
    Model model = Selection.of(question).solver("els").sizes(0, 4).folds(5).run().model();
    Model again = Model.read(model.save(folder.resolve("model.json")));
    double[] predicted = model.predict(question.table());
    assertArrayEquals(predicted, again.predict(question.table()));
    assertArrayEquals(predicted, again.predict(question.table().without("person")));
    int subjects = new HashSet<>(Arrays.stream(whose).boxed().toList()).size();
    assertThrows(IllegalArgumentException.class, () -> Folds.of(design, subjects + 1, 1));
    assertEquals(10, Folds.standard(design));
    int[] few = IntStream.range(0, 70).filter(i -> whose[i] < 10).toArray();
    long left = Arrays.stream(few).map(i -> whose[i]).distinct().count();
    assertTrue(few.length > 10 && left > 2 && left < 10, left + " subjects");
    Design small = question.on(question.table().rows(few)).design();
    assertEquals(left, Folds.standard(small));
    String note = "%d folds in place of 10, as there are %d subjects".formatted(left, left);
    assertEquals(note, Folds.note(small).orElseThrow());
  }

  @Test
  void repeatsAreTheMeansOfSingleCrossValidations() {
    Regression question = Houses.question(50, 7, LossKind.LEAST_SQUARES);
    Selection once = Selection.of(question).solver("els").sizes(0, 4).folds(5).seed(3);
    CrossValidation three = once.repeats(3).run().crossValidation();
    List<CrossValidation> single =
        List.of(3L, Seeds.derive(3, 1), Seeds.derive(3, 2)).stream()
            .map(seed -> once.seed(seed).run().crossValidation())
            .toList();
    for (int s = 0; s <= 4; s++) {
      int size = s;
      double mean = single.stream().mapToDouble(cv -> cv.mean()[size]).average().orElseThrow();
      double square =
          single.stream()
              .mapToDouble(cv -> Math.pow(cv.standardError()[size], 2))
              .average()
              .orElseThrow();
      assertEquals(mean, three.mean()[s], 1e-12 * mean);
      assertEquals(Math.sqrt(square), three.standardError()[s], 1e-12);
    }
    assertThrows(IllegalArgumentException.class, () -> once.repeats(0));
  }
}
