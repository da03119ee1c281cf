package io.github.sea4j.peer;

import com.google.gson.Gson;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.option.SolverKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One warm JVM that answers requests: a JSON object a line on standard input, one a line on
 * standard output.
 *
 * <pre>
 * {"command": "about"}
 * {"command": "instance", "problem": "gaussian-200-500-40", "seed": 1, "folder": "..."}
 * {"command": "prepare", "form": "dense"}
 * {"command": "warm", "solver": "omp", "form": "dense", "seconds": 1}
 * {"command": "solve", "solver": "omp", "form": "dense", "scale": 1}
 * {"command": "trial", "family": "blur", "rows": 200, "columns": 200, "sparsity": 5, "level": 10,
 *  "detail": 3, "seed": 1, "number": 7, "folder": "..."}
 * {"command": "table", "loss": "logistic", "rows": 569, "columns": 30, "folder": "..."}
 * {"command": "fit", "solver": "els(sea)", "sparsity": 5, "seconds": 0}
 * </pre>
 *
 * <p>An instance stays loaded until the next one. A request that fails ends the process with the
 * error: a comparison with a hole in it would be worse than none.
 */
public final class PeerProcess {

  private static final Gson GSON = new Gson();

  private @Nullable PeerInstance instance;
  private @Nullable PeerTable table;

  private PeerProcess() {}

  /** A line of standard input; a request has the fields that its command needs. */
  private record Request(
      String command,
      @Nullable String problem,
      long seed,
      @Nullable String folder,
      @Nullable String solver,
      @Nullable String form,
      double scale,
      double seconds,
      @Nullable String family,
      @Nullable String loss,
      int rows,
      int columns,
      int sparsity,
      double level,
      double detail,
      int number) {}

  /** The answer to {@code about}. */
  private record About(String jdk, List<String> solvers) {}

  /** Serves until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    PeerProcess process = new PeerProcess();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(GSON.toJson(process.answer(GSON.fromJson(line, Request.class))));
      System.out.flush();
    }
  }

  private Object answer(Request request) throws IOException {
    return switch (request.command) {
      case "about" -> about();
      case "instance" -> {
        PeerInstance drawn = PeerInstance.draw(given(request.problem), request.seed);
        instance = drawn;
        yield drawn.write(Path.of(given(request.folder)));
      }
      case "prepare" -> given(instance).prepare(given(request.form));
      case "warm" ->
          given(instance).warm(given(request.solver), given(request.form), request.seconds);
      case "solve" ->
          given(instance).solve(given(request.solver), given(request.form), request.scale);
      case "trial" -> trial(request).write(Path.of(given(request.folder)), request.seed);
      case "table" -> {
        PeerTable read =
            PeerTable.read(
                Path.of(given(request.folder)), given(request.loss), request.rows, request.columns);
        table = read;
        yield read.about();
      }
      case "fit" -> given(table).fit(given(request.solver), request.sparsity, request.seconds);
      default -> throw new IllegalArgumentException("unknown command " + request.command);
    };
  }

  private static PeerTrial trial(Request request) {
    return new PeerTrial(
        given(request.family),
        request.rows,
        request.columns,
        request.sparsity,
        request.level,
        request.detail,
        request.number);
  }

  private static About about() {
    String jdk = System.getProperty("java.vm.name") + " " + Runtime.version();
    return new About(jdk, Solvers.kinds().stream().map(SolverKind::name).toList());
  }

  private static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("the request lacks a field, or no instance was drawn");
    }
    return value;
  }
}
