# shellcheck shell=bash
# Builds lib/spark, which is in no default build, and gathers in environment/.work/spark what runs it:
# lib/ with the jars that travel to a cluster, the library and its own; jars/ with Spark and all that
# both use, one version of each, where a master and its workers look for it (SPARK_HOME).

SPARK=$WORK/spark
# The flags that Spark needs of Java, for every program of it.
# shellcheck disable=SC2034
SPARK_FLAGS=$ROOT/lib/spark/jvm.options

spark_key() {
    (
        cd "$ROOT" || exit
        find lib/spark/pom.xml lib/spark/src/main -type f
    ) | (cd "$ROOT" && hash_of spark "$(library_key)")
}

spark_is_built() {
    [ -d "$SPARK/jars" ] && is_stamped spark "$(spark_key)"
}

build_spark() {
    spark_is_built && return 0
    build_library || return 1
    say "  Building the Spark module with Maven (the first time it fetches Spark, 220 MB) ..."
    rm -rf "$ROOT/lib/spark/target"
    maven spark -P spark -pl lib/spark -am -Dmaven.test.skip=true package || return 1
    gather_spark
    stamp spark "$(spark_key)"
}

# What is in the library travels, in the version that goes with Spark's.
gather_spark() {
    local new=$SPARK.new jar name
    rm -rf "$new"
    mkdir -p "$new/lib" "$new/jars"
    cp "$ROOT/lib/spark/target/sea4j-spark-$(project_version).jar" "$new/lib/"
    for jar in "$ROOT"/lib/spark/target/runtime/lib/*.jar; do
        name=$(basename "$jar")
        ! ls "$LIBRARY/lib/${name%-[0-9]*}"-[0-9]*.jar >/dev/null 2>&1 || cp "$jar" "$new/lib/"
        case $name in
            sea4j-*) ;;
            *) cp "$jar" "$new/jars/" ;;
        esac
    done
    rm -rf "$SPARK"
    mv "$new" "$SPARK"
}

# The notebooks' kernel with Spark on its class path, in a folder that goes before that of the venv.
install_spark_kernel() {
    local here=$SPARK/share/jupyter/kernels/java
    rm -rf "$here"
    mkdir -p "$here"
    cp -R "$VENV/share/jupyter/kernels/java/." "$here/"
    rm -rf "${here:?}/lib"
    ln -s "$SPARK/lib" "$here/lib"
    venv_python - "$here/kernel.json" "$SPARK_FLAGS" "$SPARK/jars/*" <<'END'
import json, pathlib, sys

file, flags, jars = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
spec = json.loads(file.read_text())
at = spec["argv"].index("-cp") + 1
spec["argv"][at] += ":" + jars
spec["argv"][1:1] = ["@" + flags]
file.write_text(json.dumps(spec, indent=2) + "\n")
END
}
