package io.github.sea4j.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.github.sea4j.experiment.Experiments;
import io.github.sea4j.greedy.Omp;
import io.github.sea4j.instance.Deconvolution;
import io.github.sea4j.instance.GaussianMatrix;
import io.github.sea4j.instance.Instance;
import io.github.sea4j.plot.style.Style;
import io.github.sea4j.problem.SparseProblem;
import io.github.sea4j.sea.Sea;
import io.github.sea4j.solver.Run;
import io.github.sea4j.solver.RunObserver;
import io.github.sea4j.solver.Solver;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorerTest {

  private static final int ALL = 1000;

  private static Output explore(Solver solver, Instance instance) {
    return Explorer.of(solver, instance.problem(), instance.truth(), instance.description());
  }

  /** What an observer of its own sees. */
  private static List<Frame> watch(Solver solver, SparseProblem problem) {
    List<Frame> frames = new ArrayList<>();
    solver.solve(
        problem,
        Run.unlimited()
            .observedBy(
                iterate -> {
                  frames.add(Frame.of(iterate));
                  return RunObserver.Signal.CONTINUE;
                }));
    return frames;
  }

  @Test
  void aRunIsAnAnimation(@TempDir Path folder) throws IOException {
    Instance instance = Deconvolution.gaussian(60, 2).instance(3, 1);
    Path gif = Notebook.animate(new Sea(), instance, folder.resolve("sea.gif"), 5);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
      reader.setInput(in);
      int pictures = reader.getNumImages(true);
      assertTrue(pictures >= 2 && pictures <= 5, pictures + " pictures");
      assertEquals(reader.read(0).getWidth(), reader.read(pictures - 1).getWidth());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Notebook.animate(new Sea(), instance, folder.resolve("sea.png"), 5));
  }

  @Test
  void theFileOfAnAnimationIsClosed(@TempDir Path folder) throws IOException {
    Instance instance = Deconvolution.gaussian(60, 2).instance(3, 1);
    Path gif = Notebook.animate(new Sea(), instance, folder.resolve("sea.gif"), 2).toRealPath();
    File[] open = new File("/proc/self/fd").listFiles();
    assumeTrue(open != null, "only Linux tells");
    for (File each : open) {
      assertNotEquals(gif.toFile(), each.getCanonicalFile());
    }
  }

  @Tag("slow")
  @Test
  void everyIterationOfFiveHundredColumnsFits() throws Exception {
    Instance deconvolution = Experiments.traces().sparsity(20).seed(1).instance();
    assertEquals(127, everyIteration(deconvolution).data.get("levels").getAsInt());
    everyIteration(Experiments.tracesGaussian().sparsity(50).instance());
  }

  private static FilmReader everyIteration(Instance instance) throws Exception {
    String html = explore(new Sea(), instance).data();
    assertTrue(html.length() <= Explorer.MOST_BYTES, "length " + html.length());
    FilmReader film = new FilmReader(html);
    assertEquals(ALL, film.frames.size());
    return film;
  }

  @Test
  void whatIsShownIsWhatTheSolverDid() throws Exception {
    Instance instance = GaussianMatrix.of(40, 100).withSignalToNoise(20).instance(9, 4);
    for (Solver solver : List.of(new Sea(), new Sea().from(new Omp()), new Omp())) {
      FilmReader film = new FilmReader(explore(solver, instance).data());
      List<Frame> seen = watch(solver, instance.problem());
      assertEquals(seen.size(), film.frames.size());
      double step = film.data.get("bound").getAsDouble() / film.data.get("levels").getAsInt();
      double norm = instance.problem().measurementNorm();
      for (int t = 0; t < seen.size(); t++) {
        Frame frame = seen.get(t);
        FilmReader.Shown shown = film.frames.get(t);
        assertEquals(frame.iteration(), shown.iteration());
        assertEquals((float) (frame.residualNorm() / norm), shown.residual());
        assertEquals((float) (frame.bestResidualNorm() / norm), shown.best());
        assertEquals(frame.distinctSupports(), shown.distinct());
        assertEquals(frame.estimate().support(), shown.support());
        assertArrayEquals(cut(frame, film), shown.estimate(), 0.500001 * step);
        assertArrayEquals(frame.exploration(), shown.exploration(), 0.500001 * shown.unit());
        double largest = Arrays.stream(frame.exploration()).map(Math::abs).max().orElse(0);
        assertTrue(largest == 0 || shown.unit() <= 2 * largest / FilmBytes.MOST_LEVELS);
      }
    }
  }

  private static double[] cut(Frame frame, FilmReader film) {
    double bound = film.data.get("bound").getAsDouble();
    return Arrays.stream(frame.estimate().values())
        .map(value -> Math.max(-bound, Math.min(bound, value)))
        .toArray();
  }

  @Test
  void theExponentFollowsAVectorThatShrinksAndGrows() throws Exception {
    Instance instance = GaussianMatrix.of(5, 6).instance(2, 1);
    List<Frame> frames = new ArrayList<>();
    double[] scales = {0, 1e-300, 1, 1e200, 1e-200, 0, 127, 127.0001, 3};
    for (int t = 0; t < scales.length; t++) {
      double scale = scales[t];
      double[] vector = IntStream.range(0, 6).mapToDouble(j -> scale * (j - 3) / 3).toArray();
      frames.add(new Frame(t, 1, 1, 1, instance.truth(), vector));
    }
    String html = page(frames);
    List<FilmReader.Shown> shown = new FilmReader(html).frames;
    for (int t = 0; t < scales.length; t++) {
      assertArrayEquals(
          frames.get(t).exploration(),
          shown.get(t).exploration(),
          scales[t] / FilmBytes.MOST_LEVELS);
    }
  }

  /** An output with these frames, through the real page. */
  private static String page(List<Frame> frames) {
    JsonObject data = new JsonObject();
    byte[] film = new FilmBytes(frames, 6).encode(1, 3, FilmBytes.MOST_LEVELS);
    data.addProperty("frames", frames.size());
    data.addProperty("columns", 6);
    data.addProperty("levels", FilmBytes.MOST_LEVELS);
    data.addProperty("bound", 3);
    data.addProperty("explores", true);
    data.addProperty("film", "," + Base64.getEncoder().encodeToString(film));
    return ExplorerPage.output(ExplorerPage.document(data), "", 1, new byte[0], 1, "");
  }

  @Tag("slow")
  @Test
  void noiseFitsWithFewerIterations() throws Exception {
    Instance instance = GaussianMatrix.of(1000, 1000).instance(500, 1);
    String html = explore(new Noise(1000), instance).data();
    assertTrue(html.length() <= Explorer.MOST_BYTES, "length " + html.length());
    FilmReader film = new FilmReader(html);
    int[] kept = film.frames.stream().mapToInt(FilmReader.Shown::iteration).toArray();
    int stride = film.data.get("stride").getAsInt();
    assertTrue(stride > 1, "stride " + stride);
    assertArrayEquals(expected(1000, stride, film.data.get("head").getAsInt()), kept);
    assertEquals(Noise.BEST, kept[film.data.get("best").getAsInt()]);
  }

  @Test
  void aLongRunKeepsItsBeginningItsBestAndItsEnd() {
    Instance instance = GaussianMatrix.of(4, 5).instance(2, 1);
    FilmRecorder recorder = new FilmRecorder();
    new Noise(20_002).solve(instance.problem(), Run.unlimited().observedBy(recorder));
    assertEquals(32, recorder.stride(1));
    assertArrayEquals(expected(20_002, 32, FilmRecorder.HEAD), iterations(recorder, 1));
    assertArrayEquals(expected(20_002, 64, FilmRecorder.HEAD / 2), iterations(recorder, 2));
    assertArrayEquals(new int[] {0, Noise.BEST, 20_001}, iterations(recorder, 1024));
  }

  private static int[] iterations(FilmRecorder recorder, long thinning) {
    return recorder.frames(thinning).stream().mapToInt(f -> (int) f.iteration()).toArray();
  }

  private static int[] expected(int iterations, int stride, int head) {
    return IntStream.range(0, iterations)
        .filter(t -> t < head || t % stride == 0 || t == Noise.BEST || t == iterations - 1)
        .toArray();
  }

  @Test
  void noTextBreaksOutOfThePage() throws Exception {
    String nasty = "</script></iframe>\"'><img src=x onerror=alert(1)>&amp;{{program}}<!--";
    Instance plain = GaussianMatrix.of(20, 30).instance(3, 1);
    Instance instance = new Instance(plain.problem(), plain.truth(), 0, nasty);
    Output output = explore(new Sea(), instance);
    FilmReader film = new FilmReader(output.data());
    assertEquals(nasty, film.data.get("description").getAsString());
    assertEquals(1, count(output.data(), "<iframe"));
    assertEquals(1, count(output.data(), "<img"));
    assertEquals(2, count(film.document, "</script>"));
    assertEquals(0, count(film.document, "<img"));
    assertTrue(output.text().length() < 200, output.text());
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void thePageNeedsNothingFromOutside() throws Exception {
    FilmReader film =
        new FilmReader(explore(new Sea(), GaussianMatrix.of(9, 9).instance(2, 1)).data());
    for (String outside : List.of(" src=", "<link", "@import", "fetch(", "import(", "{{")) {
      assertFalse(film.document.contains(outside), outside);
    }
    String[] addresses = film.document.replace("http://www.w3.org/2000/svg", "").split("://", -1);
    assertEquals(1, addresses.length, "an address in the page");
  }

  @Test
  void sameRunSameBytes() {
    Instance instance = GaussianMatrix.of(40, 100).instance(9, 4);
    assertEquals(explore(new Sea(), instance), explore(new Sea(), instance));
  }

  @Test
  void theTruthAndTheExplorationVectorMayBeMissing() throws Exception {
    Instance instance = GaussianMatrix.of(20, 30).instance(3, 1);
    FilmReader film =
        new FilmReader(Explorer.of(new Omp(), instance.problem(), null, "own data").data());
    assertFalse(film.data.has("truth"));
    assertFalse(film.data.get("explores").getAsBoolean());
    assertEquals(3, film.frames.get(film.frames.size() - 1).support().size());
  }

  @Test
  void theStillShowsTheBestIteration() throws Exception {
    String html = explore(new Sea(), Experiments.traces().sparsity(20).seed(1).instance()).data();
    String tag = html.substring(html.indexOf("<img"));
    byte[] png = Base64.getDecoder().decode(FilmReader.between(tag, "base64,", "\""));
    BufferedImage still = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(Integer.parseInt(FilmReader.between(tag, "width=\"", "\"")), still.getWidth());
    int[] pixels =
        still.getRGB(0, 0, still.getWidth(), still.getHeight(), null, 0, still.getWidth());
    for (Color color : List.of(Style.RIGHT, Style.WRONG, Style.TRUTH)) {
      assertTrue(Arrays.stream(pixels).anyMatch(pixel -> pixel == color.getRGB()), "" + color);
    }
    assertTrue(tag.contains("alt=\"SEA, iteration t = "), tag.substring(0, 100));
  }

  @Test
  void whatCannotBeShownIsRefused(@TempDir Path folder) {
    Instance wide = GaussianMatrix.of(5, 1001).instance(2, 1);
    Exception many = assertThrows(IllegalArgumentException.class, () -> explore(new Sea(), wide));
    String message = String.valueOf(many.getMessage());
    assertTrue(message.contains("1000") && message.contains("1001"), message);
    Instance some = GaussianMatrix.of(5, 6).instance(2, 1);
    SparseProblem zero = some.problem().withMeasurements(new double[5]);
    Exception none =
        assertThrows(
            IllegalArgumentException.class,
            () -> Explorer.of(new Sea(), zero, some.truth(), "zero"));
    assertTrue(String.valueOf(none.getMessage()).contains("zero measurements"));
    Path gif = folder.resolve("none.gif");
    for (Instance each : List.of(wide, new Instance(zero, some.truth(), 0, "zero"))) {
      assertThrows(IllegalArgumentException.class, () -> Notebook.animate(new Sea(), each, gif, 5));
    }
  }
}
