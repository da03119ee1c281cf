package io.github.sea4j.experiment;

import io.github.sea4j.cluster.Cluster;
import io.github.sea4j.language.Solvers;
import io.github.sea4j.run.Execution;
import io.github.sea4j.solver.Solver;
import io.github.sea4j.store.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an experiment is set: what decides its results, and how it is run.
 *
 * @param parameters by name
 * @param given solvers that their names do not bring back, by name: only the program at hand has
 *     them, so that no file can name them
 * @param execution threads, folder, progress
 */
record Setup(Parameters parameters, Map<String, Solver> given, Execution execution) {

  /** Parameter: solvers, in the solver language, separated by commas. */
  static final String SOLVERS = "solvers";

  Setup {
    given = Map.copyOf(given);
    Optional<String> unnamed = given.keySet().stream().sorted().findFirst();
    if (unnamed.isPresent() && execution.folder().isPresent()) {
      throw new IllegalArgumentException(
          "solver '%s' cannot be kept in %s: its name does not read back as the same solver; register its kind by Solvers.register(kind)"
              .formatted(unnamed.get(), execution.folder().orElseThrow()));
    }
    execution.cluster().ifPresent(cluster -> requireTexts(cluster, unnamed, parameters));
  }

  /** Only texts and numbers travel. */
  private static void requireTexts(
      Cluster cluster, Optional<String> unnamed, Parameters parameters) {
    if (unnamed.isPresent()) {
      throw new IllegalArgumentException(
          "solver '%s' cannot travel to %s: its name does not read back as the same solver; put its kind in a jar with a SolverProvider"
              .formatted(unnamed.get(), cluster));
    }
    String generator = parameters.toMap().get(ProblemFamily.GENERATOR);
    if (generator != null) {
      throw new IllegalArgumentException(
          "generator '%s' cannot travel to %s: only this program has it; run it on threads, or in parts by shards"
              .formatted(generator, cluster));
    }
  }

  static Setup of(Parameters parameters) {
    return new Setup(parameters, Map.of(), Execution.standard());
  }

  Setup with(Parameters changed) {
    return new Setup(changed, given, execution);
  }

  /** The same with all these parameters changed at once. */
  Setup with(Map<String, String> values) {
    Parameters changed = parameters;
    for (Map.Entry<String, String> value : values.entrySet()) {
      changed = changed.with(value.getKey(), value.getValue());
    }
    return with(changed);
  }

  Setup with(Execution changed) {
    return new Setup(parameters, given, changed);
  }

  /** The same with the solvers that these texts name. */
  Setup solvers(String... texts) {
    return new Setup(parameters.with(SOLVERS, String.join(", ", texts)), Map.of(), execution);
  }

  /** The same with these solvers. */
  Setup solvers(Solver... solvers) {
    return new Setup(parameters.with(SOLVERS, names(solvers)), unnamed(solvers), execution);
  }

  /** The same with these solvers behind those it has. */
  Setup andSolvers(Solver... solvers) {
    Map<String, Solver> all = new LinkedHashMap<>(given);
    all.putAll(unnamed(solvers));
    String texts = parameters.text(SOLVERS) + ", " + names(solvers);
    return new Setup(parameters.with(SOLVERS, texts), all, execution);
  }

  private static String names(Solver... solvers) {
    for (Solver solver : solvers) {
      if (!Parameters.split(solver.name()).equals(List.of(solver.name()))) {
        throw new IllegalArgumentException(
            "name of a solver must be one text without commas outside of parentheses, but is '%s'"
                .formatted(solver.name()));
      }
    }
    return String.join(", ", Arrays.stream(solvers).map(Solver::name).toList());
  }

  private static Map<String, Solver> unnamed(Solver... solvers) {
    Map<String, Solver> unnamed = new LinkedHashMap<>();
    Stream.of(solvers)
        .filter(solver -> !Solvers.canBeNamed(solver))
        .forEach(solver -> unnamed.put(solver.name(), solver));
    return unnamed;
  }

  /**
   * The solvers of the experiment.
   *
   * @throws IllegalArgumentException on a text that names none, or if two are equal
   */
  List<Solver> solvers() {
    List<Solver> solvers = new ArrayList<>();
    for (String text : parameters.list(SOLVERS)) {
      Solver own = given.get(text);
      Solver solver = own == null ? Solvers.parse(text) : own;
      if (solvers.stream().anyMatch(other -> other.name().equals(solver.name()))) {
        throw new IllegalArgumentException(
            "%s must be all different, but %s is given twice: %s"
                .formatted(SOLVERS, solver.name(), parameters.text(SOLVERS)));
      }
      solvers.add(solver);
    }
    return solvers;
  }
}
