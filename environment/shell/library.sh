# shellcheck shell=bash
# Builds the library with Maven and gathers what runs it in environment/.work/library:
# lib/ with every jar of the run time, kernel/ with those of the notebook kernel, and provided/ with
# what is only compiled against.

LIBRARY=$WORK/library
DOCUMENTATION=$WORK/documentation

project_version() {
    sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$ROOT/pom.xml"
}

library_key() {
    (
        cd "$ROOT" || exit
        find pom.xml .mvn lib/core/pom.xml lib/lab/pom.xml lib/kernel/pom.xml \
            lib/core/src/main lib/lab/src/main lib/kernel/src/main -type f
    ) | (cd "$ROOT" && hash_of library)
}

library_is_built() {
    [ -d "$LIBRARY/provided" ] && is_stamped library "$1"
}

# build_library [verify|verify-fast]  with "verify" every test of the library runs too, and nothing is
# skipped; "verify-fast" leaves out the time measurements and the tests tagged slow.
build_library() {
    local key
    key=$(library_key)
    case ${1:-package} in
        package)
            library_is_built "$key" && return 0
            say "  Building the library with Maven (the first time it fetches what it needs) ..."
            maven library -pl lib/lab,lib/kernel -am -Dmaven.test.skip=true package || return 1
            ;;
        # The time measurements too, which nothing else builds: they are compiled, not run.
        # Modules that do not need each other at the same time: each has a stretch that uses one core.
        verify) maven tests -T 1C -P bench verify || return 1 ;;
        verify-fast) maven tests -T 1C -DexcludedGroups=slow verify || return 1 ;;
    esac
    gather_library
    stamp library "$key"
}

# A network that fails once often works the next time.
maven() {
    local name=$1 log=$WORK/logs/maven-$1.log
    shift
    rm -rf "$ROOT/lib/lab/target/runtime" "$ROOT/lib/kernel/target/runtime"
    run_maven "$name" "$@" && return 0
    network_failed "$log" || return 1
    say "  The network failed: trying once more ..."
    run_maven "$name" "$@" && return 0
    hint_at_network "$log"
    return 1
}

run_maven() {
    local name=$1
    shift
    # Without git the build still works; its results then name no commit.
    command -v git >/dev/null 2>&1 || set -- -Dmaven.gitcommitid.skip=true "$@"
    (
        cd "$ROOT" || exit
        run_logged "Maven" "$WORK/logs/maven-$name.log" mvn -B -P runtime "$@"
    )
}

# A kernel that runs keeps the jars it has open: the new folder takes the place of the old one.
gather_library() {
    local new=$LIBRARY.new
    rm -rf "$new"
    mkdir -p "$new/lib" "$new/kernel" "$new/provided"
    cp "$ROOT"/lib/lab/target/runtime/lib/*.jar "$new/lib/"
    cp "$ROOT/lib/lab/target/sea4j-lab-$(project_version).jar" "$new/lib/"
    cp "$ROOT"/lib/lab/target/runtime/provided/*.jar "$new/provided/"
    cp "$ROOT"/lib/kernel/target/runtime/*.jar "$new/kernel/"
    cp "$ROOT/lib/kernel/target/sea4j-kernel-$(project_version).jar" "$new/kernel/"
    rm -rf "$LIBRARY"
    mv "$new" "$LIBRARY"
}

# The Javadoc that a notebook's Help menu opens. What a notebook can do without is no failure.
build_documentation() {
    local key sources
    sources=$ROOT/lib/core/src/main/java:$ROOT/lib/lab/src/main/java
    key=$(printf '%s\n' "$WORK/stamps/library" | hash_of "$JDK")
    is_stamped documentation "$key" && return 0
    say "  Writing the library's documentation ..."
    rm -rf "$DOCUMENTATION"
    if run_logged "javadoc" "$WORK/logs/javadoc.log" "$JDK/bin/javadoc" -quiet -Xdoclint:none -public \
        -notimestamp -encoding UTF-8 -windowtitle sea4j -d "$DOCUMENTATION" \
        -classpath "$LIBRARY/lib/*:$LIBRARY/kernel/*:$LIBRARY/provided/*" -sourcepath "$sources" -subpackages io.github.sea4j
    then
        stamp documentation "$key"
    else
        rm -rf "$DOCUMENTATION"
        say "  Without it the Help menu has no entry for the library."
    fi
}
