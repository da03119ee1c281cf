package io.github.sea4j.table;

import java.util.List;

/**
 * What one solver did in one iteration: a row of {@link TraceTables#iterations}. The names of the
 * columns are in {@link TraceColumns}, which also says what they hold.
 *
 * @param solver name of the solver
 * @param iteration t, from 0
 * @param relativeResidual of x_t
 * @param bestRelativeResidual up to and with t
 * @param supportDistance of S_t
 * @param distinctSupports up to and with t
 * @param entered indices of S_t that were not in S_{t-1}
 * @param largestMissed largest |X_t| on S* \ S_t
 * @param meanMissed mean |X_t| there
 * @param smallestWrong smallest |X_t| on S_t \ S*
 * @param meanWrong mean |X_t| there
 * @param threshold smallest |X_t| on S_t; this and the four before are NaN where there is none
 */
public record TraceStep(
    String solver,
    int iteration,
    double relativeResidual,
    double bestRelativeResidual,
    double supportDistance,
    long distinctSupports,
    int entered,
    double largestMissed,
    double meanMissed,
    double smallestWrong,
    double meanWrong,
    double threshold) {

  static final List<Schema.Field<TraceStep>> FIELDS =
      List.of(
          Schema.text(TraceColumns.SOLVER, TraceStep::solver),
          Schema.integer(TraceColumns.ITERATION, TraceStep::iteration),
          Schema.decimal(TraceColumns.RELATIVE_RESIDUAL, TraceStep::relativeResidual),
          Schema.decimal(TraceColumns.BEST_RELATIVE_RESIDUAL, TraceStep::bestRelativeResidual),
          Schema.decimal(TraceColumns.SUPPORT_DISTANCE, TraceStep::supportDistance),
          Schema.whole(TraceColumns.DISTINCT_SUPPORTS, TraceStep::distinctSupports),
          Schema.integer(TraceColumns.ENTERED, TraceStep::entered),
          Schema.decimal(TraceColumns.LARGEST_MISSED, TraceStep::largestMissed),
          Schema.decimal(TraceColumns.MEAN_MISSED, TraceStep::meanMissed),
          Schema.decimal(TraceColumns.SMALLEST_WRONG, TraceStep::smallestWrong),
          Schema.decimal(TraceColumns.MEAN_WRONG, TraceStep::meanWrong),
          Schema.decimal(TraceColumns.THRESHOLD, TraceStep::threshold));
}
