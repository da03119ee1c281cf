# shellcheck shell=bash
# What the project needs from the machine: a JDK, Maven, Python with venv, a font for the charts, and
# for the tests a browser.
# Each find_ function sets the variables named above it, or FOUND_ to what it met instead.

# The commands that source this file print the versions found.
# shellcheck disable=SC2034
JDK_VERSION="" MAVEN_VERSION="" PYTHON_VERSION=""

JDK_AT_LEAST=17
MAVEN_AT_LEAST=3.6.3
PYTHON_AT_LEAST=3.10

# at_least VERSION LOWEST  compares numbers with dots.
at_least() {
    local IFS=. i
    # shellcheck disable=SC2206  # split at the dots
    local have=($1) want=($2)
    for i in 0 1 2; do
        [ "${have[i]:-0}" -le "${want[i]:-0}" ] || return 0
        [ "${have[i]:-0}" -ge "${want[i]:-0}" ] || return 1
    done
}

# Sets JDK (its folder) and JDK_VERSION.
find_jdk() {
    local home version
    FOUND_JDK="no JDK"
    while IFS= read -r home; do
        if [ ! -x "$home/bin/java" ]; then
            [ "$home" != "${JAVA_HOME:-}" ] ||
                say "  Note: JAVA_HOME is $home, where there is no bin/java; looking for a JDK elsewhere." >&2
            continue
        fi
        version=$(jdk_version "$home")
        if [ ! -x "$home/bin/javac" ]; then
            FOUND_JDK="Java $version in $home, but without the compiler javac: a JRE, not a JDK"
        elif ! at_least "${version%%[!0-9.]*}" "$JDK_AT_LEAST"; then
            FOUND_JDK="JDK $version in $home"
        else
            JDK=$home
            JDK_VERSION=$version
            return 0
        fi
        [ "$home" != "${JAVA_HOME:-}" ] || say "  Note: JAVA_HOME is $FOUND_JDK; looking for another one." >&2
    done <<EOF
$(jdk_places)
EOF
    return 1
}

