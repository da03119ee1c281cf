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

# The kernel's jars are those of the library: a rebuilt library is a new kernel.
install_kernel() {
    local key memory=${SEA4J_MEMORY:-1g}
    key=$({
        find "$ENVIRONMENT/jupyter" "$ENVIRONMENT/python/kernel.py" -type f
        printf '%s\n' "$WORK/stamps/library" "$WORK/stamps/jupyter"
    } | hash_of "$JDK" "$memory" "$(cat "$WORK/stamps/documentation" 2>/dev/null || true)")
    [ -f "$VENV/share/jupyter/kernels/java/kernel.json" ] && is_stamped kernel "$key" && return 0
    say "  Installing the Java kernel ..."
    "$JDK/bin/java" "-Xmx$memory" -version >/dev/null 2>&1 ||
        fail 2 "SEA4J_MEMORY is \"$memory\", with which Java does not start: give a size such as 512m or 2g."
    venv_python -m kernel --java "$JDK/bin/java" --library "$LIBRARY" --memory "$memory" \
        --documentation "$DOCUMENTATION" --settings "$ENVIRONMENT/jupyter" || return 1
    stamp kernel "$key"
}
