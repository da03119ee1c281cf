package io.github.sea4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sea4j experiment}: what it writes, what it refuses, how it stops and goes on. */
@Tag("slow")
class ExperimentCommandTest {

  private static final List<String> SMALL =
      List.of(
          "--set",
          "size=60",
          "--set",
          "sparsities=3,6",
          "--set",
          "instances=40",
          "--set",
          "solvers=sea(iterations=300), omp",
          "--seed",
          "5");

  @TempDir Path parent;

  private static Object[] command(Path folder, String... more) {
    List<Object> words = new ArrayList<>(List.of("experiment", "noise"));
    words.addAll(SMALL);
    words.addAll(List.of("--output", folder));
    words.addAll(List.of(more));
    return words.toArray();
  }

  private static String results(Path folder) throws IOException {
    return Files.readString(folder.resolve("results.csv"));
  }

  @Test
  void theListExplainsEveryParameterOfEveryExperiment() {
    String text = Outcome.of("experiment", "list").assertDone().out();
    text.lines().forEach(line -> assertTrue(line.length() <= 100, line));
    for (RunnableExperiment experiment : RunnableExperiment.all()) {
      assertTrue(text.contains(experiment.name() + ":"), text);
      assertTrue(text.contains(experiment.description()), text);
      for (String parameter : experiment.parameters().keySet()) {
        assertTrue(ExperimentList.MEANINGS.containsKey(parameter), parameter);
      }
    }
  }

  @Test
  void anyNumberOfThreadsWritesTheSameBytes() throws IOException {
    Path one = parent.resolve("one");
    Path two = parent.resolve("two");
    Outcome outcome = Outcome.of(command(one, "--threads", "1")).assertDone();
    assertTrue(outcome.out().contains("results are in " + one), outcome.out());
    assertTrue(outcome.err().contains("400 of 400 trials"), outcome.err());
    Outcome.of(command(two, "--threads", "2")).assertDone();
    assertEquals(results(one), results(two));
    assertEquals(1 + 2 * 5 * 40 * 2, results(one).lines().count());
  }

  @Test
  void singleRunsWriteTheirTables() {
    Path folder = parent.resolve("t");
    Outcome.of("experiment", "traces", "--set", "size=60", "--output", folder).assertDone();
    assertTrue(Files.exists(folder.resolve("iterations.csv")));
    assertTrue(Files.exists(folder.resolve("provenance.json")));
    Outcome.of("experiment", "traces", "--output", folder, "--resume")
        .assertRefused("--resume", "single run");
  }

  @Test
  void aFolderWithResultsIsNotTouchedWithoutResume() throws IOException {
    Path folder = parent.resolve("f");
    Outcome.of(command(folder)).assertDone();
    Outcome.of(command(folder)).assertRefused("--output " + folder, "add --resume to go on");
    Outcome again = Outcome.of(command(folder, "--resume")).assertDone();
    assertTrue(again.err().contains("(400 from an earlier run)"), again.err());
    Path file = Files.writeString(parent.resolve("file"), "");
    Outcome.of(command(file)).assertRefused("--output " + file, "is a file");
  }

  @Test
  void otherParametersAndASecondProcessAreRefused() throws IOException {
    Path folder = parent.resolve("g");
    Outcome.of(command(folder)).assertDone();
    Outcome other = Outcome.of(command(folder, "--resume", "--set", "kernel_width=2"));
    assertEquals(2, other.code());
    assertTrue(other.err().contains("kernel_width is 3.0 there and 2 here"), other.err());
    try (FileChannel holder = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE);
        var lock = holder.lock()) {
      assertTrue(lock.isValid());
      Outcome second = Outcome.of(command(folder, "--resume"));
      assertEquals(2, second.code());
      assertTrue(second.err().contains("in use by another run"), second.err());
    }
  }

  @Test
  void badWordsAreRefused() {
    Outcome.of("experiment").assertRefused("NAME");
    Outcome.of("experiment", "nope").assertRefused("unknown experiment 'nope'", "deconvolution");
    Outcome.of("experiment", "noise", "--set", "colour=red")
        .assertRefused("unknown parameter 'colour'", "known are [sparsities,");
    Outcome.of("experiment", "noise", "--set", "size").assertRefused("KEY=VALUE", "'size'");
    Outcome.of("experiment", "noise", "--set", "seed=1", "--seed", "2")
        .assertRefused("seed is set twice");
    Outcome.of("experiment", "noise", "--preset", "large")
        .assertRefused("preset must be quick or paper, but is 'large'");
    Outcome.of("experiment", "noise", "--set", "sparsities=600").assertRefused("sparsity", "600");
    Outcome.of("experiment", "noise", "--threads", "0", "--output", parent.resolve("x"))
        .assertRefused("threads must be at least 1, but is 0");
  }

  @Test
  void anInterruptKeepsWhatIsFinishedAndSaysHowToGoOn() throws Exception {
    Path folder = parent.resolve("i");
    Thread runner = Thread.currentThread();
    Thread stopper =
        new Thread(
            () -> {
              waitForJournal(folder, 0);
              runner.interrupt();
            });
    stopper.start();
    Outcome stopped = Outcome.of(command(folder));
    assertTrue(Thread.interrupted() || stopped.code() == 130, stopped.err());
    stopper.join();
    assertEquals(130, stopped.code(), stopped.err());
    assertTrue(stopped.err().contains("to go on: sea4j experiment noise"), stopped.err());
    assertTrue(stopped.err().contains("'solvers=sea(iterations=300), omp'"), stopped.err());
    assertTrue(stopped.err().contains("--resume"), stopped.err());
    Outcome resumed = Outcome.of(command(folder, "--resume")).assertDone();
    assertTrue(resumed.err().contains("from an earlier run"), resumed.err());
    Path whole = parent.resolve("whole");
    Outcome.of(command(whole)).assertDone();
    assertEquals(results(whole), results(folder));
  }

  @Test
  void killedProcessesLoseNothingButTheTrialsInFlight() throws Exception {
    Path folder = parent.resolve("k");
    Random random = new Random();
    int unfinished = 0;
    for (int kill = 0; kill < 3; kill++) {
      long before = journal(folder);
      Process process = start(folder);
      waitForJournal(folder, before);
      Thread.sleep(random.nextInt(60));
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
      unfinished += Files.exists(folder.resolve("running.csv")) ? 1 : 0;
    }
    assertTrue(unfinished > 0, "every process had finished before it was killed");
    Outcome.of(command(folder, "--resume")).assertDone();
    Path whole = parent.resolve("whole");
    Outcome.of(command(whole, "--threads", "1")).assertDone();
    assertEquals(results(whole), results(folder));
    assertFalse(Files.exists(folder.resolve("running.csv")));
  }

  @Test
  void aRequestToTerminateStopsCleanly() throws Exception {
    Path folder = parent.resolve("s");
    Process process = start(folder);
    waitForJournal(folder, 0);
    process.destroy();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    String log = Files.readString(parent.resolve("child.txt"));
    assertEquals(143, process.exitValue(), log);
    assertTrue(log.contains("to go on: sea4j experiment noise"), log);
  }

  private Process start(Path folder) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    for (Object word : command(folder, "--resume")) {
      words.add(word.toString());
    }
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(parent.resolve("child.txt").toFile())
        .start();
  }

  private static long journal(Path folder) {
    Path file = folder.resolve("running.csv");
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Until a trial was added, or the sweep has finished. */
  private static void waitForJournal(Path folder, long before) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (journal(folder) <= before && System.nanoTime() < end) {
      if (Files.exists(folder.resolve("results.csv"))) {
        return;
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
