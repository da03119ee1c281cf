# shellcheck shell=bash
# One Python wheel with the kernel, built by hatchling from what environment/setup installs too.

WHEELS=$WORK/wheel

# build_wheel  sets WHEEL, the file.
build_wheel() {
    local key
    key=$({
        find "$ENVIRONMENT/package" "$ENVIRONMENT/jupyter" "$ENVIRONMENT/python/sea4j_kernel" -type f \
            ! -name '*.pyc'
        printf '%s\n' "$ENVIRONMENT/python/kernel.py" "$ENVIRONMENT/requirements-wheel.txt" \
            "$WORK/stamps/library"
    } | hash_of "$(cat "$WORK/stamps/documentation" 2>/dev/null || true)")
    # The commands that source this file print its name.
    # shellcheck disable=SC2034
    WHEEL=$WHEELS/sea4j_kernel-$(project_version)-py3-none-any.whl
    [ -f "$WHEEL" ] && is_stamped wheel "$key" && return 0
    install_requirements wheel-tools "$ENVIRONMENT/requirements-wheel.txt" || return 1
    say "  Building the wheel ..."
    gather_wheel "$WHEELS/source" || return 1
    rm -f "$WHEELS"/*.whl
    # The time of the library's jars, so that the same sources give the same wheel.
    SEA4J_VERSION=$(project_version) SOURCE_DATE_EPOCH=$(source_date) \
        run_logged "pip" "$WORK/logs/wheel.log" "$VENV/bin/python" -m pip --disable-pip-version-check \
        --no-input wheel --no-deps --no-build-isolation --no-index --wheel-dir "$WHEELS" \
        "$WHEELS/source" || return 1
    rm -rf "$WHEELS/source"
    stamp wheel "$key"
}

# gather_wheel FOLDER
gather_wheel() {
    local folder=$1
    rm -rf "$folder"
    mkdir -p "$folder"
    cp -R "$ENVIRONMENT/package/." "$ROOT/lib/LICENSE" "$folder/"
    mkdir "$folder/sea4j_kernel"
    cp "$ENVIRONMENT"/python/sea4j_kernel/*.py "$folder/sea4j_kernel/"
    venv_python -m kernel --jars "$LIBRARY/kernel" --library "$LIBRARY/lib" \
        --documentation "$DOCUMENTATION" --settings "$ENVIRONMENT/jupyter" --prefix "$folder"
}

source_date() {
    "$VENV/bin/python" -c 'import datetime, sys; print(int(datetime.datetime.fromisoformat(
        sys.argv[1].replace("Z", "+00:00")).timestamp()))' \
        "$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>.*:\1:p' "$ROOT/pom.xml")"
}
