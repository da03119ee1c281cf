# shellcheck shell=bash
# The experiments at full scale, each in its folder of data/results.

# Most useful first: whoever stops early has the figures of the paper.
SWEEPS="deconvolution phase-transition kernel-widths correlations baselines improved improved-gaussian noise gaussian run-time noise-gaussian run-time-gaussian anytime anytime-gaussian whitened whitened-phase-transition whitened-noise amplitude-laws correlated message-passing sampled-sea calibration best-parts best-parts-gaussian choice-of-k positive non-negative whitened-large point-sources point-sources-wide"

# run_sweeps  runs what is not finished yet; what is finished is only checked, and of what has more
# rows than are kept here the means are taken as they are. Goes on behind a sweep that fails, and
# fails at the end.
run_sweeps() {
    local name status failed=""
    for name in $SWEEPS; do
        if [ -e "$ROOT/data/results/$name/means.provenance.json" ]; then
            say "Experiment $name: the means of its full scale are in data/results."
            continue
        fi
        say "Experiment $name at full scale ..."
        status=0
        "$ENVIRONMENT/sea4j" experiment "$name" --preset paper --output "$ROOT/data/results/$name" --resume ||
            status=$?
        [ "$status" -ne 130 ] || fail 130 "Stopped; to go on: environment/reproduce paper"
        [ "$status" -eq 0 ] || failed="$failed $name"
    done
    [ -z "$failed" ] ||
        fail 1 "" "Not at full scale, see above:$failed" \
            "Nothing was drawn; environment/reproduce, without paper, draws what is in data/results."
}
