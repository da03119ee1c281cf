package io.github.sea4j.experiment;

import static io.github.sea4j.experiment.Says.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sea4j.experiment.OwnSweep.Shifted;
import io.github.sea4j.experiment.OwnSweep.Slow;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.plot.Figures;
import io.github.sea4j.problem.Support;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.store.FolderRefusedException;
import io.github.sea4j.summary.Summaries;
import io.github.sea4j.table.ResultColumns;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.Table;

/** Solvers and problems of one's own in experiments, and which solver is which. */
@Tag("slow")
class OwnSolverTest {

  private static final String SOURCE =
      """
      package elsewhere;

      import io.github.sea4j.language.SolverProvider;
      import io.github.sea4j.linalg.TopK;
      import io.github.sea4j.option.Settings;
      import io.github.sea4j.option.SolverKind;
      import io.github.sea4j.search.*;
      import io.github.sea4j.solver.Status;
      import java.util.List;

      public final class FirstOnes extends Search {
        static final SolverKind<FirstOnes> KIND =
            SolverKind.of("firstones", "the first columns", FirstOnes::new);

        FirstOnes(Settings settings) {
          super(settings);
        }

        protected Outcome search(SearchContext context) {
          context.visit(TopK.firstIndices(context.sparsity()));
          return context.best(Status.COMPLETE);
        }

        public static final class Provider implements SolverProvider {
          public List<SolverKind<?>> solvers() {
            return List.of(KIND);
          }
        }
      }
      """;

  @TempDir Path temporary;

  /** A jar with a solver, as another project makes it. */
  private Path jar() throws Exception {
    Path source = temporary.resolve("FirstOnes.java");
    Path classes = Files.createDirectories(temporary.resolve("classes"));
    Files.writeString(source, SOURCE);
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    assertEquals(
        0,
        compiler.run(null, null, null, "-proc:none", "-d", classes + "", source.toString()),
        "the solver must compile");
    Path services = classes.resolve("META-INF/services/io.github.sea4j.language.SolverProvider");
    Files.createDirectories(services.getParent());
    Files.writeString(services, "elsewhere.FirstOnes$Provider\n");
    Path jar = temporary.resolve("elsewhere.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  private Process start(Path jar, Path folder) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + jar,
            OwnSweep.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("child.txt").toFile())
        .start();
  }

  private void finish(Path jar, Path folder) throws Exception {
    Process process = start(jar, folder);
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the sweep must end");
    assertEquals(0, process.exitValue(), () -> read(temporary.resolve("child.txt")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills a sweep once it has kept something. */
  private void kill(Path jar, Path folder) throws Exception {
    Path journal = folder.resolve("running.csv");
    Process process = start(jar, folder);
    while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) < 500)) {
      Thread.sleep(1);
    }
    Thread.sleep(new Random().nextInt(40));
    process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    assertTrue(
        Files.exists(journal),
        () -> "not killed half-way: " + read(temporary.resolve("child.txt")));
  }

  @Test
  void solversOfAJarAndOfACellGoOnAfterAKillAndElsewhereAreMissedByName() throws Exception {
    Path jar = jar();
    Path undisturbed = temporary.resolve("undisturbed");
    Path killed = temporary.resolve("killed");
    finish(jar, undisturbed);
    kill(jar, killed);
    FolderRefusedException withoutGenerator =
        assertThrows(FolderRefusedException.class, () -> Experiments.resume(killed));
    assertSays(withoutGenerator, "'slow'");
    FolderRefusedException withoutJar =
        assertThrows(
            FolderRefusedException.class, () -> Experiments.resume(killed, Slow.named("slow")));
    assertSays(withoutJar, "'firstones'");
    FolderRefusedException otherGenerator =
        assertThrows(
            FolderRefusedException.class, () -> Experiments.resume(killed, Slow.named("quick")));
    assertSays(otherGenerator, "'slow'");
    assertSays(otherGenerator, "'quick'");
    finish(jar, killed);
    assertEquals(read(undisturbed.resolve("results.csv")), read(killed.resolve("results.csv")));
    assertTrue(read(killed.resolve("results.csv")).contains("shifted(by=3)"));
  }

  @Test
  void recordsAreEnoughToGoOnWhereEverythingIsAtHand() {
    Path folder = temporary.resolve("run");
    Table table = OwnSweep.of("omp", "sea(iterations=20)").instances(2).into(folder).run();
    Table again = Experiments.resume(folder, Slow.named("slow")).run();
    assertEquals(table.write().toString("csv"), again.write().toString("csv"));
    Path other = temporary.resolve("noise");
    ComparisonExperiment noise =
        Experiments.noise().size(40).sparsities(2).instances(1).solvers("omp").into(other);
    assertEquals(noise.run().rowCount(), Experiments.resume(other).run().rowCount());
  }

  @Test
  void aGeneratorOfTheSameNameThatDrawsOtherProblemsIsRefused() {
    Path folder = temporary.resolve("run");
    OwnSweep.of("omp").instances(1).into(folder).run();
    Slow other = new Slow(Deconvolution.gaussian(30, 2), "slow");
    FolderRefusedException refused =
        assertThrows(FolderRefusedException.class, () -> Experiments.resume(folder, other));
    assertSays(refused, ProblemFamily.FINGERPRINT);
  }

  @Test
  void formsOfASolverAreToldApart() {
    List<String> forms = List.of("sea", "sea(omp)", "sea(omp, eta=0.5)", "sea(iterations=10)");
    Table table =
        Experiments.deconvolution()
            .size(60)
            .sparsities(3, 5)
            .instances(2)
            .solvers(forms.toArray(String[]::new))
            .run();
    assertEquals(forms, Summaries.inOrder(table.stringColumn(ResultColumns.SOLVER)));
    assertEquals(
        4,
        ((XYChart) Figures.supportDistance(table))
            .getSeriesCollection().stream()
                .filter(XYSeries::isShowInLegend)
                .map(XYSeries::getLabel)
                .distinct()
                .count());
  }

  @Test
  void equalSolversAreRefusedByName() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Experiments.gaussian().solvers("omp", "sea", "SEA( iterations=1000 )"));
    assertSays(refused, "sea is given twice");
    assertThrows(
        IllegalArgumentException.class, () -> Experiments.gaussian().andSolvers(new Sea()));
  }

  @Test
  void aSolverWithoutATextIsRunInMemoryAndRefusedInAFolder() {
    Solver own = new Shifted(Shifted.KIND.settings());
    Solver started = new Sea().from(Support.of(0, 1));
    ComparisonExperiment experiment = OwnSweep.of("omp").instances(1).andSolvers(own, started);
    assertEquals(
        List.of("omp", own.name(), started.name()),
        Summaries.inOrder(experiment.run().stringColumn(ResultColumns.SOLVER)));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> OwnSweep.of("omp").andSolvers(own).into(temporary.resolve("run")));
    assertSays(refused, "'shifted'");
    assertSays(refused, "Solvers.register");
    assertFalse(Files.exists(temporary.resolve("run")));
    assertThrows(
        IllegalArgumentException.class,
        () -> OwnSweep.of("omp").into(temporary.resolve("run")).andSolvers(started));
  }

  @Test
  void namesOfTheLibrarysExperimentsAreTaken() {
    assertThrows(
        IllegalArgumentException.class, () -> Experiments.compare("noise", Slow.named("slow")));
    assertThrows(
        IllegalArgumentException.class, () -> Experiments.compare("My study", Slow.named("slow")));
  }
}
