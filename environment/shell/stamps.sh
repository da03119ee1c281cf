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
# The lock is the system's, on descriptor 9: it goes with the process that holds it, however that
# ends, and with what it started and has not ended.
take_lock() {
    local lock=$WORK/lock said="" status
    mkdir -p "$WORK"
    exec 9>>"$lock"
    while true; do
        status=0
        lock_descriptor || status=$?
        [ "$status" = 1 ] || break
        [ -n "$said" ] || say "Waiting for another sea4j command (process $(cat "$lock")) to finish its set-up ..."
        said=yes
        sleep 1
    done
    [ "$status" = 0 ] || say "Nothing can be locked in $WORK: start no other sea4j command until this one has set up."
    printf '%s\n' "$$" >"$lock"
}

# 0 if descriptor 9 is locked now, 1 if another has it, more if there are no locks here.
lock_descriptor() {
    if command -v flock >/dev/null 2>&1; then
        flock -n 9 2>/dev/null
    else
        perl -e 'use Fcntl ":flock"; open(F, ">&=", 9) or exit 2;
            exit(flock(F, LOCK_EX | LOCK_NB) ? 0 : $!{EWOULDBLOCK} ? 1 : 2)' 2>/dev/null
    fi
}

drop_lock() {
    exec 9>&-
}
