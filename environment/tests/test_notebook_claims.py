"""What the later notebooks say in their texts is what the stored results say."""

import csv
import math
import statistics

from claims import notebook, short, stored, stored_means
from conftest import ROOT


def missed(experiment: str, solver: str, sparsity: int, level: float) -> float:
    return statistics.mean(distances(experiment, solver, sparsity, level))


def distances(experiment: str, solver: str, sparsity: int, level: float) -> list[float]:
    found = stored(experiment)[solver].items()
    return [
        float(row["support_distance"])
        for (k, snr, _), row in found
        if k == sparsity and float(snr) == level
    ]


def test_notebook_31_says_by_how_much_the_likeliest_columns_lead():
    leads = []
    for k, level in ((20, 30), (20, 20), (20, 10), (35, 30), (35, 20), (35, 10)):
        means = {
            solver: missed("whitened-noise", solver, k, level)
            for solver in stored("whitened-noise")
        }
        likeliest = means.pop("posterior")
        leads.append(min(means.values()) - likeliest)
    said = f"by {short(min(leads), 2)} to {short(max(leads), 2)} over the next best"
    assert said in notebook("31-whitening-and-noise")


def test_notebook_31_says_who_finds_what_among_correlated_columns():
    rows = stored("correlated")
    unfound = {
        solver: sum(
            float(row["support_distance"]) > 0
            for (_, snr, _), row in found.items()
            if snr == "Infinity"
        )
        for solver, found in rows.items()
    }
    none = {"lasso", "vamp", "sea(sampled)", "best", "whitened(ompr)", "whitened(htp)"}
    none |= {
        "whitened(sea)",
        "whitened(sea(decay=0.003))",
        "els(whitened(sea(decay=0.003)), pairs)",
    }
    assert {solver for solver, count in unfound.items() if count == 0} == none
    text = notebook("31-whitening-and-noise")
    assert f"ELS all but {unfound['els']} and `els(pairs)` all but {unfound['els(pairs)']}" in text

    def at_50(solver):
        return short(missed("correlated", solver, 50, 20), 2)

    exchanges = at_50("els(whitened(sea(decay=0.003)), pairs)")
    assert f"miss least, {at_50('best')} and {exchanges}" in text
    assert f"`els(pairs)` {at_50('els(pairs)')}, the LASSO and `vamp` {at_50('lasso')}" in text
    assert f"{at_50('vamp')}, sampled SEA {at_50('sea(sampled)')}" in text


def test_notebook_35_says_how_often_the_chains_do_not_agree():
    statuses = [
        row["status"]
        for (k, snr, _), row in stored("whitened-noise")["posterior"].items()
        if k == 35 and float(snr) == 20
    ]
    share = statuses.count("iteration limit") / len(statuses)
    said = f"at $k = 35$ of $n = 500$ and 20 dB this is so in {100 * share:.0f} % of the instances"
    assert said in notebook("35-how-sure-is-each-spike")


def test_notebook_35_says_what_tempering_gains():
    found = stored_means("amplitude-laws", "difference")
    told = "mean=1.5, spread=0.29"

    def gain(options, k):
        return f"{float(found[f'posterior({options})', k, 20, 'posterior']['mean']):+.3f}".replace(
            "0.", "."
        )

    text = notebook("35-how-sure-is-each-spike")
    assert f"costs at $k = 35$, {gain(told, 35)}:" in text
    tempered = [gain("tempered", k) for k in (20, 35)]
    assert f"{tempered[0]} of the support at $k = 20$ and {tempered[1]} at $k = 35$" in text
    both = [gain(f"{told}, tempered", k) for k in (20, 35)]
    assert f"told and tempered, {both[0]} and {both[1]}." in text
    missed_at_10 = [
        float(row["mean"])
        for (_, k, *_), row in stored_means("amplitude-laws", "support_distance").items()
        if k == 10
    ]
    assert not any(missed_at_10)


def test_notebook_30_says_how_many_instances_are_left():
    found = stored("whitened")["els(whitened(sea(decay=0.003)), pairs)"].values()
    unfound = sum(float(row["support_distance"]) > 0 for row in found)
    assert f"in all but {unfound} of {len(found)} instances" in notebook(
        "30-whitened-support-distance"
    )


