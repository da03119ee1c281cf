# shellcheck shell=bash
# What the commands say, and how they run something long: its output goes to a log, the terminal
# gets a line of progress now and then, and the end of the log if it failed.

say() {
    printf '%s\n' "$*"
}

# Ends the command; 2 is "something is missing or wrong in the call", 1 is "it was tried and failed".
fail() {
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

# run_logged LABEL LOG COMMAND...  returns the command's exit code.
run_logged() {
    local label=$1 log=$2 status
    shift 2
    mkdir -p "$(dirname "$log")"
    rm -f "$log.status"
    {
        status=0
        "$@" </dev/null 2>&1 || status=$?
        printf '%s\n' "$status" >"$log.status"
    } | follow "$label" "$log"
    status=$(cat "$log.status")
    rm -f "$log.status"
    [ "$status" -eq 0 ] || show_end_of "$label" "$log" "$status"
    return "$status"
}

# Copies standard input to the log. A new stage is shown at once, else a line every five seconds.
follow() {
    local label=$1 log=$2 line stage="" shown="" fetched=0 last=$SECONDS started=$SECONDS
    while IFS= read -r line || [ -n "$line" ]; do
        printf '%s\n' "$line" >&3
        case $line in
            *"Downloaded from "* | "Collecting "* | "Get:"*) fetched=$((fetched + 1)) ;;
            "[INFO] Building "*"["*) stage="building ${line#"[INFO] Building "}" ;;
            "Installing collected packages"*) stage="installing the packages" ;;
            "Setting up "*) stage="setting up the packages" ;;
            "[INFO] "*" T E S T S"*) stage="${stage%, running its tests}, running its tests" ;;
        esac
        if [ "$stage" != "$shown" ] || [ $((SECONDS - last)) -ge 5 ]; then
            show_stage "$label" $((SECONDS - started)) "$fetched" "$stage"
            shown=$stage
            last=$SECONDS
        fi
    done 3>"$log"
}

show_stage() {
    local label=$1 seconds=$2 fetched=$3 stage=$4 text
    text="    $label: $seconds s"
    [ "$fetched" -eq 0 ] || text="$text, $fetched files fetched"
    # Maven fills the line up to the module's number with blanks.
    [ -z "$stage" ] || text="$text, $(printf '%s' "$stage" | tr -s ' ')"
    say "$text"
}

show_end_of() {
    local label=$1 log=$2 status=$3
    {
        printf '\n%s failed (exit code %s). The last lines of its log:\n\n' "$label" "$status"
        grep -v -e 'Downloading from ' -e 'Downloaded from ' -e '^Progress ' "$log" | tail -n 30
        printf '\nThe whole log: %s\n' "$log"
    } >&2
}

# Whether the log of pip or Maven tells of a network that did not answer.
network_failed() {
    grep -q -i -e 'could not transfer' -e 'connection reset' -e 'after connection broken by' \
        -e 'read timed out' -e 'connect timed out' -e 'connection timed out' "$1"
}

# pip calls a registry that it cannot reach "no matching distribution".
hint_at_network() {
    ! network_failed "$1" ||
        say "The network did not answer. Behind a proxy? See \"Network and proxies\" in environment/TROUBLESHOOTING.md." >&2
}
