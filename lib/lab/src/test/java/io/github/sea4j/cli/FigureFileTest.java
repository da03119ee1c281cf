package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --plot} of the commands that have something to draw. */
@Tag("slow")
class FigureFileTest {

  private static final String A = "src/test/resources/cases-from-users/A.csv";
  private static final String Y = "src/test/resources/cases-from-users/y.csv";

  @TempDir Path folder;

  private static Outcome solve(Path plot, String... solvers) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("solve", "--matrix", A, "--measurements", Y, "-k", 1, "--plot", plot));
    for (String solver : solvers) {
      words.addAll(List.of("--solver", solver));
    }
    return Outcome.of(words.toArray());
  }

  @ParameterizedTest
  @CsvSource({"png, PNG", "svg, <svg", "pdf, %PDF"})
  void theNameSaysTheFormat(String ending, String mark) throws IOException {
    Path plot = folder.resolve("figure." + ending);
    solve(plot).assertDone();
    String start = new String(Files.readAllBytes(plot), StandardCharsets.ISO_8859_1);
    assertTrue(start.contains(mark), start.substring(0, 40));
  }

  @Test
  void eachSolverHasItsPanel() throws IOException {
    solve(folder.resolve("one.png"), "sea").assertDone();
    solve(folder.resolve("two.png"), "sea", "omp").assertDone();
    solve(folder.resolve("three.png"), "sea", "omp", "els", "sea").assertDone();
    int two = height("two.png");
    int three = height("three.png");
    assertTrue(height("one.png") < two && two < three, two + " and " + three);
  }

  private int height(String name) throws IOException {
    return ImageIO.read(folder.resolve(name).toFile()).getHeight();
  }

  @Test
  void anotherEndingAndTheFilesOfTheProblemAreRefused() throws IOException {
    solve(folder.resolve("figure.gif")).assertRefused("--plot", "figure.gif", ".png, .svg or .pdf");
    solve(folder.resolve("nowhere/f.png")).assertRefused("--plot", "does not exist");
    Path plot = folder.resolve("f.png");
    Outcome.of("solve", "--matrix", A, "--measurements", Y, "-k", 1, "--output", plot).assertDone();
    Outcome.of(
            "solve", "--matrix", A, "--measurements", Y, "-k", 1, "--output", plot, "--plot", plot)
        .assertRefused("--plot " + plot, "would overwrite");
    assertTrue(Files.readString(plot).startsWith("solver,index,value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deconvolution | size=60 | sparsities=3,6 | 1",
        "noise | size=60 | sparsities=3,6 | 2",
        "run-time | size=60 | sparsities=3,6 | 1",
        "anytime | size=60 | sparsities=3 | 2",
        "phase-transition | size=40 | zetas=0.4,0.6 | 1",
        "instance | size=60 | sparsity=4 | 1",
        "traces | size=60 | sparsity=4 | 1",
      })
  void everyKindOfExperimentHasAFigure(String name, String one, String two, int charts)
      throws IOException {
    Path plot = folder.resolve("e.png");
    Object[] words = {
      "experiment", name, "--set", one, "--set", two, "--set", "solvers=omp,htp(iterations=20)"
    };
    List<Object> all = new ArrayList<>(List.of(words));
    if (!name.equals("instance") && !name.equals("traces")) {
      all.addAll(List.of("--set", "instances=4"));
    }
    all.addAll(List.of("--output", folder.resolve(name), "--plot", plot));
    Outcome.of(all.toArray()).assertDone();
    int height = height("e.png");
    assertEquals(charts, Math.max(1, Math.round(height / 880.0)), "height " + height);
  }
}