# Folders in which a JDK may be, the user's own choice first.
jdk_places() {
    local java
    [ -z "${JAVA_HOME:-}" ] || say "$JAVA_HOME"
    # On macOS /usr/bin/java is a stub that may open a window: ask the system instead.
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -F -v "$JDK_AT_LEAST+" 2>/dev/null || true
    elif java=$(command -v javac || command -v java); then
        dirname "$(dirname "$(resolve "$java")")"
    fi
    ls -d /usr/lib/jvm/* /usr/lib64/jvm/* /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk* \
        "$HOME/.sdkman/candidates/java/current" 2>/dev/null || true
}

# The java program of one JDK of each version on this machine, a line each, the chosen one first.
all_javas() {
    local home version seen=" "
    for home in "$JDK" $(jdk_places); do
        [ -x "$home/bin/javac" ] || continue
        version=$(jdk_version "$home")
        version=${version%%[!0-9]*}
        case $seen in
            *" $version "*) continue ;;
        esac
        [ "$version" -ge "$JDK_AT_LEAST" ] || continue
        seen="$seen$version "
        say "$home/bin/java"
    done
}

jdk_version() {
    local version=""
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release")
    fi
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')
    # Before Java 9 the first number was 1.
    say "${version#1.}"
}

# Follows symbolic links; readlink -f is not on every macOS.
resolve() {
    local path=$1 link
    while [ -L "$path" ]; do
        link=$(readlink "$path")
        case $link in
            /*) path=$link ;;
            *) path=$(dirname "$path")/$link ;;
        esac
    done
    say "$(cd "$(dirname "$path")" && pwd -P)/$(basename "$path")"
}

# Sets MAVEN_VERSION.
find_maven() {
    FOUND_MAVEN="no Maven"
    command -v mvn >/dev/null 2>&1 || return 1
    # It starts with a JDK only; that one comes first, and Maven is looked at again then.
    [ -n "${JDK:-}" ] || return 0
    MAVEN_VERSION=$(JAVA_HOME="${JDK:-${JAVA_HOME:-}}" mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    FOUND_MAVEN="Maven ${MAVEN_VERSION:-that does not start}"
    [ -n "$MAVEN_VERSION" ] && at_least "$MAVEN_VERSION" "$MAVEN_AT_LEAST"
}

# Sets PYTHON (the program) and PYTHON_VERSION.
find_python() {
    local name version
    FOUND_PYTHON="no Python"
    for name in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python3.10; do
        version=$("$name" -c 'import platform; print(platform.python_version())' 2>/dev/null) || continue
        if ! at_least "${version%%[!0-9.]*}" "$PYTHON_AT_LEAST"; then
            FOUND_PYTHON="Python $version"
        elif ! "$name" -c 'import venv, ensurepip' 2>/dev/null; then
            FOUND_PYTHON="Python $version, but without the module venv or ensurepip"
        else
            PYTHON=$(command -v "$name")
            PYTHON_VERSION=$version
            return 0
        fi
    done
    return 1
}

# Draws a letter with the JDK: the only sure sign that charts will have their text.
find_fonts() {
    local key
    FOUND_FONTS="not looked for, as that takes a JDK"
    [ -n "${JDK:-}" ] || return 1
    FOUND_FONTS="no font that Java can draw with"
    key=$(hash_of "$JDK" <"/dev/null")
    is_stamped fonts "$key" && return 0
    "$JDK/bin/java" -Djava.awt.headless=true "$ENVIRONMENT/shell/DrawLetter.java" >"$WORK/logs/fonts.log" 2>&1 || return 1
    stamp fonts "$key"
}

# Sets CHROMIUM (the program). Asked for its version, because Ubuntu has one that only says it is not there.
find_chromium() {
    local name
    FOUND_CHROMIUM="no Chromium or Chrome"
    for name in ${SEA4J_CHROMIUM:+"$SEA4J_CHROMIUM"} chromium chromium-browser google-chrome \
        google-chrome-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if "$name" --version >/dev/null 2>&1; then
            CHROMIUM=$(command -v "$name")
            return 0
        fi
    done
    return 1
}

# need NAME...  finds each (jdk, maven, python, fonts, chromium), installing what is missing.
need() {
    local name missing="" again=""
    mkdir -p "$WORK/logs"
    for name in "$@"; do
        "find_$name" || missing="$missing $name"
    done
    if [ -n "$missing" ]; then
        say_missing "$missing"
        # shellcheck disable=SC2086  # the names are words
        install $missing
        for name in "$@"; do
            "find_$name" || again="$again $name"
        done
        if [ -n "$again" ]; then
            say_missing "$again"
            fail 2 "The packages were installed, but this is still missing. Please see to it by hand."
        fi
    fi
    # environment/data asks for Python only.
    [ -z "${JDK:-}" ] || export JAVA_HOME=$JDK
}

# want NAME  the same for what the command can do without: false if it stays missing.
want() {
    # In a subshell, because a package that cannot be installed ends only that.
    (need "$1") && "find_$1"
}

say_missing() {
    local name
    for name in $1; do
        case $name in
            jdk) say "  Missing: a JDK, version $JDK_AT_LEAST or newer (found: $FOUND_JDK)" ;;
            maven) say "  Missing: Maven, version $MAVEN_AT_LEAST or newer (found: $FOUND_MAVEN)" ;;
            python) say "  Missing: Python, version $PYTHON_AT_LEAST or newer, with venv (found: $FOUND_PYTHON)" ;;
            fonts) say "  Missing: fonts for the charts (found: $FOUND_FONTS)" ;;
            chromium) say "  Missing: Chromium for the browser tests (found: $FOUND_CHROMIUM)" ;;
        esac
    done
}
