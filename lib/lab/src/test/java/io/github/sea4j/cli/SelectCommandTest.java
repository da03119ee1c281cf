package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.sea4j.data.DataTable;
import io.github.sea4j.model.Regression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sea4j select} and {@code predict} from a file to a file, and all that they refuse. */
class SelectCommandTest {

  @TempDir Path folder;
  private Path data = Path.of("");

  /** price = 10 + 3 size - 2 age + noise; ill where it is low; visits grow with age. */
  @BeforeEach
  void writeTable() throws IOException {
    Random random = new Random(20260301);
    StringBuilder text = new StringBuilder("size;age;rooms;sun;city;price;ill;visits\n");
    for (int i = 0; i < 60; i++) {
      double size = 5 + random.nextGaussian();
      double age = 3 + random.nextGaussian();
      double price = 10 + 3 * size - 2 * age + 0.5 * random.nextGaussian();
      double noisy = price + 3 * random.nextGaussian();
      String row =
          String.format(
              Locale.ROOT,
              "%.4f;%.4f;%d;%.4f;%s;%.4f;%s;%d%n",
              size,
              age,
              1 + random.nextInt(4),
              random.nextGaussian(),
              List.of("Rome", "Oslo", "Bonn").get(random.nextInt(3)),
              price,
              noisy < 19 ? "yes" : "no",
              (int) (age * age));
      text.append(row.replace('.', ','));
    }
    data = Files.writeString(folder.resolve("houses.csv"), text);
  }

  private Outcome select(String target, Object... more) {
    Stream<Object> given = Stream.of("select", "--data", data, "--target", target);
    return Outcome.of(Stream.concat(given, Arrays.stream(more)).toArray());
  }

  private JsonObject json(String target, Object... more) {
    Object[] all =
        Stream.concat(Arrays.stream(more), Stream.of("--json", "--text=one-hot")).toArray();
    String out = select(target, all).assertDone().out();
    assertEquals(1, out.lines().count(), out);
    return JsonParser.parseString(out).getAsJsonObject();
  }

