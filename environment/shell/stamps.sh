# shellcheck shell=bash
# A step that was done leaves a stamp with the hash of what went into it, and is not done again
# while the hash is the same. Stamps, logs and results are in environment/.work, which git ignores.

if command -v sha256sum >/dev/null 2>&1; then
    SHA256="sha256sum"
else
    SHA256="shasum -a 256"
fi

# hash_of WORD...  One hash of the words and of the files named on standard input, a line each.
hash_of() {
    # shellcheck disable=SC2086  # the program and its option are words
    {
        printf '%s\n' "$@"
        LC_ALL=C sort | tr '\n' '\0' | xargs -0 $SHA256
    } | $SHA256 | cut -c 1-64
}

is_stamped() {
    local name=$1 key=$2 held=""
    [ -f "$WORK/stamps/$name" ] || return 1
    read -r held <"$WORK/stamps/$name" || true
    [ "$held" = "$key" ]
}

stamp() {
    local name=$1 key=$2
    mkdir -p "$WORK/stamps"
    printf '%s\n' "$key" >"$WORK/stamps/$name"
}

# Two commands started together must not build in the same folders: the second one waits.
# The lock goes with the process that holds it, however that ends.
take_lock() {
    local lock=$WORK/lock holder said=""
    mkdir -p "$WORK"
    until (set -C && printf '%s\n' "$$" >"$lock") 2>/dev/null; do
        holder=$(cat "$lock" 2>/dev/null || true)
        # In a container the number of one that was killed may be ours now.
        if [ "$holder" = "$$" ] || { [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; }; then
            rm -f "$lock"
            continue
        fi
        [ -n "$said" ] || say "Waiting for another sea4j command (process $holder) to finish its set-up ..."
        said=yes
        sleep 1
    done
    trap 'drop_lock' EXIT
}

drop_lock() {
    rm -f "$WORK/lock"
    trap - EXIT
}
