# shellcheck shell=bash
# Builds the time measurements: lib/bench, which is in no default build.

# The commands that source this file put it on the class path.
# shellcheck disable=SC2034
BENCH_CLASSES="$ROOT/lib/bench/target/sea4j-bench-$(project_version).jar:$ROOT/lib/bench/target/runtime/lib/*"

build_bench() {
    local key
    key=$(
        cd "$ROOT" || exit
        find pom.xml .mvn lib/core/pom.xml lib/bench/pom.xml lib/core/src/main lib/bench/src/main -type f |
            hash_of bench
    )
    [ -d "$ROOT/lib/bench/target/runtime/lib" ] && is_stamped bench "$key" && return 0
    say "  Building the measurements with Maven ..."
    (
        cd "$ROOT" || exit
        rm -rf lib/bench/target
        run_logged "Maven" "$WORK/logs/maven-bench.log" \
            mvn -B -P bench -pl lib/bench -am -Dmaven.test.skip=true package
    ) || return 1
    stamp bench "$key"
}