  private static List<String> strings(JsonArray array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.getAsString()));
    return texts;
  }

  @Test
  void theWholeWayFromTableToPredictions() throws IOException {
    // Without the two that follow from the price.
    String reduced =
        Files.readString(data)
            .lines()
            .map(line -> String.join(";", Arrays.copyOf(line.split(";"), 6)))
            .reduce("", (a, b) -> a + b + "\n");
    Files.writeString(data, reduced);
    Path model = folder.resolve("model.json");
    Path plot = folder.resolve("path.png");
    JsonObject chosen = json("price", "--folds", 5, "--save", model, "--plot", plot);
    assertEquals(2, chosen.get("k").getAsInt());
    assertEquals(List.of("size", "age"), strings(chosen.getAsJsonArray("columns")));
    JsonArray coefficients = chosen.getAsJsonArray("coefficients");
    assertEquals(3, coefficients.get(0).getAsDouble(), 0.3);
    assertEquals(-2, coefficients.get(1).getAsDouble(), 0.3);
    assertEquals(10, chosen.get("intercept").getAsDouble(), 1.5);
    assertEquals(8, chosen.getAsJsonArray("path").size());
    assertEquals(
        chosen.get("deviance").getAsDouble(),
        chosen.getAsJsonArray("path").get(2).getAsJsonObject().get("deviance").getAsDouble());
    byte[] picture = Files.readAllBytes(plot);
    assertEquals("PNG", new String(picture, 1, 3, StandardCharsets.ISO_8859_1));
    Path output = folder.resolve("predicted.csv");
    Outcome predicted =
        Outcome.of("predict", "--model", model, "--data", data, "--output", output).assertDone();
    assertTrue(predicted.out().contains("R2"), predicted.out());
    List<String> lines = Files.readAllLines(output);
    assertEquals(61, lines.size());
    assertEquals("prediction", lines.get(0));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(4, left.count());
    }
  }

  @Test
  void aNameWithACommaIsQuotedInListsAndInOptions() throws IOException {
    String text = Files.readString(data);
    Files.writeString(data, text.replaceFirst("rooms", "\"rooms, all\""));
    String[] forced = {
      "--force", "\"rooms, all\",age", "--sizes=0:2", "--repeats=2", "--folds=3", "--text=one-hot"
    };
    String out = select("price", (Object[]) forced).assertDone().out();
    assertTrue(out.contains("\"rooms, all\", "), out);
  }

  @Test
  void labelsCountsForcedColumnsAndSigns() {
    JsonObject ill =
        json("ill", "--loss", "logistic", "--sizes", "0:3", "--force", "rooms", "--solver", "sea");
    assertTrue(strings(ill.getAsJsonArray("columns")).contains("rooms"));
    assertEquals(List.of("rooms"), strings(ill.getAsJsonArray("forced")));
    assertEquals(List.of("no", "yes"), strings(ill.getAsJsonArray("labels")));
    JsonObject well =
        json("ill", "--loss", "logistic", "--positive", "no", "--sizes=2", "--solver", "omp");
    assertEquals(List.of("yes", "no"), strings(well.getAsJsonArray("labels")));
    assertEquals(1, well.getAsJsonArray("path").size());
    JsonObject visits = json("visits", "--loss", "poisson", "--sizes", "1", "--solver", "omp");
    assertEquals(List.of("age"), strings(visits.getAsJsonArray("columns")));
    JsonObject positive = json("price", "--non-negative", "--sizes", "3", "--solver", "omp");
    positive
        .getAsJsonArray("coefficients")
        .forEach(each -> assertTrue(each.getAsDouble() >= 0, positive.toString()));
  }

  @Test
  void tablesAndHelpFitTheirWidth() {
    String text = select("price", "--text", "one-hot", "--sizes", "0:4").assertDone().out();
    String help = Outcome.of("select", "--help").assertDone().out();
    String more = Outcome.of("predict", "--help").assertDone().out();
    Stream.of(text, help, more)
        .flatMap(String::lines)
        .forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--target=prize --text=one-hot            | --target,prize,price",
        "--target=price                           | --data,'city',line 2",
        "--target=price --text=both               | --text,both,one-hot",
        "--target=price --text=one-hot --sizes=x  | --sizes,'x'",
        "--target=price --text=one-hot --sizes=0:50 | --sizes,9,0:50",
        "--target=price --text=one-hot --seed=1.5 | --seed,whole number,'1.5'",
        "--target=price --text=one-hot --folds=1  | --folds,between 2 and",
        "--target=price --text=one-hot --folds=99 | --folds,60,99",
        "--target=price --text=one-hot --solver=sae | --solver,sae",
        "--target=price --text=one-hot --rule=best | --rule,best",
        "--target=price --text=one-hot --loss=huber | --loss,huber,logistic",
        "--target=price --text=one-hot --force=sice | --force,sice,size",
        "--target=price --text=one-hot --loss=logistic | 'price',two different labels",
        "--target=ill --text=one-hot              | 'ill',logistic",
        "--target=ill --text=one-hot --loss=logistic --positive=ja | --positive,ja,yes",
        "--target=price --text=one-hot --positive=yes | --positive,logistic",
        "--target=sun --text=one-hot --loss=poisson | 'sun',count",
        "--target=price --text=one-hot --weights=sun | 'sun',weight",
        "--target=price --text=one-hot --missing=zero | --missing,zero",
        "--target=price --text=one-hot --plot=p.gif | --plot,p.gif,.png",
        "--target=price --text=one-hot --save=no/where.json | --save,where.json",
        "--target=price --text=one-hot --seed=x   | --seed,x",
        "--target=price --text=one-hot --groups=heaps | --groups,heaps,no such file",
        "--target=price --text=one-hot --groups=prefix: | --groups,prefix:",
        "--target=price --text=one-hot --subjects=person | --subjects,person",
        "--target=price --text=one-hot --subjects=city --folds=4 | --folds,subjects 3,4",
        "--target=price --text=one-hot --repeats=0 | --repeats,0",
      })
  void refusals(String options, String parts) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("select", "--data", data));
    arguments.addAll(List.of(options.strip().split(" ")));
    Outcome.of(arguments.toArray()).assertRefused(parts.strip().split(","));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count(), "something is left behind");
    }
  }

  /** The first row is a header; one that is not would lose its column the group. */
  @Test
  void groupsWithoutAHeaderAreRefused() throws IOException {
    Path groups = Files.writeString(folder.resolve("groups.csv"), "size,big\nrooms,big\n");
    select("price", "--text=one-hot", "--groups", groups)
        .assertRefused("--groups " + groups, "expected a header", "'size'");
    Files.writeString(groups, "column,group\nsize,big\nrooms,big\n");
    select("price", "--text=one-hot", "--groups", groups, "--sizes=0:2").assertDone();
  }

  @Test
  void whatIsOneSubjectCannotBeDealtOut() throws IOException {
    Files.writeString(data, "a,b,who,y\n1,2,x,1\n2,1,x,2\n3,5,x,3\n4,3,x,5\n");
    select("y", "--subjects=who")
        .assertRefused("--subjects must be at least 2 for a cross-validation, but are 1");
  }

  @Test
  void weightsAndOffsetsAreToBlameThemselves() throws IOException {
    Files.writeString(data, "a,w,y\n1,1e300,1\n2,1e300,2\n3,1e300,4\n4,1e300,5\n5,1,7\n");
    select("y", "--weights=w").assertRefused("--weights must have a sum of at most 1.0E300");
    Files.writeString(data, "a,o,y\n1,1000,1\n2,1,2\n3,1,4\n4,1,5\n5,1,7\n");
    select("y", "--loss=poisson", "--offset=o").assertRefused("--offset: entry 0", "1000");
  }

  @Test
  void predictionsRefuseOtherColumnsAndOtherFiles() throws IOException {
    Path model = folder.resolve("model.json");
    select("price", "--text=one-hot", "--sizes=2", "--save", model).assertDone();
    Path output = folder.resolve("predicted.csv");
    Path fresh = folder.resolve("new.csv");
    Files.writeString(fresh, "size,agee\n1,2\n");
    Object[] predict = {"predict", "--model", model, "--data", fresh, "--output", output};
    Outcome.of(predict).assertRefused("new.csv", "'age'");
    Files.writeString(fresh, "size,age,colour\n1,2,red\n");
    Outcome.of(predict).assertRefused("new.csv", "'colour'");
    Files.writeString(fresh, "size,age\n1,\n");
    Outcome.of(predict).assertRefused("line 2", "'age'");
    assertFalse(Files.exists(output));
    Outcome.of("predict", "--model", data, "--data", data, "--output", output)
        .assertRefused("--model", "houses.csv");
    Outcome.of("predict", "--model", model, "--data", data, "--output", model)
        .assertRefused("--output", "overwrite");
  }

  /** Seeded nonsense in the table: JSON without NaN, or one line and exit code 2. */
  @Tag("slow")
  @Test
  void mutatedTables() throws IOException {
    Random random = new Random(7);
    String valid = "a,b,c,y\n1,2,0,1\n2,1,1,0\n3,5,0,1\n4,3,1,1\n0,2,0,0\n5,1,1,0\n";
    String alphabet = "0123456789.,-e\n xyNa\"";
    int answers = 0;
    int trials = 150;
    for (int trial = 0; trial < trials; trial++) {
      StringBuilder text = new StringBuilder(valid);
      for (int edit = random.nextInt(4); edit > 0; edit--) {
        text.setCharAt(
            8 + random.nextInt(text.length() - 8),
            alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Files.writeString(data, text);
      Outcome outcome =
          select(
              "y",
              "--loss=" + List.of("squares", "logistic", "poisson").get(trial % 3),
              "--solver=omp",
              "--sizes=0:2",
              "--folds=2",
              "--missing=means",
              "--text=one-hot",
              "--json");
      if (outcome.code() == 0) {
        answers++;
        assertFalse(outcome.out().contains("NaN"), outcome.out());
        assertFalse(outcome.out().contains("Infinity"), outcome.out());
      } else {
        outcome.assertRefused();
      }
    }
    assertTrue(answers > trials / 10 && answers < trials, "one-sided: " + answers);
  }

  /** Fewer rows than the ten folds of the default: fewer folds, with a note; asked for, refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y     | squares  | 8 | as there are 8 rows",
        "label | logistic | 3 | as there are 8 rows, 3 of them of the rarer label",
        "one   | logistic | 2 | as there are 8 rows, 1 of them of the rarer label",
      })
  void fewerRowsThanFolds(String target, String loss, int folds, String note) throws IOException {
    Files.writeString(
        data,
        """
        a,b,y,label,one
        1,2,1.5,0,0
        2,1,2.1,0,0
        3,5,2.8,1,0
        4,3,4.2,0,0
        5,0,5.1,1,1
        6,4,5.8,1,0
        7,2,7.2,0,0
        8,6,8.1,0,0
        """);
    JsonObject answer = json(target, "--loss=" + loss, "--solver=omp");
    assertEquals(folds, answer.get("folds").getAsInt());
    String said = folds + " folds in place of 10, " + note;
    assertTrue(strings(answer.getAsJsonArray("notes")).contains(said), answer.toString());
    Outcome text = select(target, "--loss=" + loss, "--solver=omp").assertDone();
    assertTrue(text.out().contains("(%d folds)".formatted(folds)), text.out());
    assertTrue(text.err().contains("sea4j: note: " + said), text.err());
    select(target, "--loss=" + loss, "--folds=10")
        .assertRefused("--folds must be between 2 and the number of rows 8, but are 10");
    JsonObject asked = json(target, "--loss=" + loss, "--folds=2", "--solver=omp");
    assertFalse(asked.get("notes").toString().contains("folds"), asked.toString());
  }

  /** The table is to blame, not the solver. */
  @Test
  void aTableOfTheTargetAlone() throws IOException {
    Files.writeString(data, "y\n1\n2\n3\n4\n");
    select("y").assertRefused("--data " + data + ": no column beside the target 'y'");
  }

  /** No prediction is infinite: the row that would make it is named. */
  @Test
  void predictionsThatOverflow() throws IOException {
    Path model = folder.resolve("model.json");
    Files.writeString(data, "a,y\n1,2\n2,4\n3,5\n4,9\n5,14\n6,24\n");
    for (String loss : List.of("poisson", "squares")) {
      select("y", "--folds=3", "--sizes=1", "--loss=" + loss, "--save=" + model).assertDone();
      Path large = Files.writeString(folder.resolve("large.csv"), "a\n1\n1.7e308\n");
      Path output = folder.resolve("predicted.csv");
      Outcome.of("predict", "--model", model, "--data", large, "--output", output)
          .assertRefused("--data " + large + ": line 3: ", "finite prediction", "Infinity");
    }
  }

  /** Errors of squares of 1e120 are numbers too. */
  @Test
  void hugeTargets() throws IOException {
    Files.writeString(data, "a,y\n1,1e120\n2,4e120\n3,2e120\n4,7e120\n5,5e120\n6,9e120\n");
    JsonObject answer = json("y", "--folds=3");
    assertTrue(answer.toString().contains("E24"), answer.toString());
  }

  @Test
  void groupsSubjectsAndRepeats() throws IOException {
    String[] alone = {"--force=rooms", "--sizes=0:3", "--repeats=2", "--folds=3"};
    JsonObject words = json("price", (Object[]) with(alone, "--groups=words"));
    assertEquals(2, words.get("repeats").getAsInt());
    assertEquals(
        List.of("city=Oslo", "city=Rome"),
        strings(words.getAsJsonObject("groups").getAsJsonArray("city")));
    Path file = Files.writeString(folder.resolve("groups.csv"), "column,group\nsize,s\nsun,s\n");
    JsonObject named = json("price", (Object[]) with(alone, "--groups=" + file));
    assertEquals(
        List.of("size", "sun"), strings(named.getAsJsonObject("groups").getAsJsonArray("s")));
    assertEquals(
        List.of("size", "rooms", "sun"),
        strings(named.getAsJsonArray("path").get(1).getAsJsonObject().getAsJsonArray("columns")));
    JsonObject subjects = json("price", (Object[]) with(alone, "--subjects=city"));
    assertFalse(strings(subjects.getAsJsonArray("columns")).toString().contains("city"));
    assertFalse(subjects.has("groups"));
  }

  private static String[] with(String[] some, String more) {
    String[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = more;
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"--weights", "--offset", "--subjects"})
  void theTargetIsNothingElse(String option) throws IOException {
    Path table = Files.writeString(folder.resolve("positive.csv"), "a,y\n1,2\n2,3\n4,5\n3,1\n");
    Outcome.of("select", "--data", table, "--target", "y", "--folds", "2", option, "y")
        .assertRefused(option + " must not be the target, but is 'y'");
    assertThrows(
        IllegalArgumentException.class,
        () -> Regression.of(DataTable.read(table), "y").offset("y").design());
  }
}
