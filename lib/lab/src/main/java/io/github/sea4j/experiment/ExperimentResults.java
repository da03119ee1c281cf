package io.github.sea4j.experiment;

import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Results and where they come from.
 *
 * @param table the rows, or means of them, see {@link SweepExperiment#storedMeansOrRun}
 * @param parameters all that decided the results, by name
 * @param origin one line for the reader: stored or run now, number of runs, version, commit, date
 */
public record ExperimentResults(Table table, Map<String, String> parameters, String origin) {}