def test_notebook_28_says_where_large_problems_take_longer():
    path = ROOT / "data" / "results" / "peers-large.csv"
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    def of(variant, noise="", shape="20000-500-20", column="cpu_milliseconds", threads="1"):
        problem = f"gaussian-{shape}{noise}"
        (found,) = (
            row[column]
            for row in rows
            if (row["threads"], row["problem"], row["variant"]) == (threads, problem, variant)
        )
        return float(found)

    later = {
        (row["problem"].removesuffix("-20dB"), row["algorithm"])
        for row in rows
        if row["over_fastest_peer_low"] and float(row["over_fastest_peer_low"]) > 1
    }
    iht = of("iht", "-20dB", column="over_fastest_peer", threads="2")
    text = notebook("28-side-by-side")
    assert later == {("gaussian-20000-500-20", "OMP"), ("gaussian-20000-500-20", "IHT")}
    assert f"IHT there at 20 dB on all cores ({iht:.2f})" in text
    plain = [of("omp", noise) / of("orthogonal_mp", noise) for noise in ("", "-20dB")]
    said = f"takes {plain[0]:.2f} (no noise) and {short(plain[1], 2)} (20 dB) of the time"
    assert said in text
    given = [
        of("omp, Gram matrix given", noise, column="over_fastest_peer") for noise in ("", "-20dB")
    ]
    assert f"takes {short(given[1], 2)} of the time at 20 dB and twice the time" in text
    assert round(given[0], 1) == 2
    other = "IHTSolver, stops when the support repeats, ||A|| given"
    missed_share = [
        short(of(who, "", "1000-5000-100", "support_distance"), 2) for who in (other, "iht")
    ]
    assert f"misses {missed_share[0]} of the support" in text
    assert f"ours {missed_share[1]}." in text


def test_notebook_30_says_what_does_without_whitening_at_5000_positions():
    plain, pairs, whitened = (
        [distances("whitened-large", solver, k, math.inf) for k in (100, 200)]
        for solver in ("els(lasso, pairs)", "els(pairs)", "els(whitened(sea(decay=0.003)))")
    )
    gaps = [a - b for a, b in zip(plain[1], whitened[1], strict=True)]
    half = 1.984 * statistics.stdev(gaps) / math.sqrt(len(gaps))
    text = notebook("30-whitened-support-distance")
    said = f"the difference is {short(statistics.mean(gaps), 3)} ± {short(half, 3)}"
    assert said in text
    assert f"({plain[1].count(0)} of {len(gaps)} against {whitened[1].count(0)})" in text

    def behind(which, place):
        return short(statistics.mean(which[place]) - statistics.mean(whitened[place]), 3)

    assert f"At $k = 100$ they miss {behind(plain, 0)} more" in text
    assert {behind(pairs, place)[:3] for place in (0, 1)} == {".01"}
    assert "alone, from OMP, are .01 behind at both" in text


def test_notebook_34_says_that_whitened_solvers_are_ahead():
    for experiment in ("point-sources", "point-sources-wide"):
        for level in (math.inf, 20):
            means = {
                solver: missed(experiment, solver, 300, level) for solver in stored(experiment)
            }
            ahead = [means[solver] for solver in means if solver.startswith("whitened")]
            others = [means[solver] for solver in means if not solver.startswith("whitened")]
            assert max(ahead) < min(others), (experiment, level)
    assert "that the whitened solvers are ahead is clear all the same" in notebook("34-images")


def test_notebook_39_says_who_finds_every_support_of_random_columns():
    path = ROOT / "data" / "results" / "correlations" / "results.csv"
    with path.open(encoding="utf-8") as file:
        missing = {
            row["solver"] for row in csv.DictReader(file) if float(row["support_distance"]) > 0
        }
    assert not missing & {"els", "lasso"}
    assert {"sea", "omp", "iht", "htp"} <= missing
    assert "ELS and the LASSO find every support at every $\\rho$" in notebook("39-where-sea-wins")


def test_notebook_33_says_what_best_misses_without_message_passing():
    def at_70(solver):
        return [
            short(missed("best-parts-gaussian", solver, 70, level), 2) for level in (math.inf, 20)
        ]

    text = notebook("33-equal-budgets")
    plain, noisy = at_70("best")
    assert f"`best` misses {plain} of the support without noise and {noisy} at 20 dB" in text
    plain, noisy = at_70("best(parts=els sea whitened lasso pairs puffer restarts)")
    assert f"without `vamp` it misses {plain} and {noisy}" in text
    for solver in stored("best-parts-gaussian"):
        assert not any(distances("best-parts-gaussian", solver, 60, math.inf))
        assert not any(distances("best-parts-gaussian", solver, 60, 20))
