# shellcheck shell=bash
# The system's package manager: what a thing is called there, and installing it where we may.

package_manager() {
    local manager
    for manager in apt-get dnf pacman zypper brew; do
        if command -v "$manager" >/dev/null 2>&1; then
            say "$manager"
            return
        fi
    done
}

# packages_for MANAGER NEED  prints the packages that bring the need: jdk, maven, python, fonts or chromium.
packages_for() {
    case $1-$2 in
        apt-get-jdk) first_known_to_apt openjdk-17-jdk-headless openjdk-21-jdk-headless openjdk-25-jdk-headless default-jdk-headless ;;
        apt-get-maven) say maven ;;
        apt-get-python) say python3 python3-venv ;;
        apt-get-fonts) say fontconfig fonts-dejavu-core ;;
        apt-get-chromium) first_known_to_apt chromium chromium-browser ;;
        dnf-jdk) say java-21-openjdk-devel ;;
        dnf-maven) say maven ;;
        dnf-python) say python3 ;;
        dnf-fonts) say fontconfig dejavu-sans-fonts ;;
        dnf-chromium) say chromium ;;
        pacman-jdk) say jdk21-openjdk ;;
        pacman-maven) say maven ;;
        pacman-python) say python ;;
        pacman-fonts) say fontconfig ttf-dejavu ;;
        pacman-chromium) say chromium ;;
        zypper-jdk) say java-21-openjdk-devel ;;
        zypper-maven) say maven ;;
        zypper-python) say python312 ;;
        zypper-fonts) say fontconfig dejavu-fonts ;;
        zypper-chromium) say chromium ;;
        brew-jdk) say openjdk@21 ;;
        brew-maven) say maven ;;
        brew-python) say python@3.13 ;;
        brew-chromium) say google-chrome ;;
    esac
}

# The releases of Debian and Ubuntu differ in the JDKs they carry.
first_known_to_apt() {
    local name
    for name in "$@"; do
        # Not grep -q: it leaves the pipe early, and the one who still writes to it "fails".
        if apt-cache show "$name" 2>/dev/null | grep '^Filename:' >/dev/null; then
            say "$name"
            return
        fi
    done
    say "$1"
}

install_command() {
    local manager=$1
    shift
    case $manager in
        apt-get) say apt-get install -y --no-install-recommends "$@" ;;
        dnf) say dnf install -y "$@" ;;
        pacman) say pacman -S --needed --noconfirm "$@" ;;
        zypper) say zypper --non-interactive install "$@" ;;
        brew) say brew install "$@" ;;
    esac
}

# Prints how to run a command with the rights it needs, or fails: root, sudo that asks no password,
# or Homebrew, which wants neither. SEA4J_INSTALL=no forbids.
rights_to_install() {
    [ "${SEA4J_INSTALL:-yes}" != no ] || return 1
    if [ "$1" = brew ] || [ "$(id -u)" -eq 0 ]; then
        say env
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        say sudo -n env
    else
        return 1
    fi
}

# install NEED...  installs what is missing, or ends the command with what the user has to run.
install() {
    local manager rights need packages="" command
    manager=$(package_manager)
    [ -n "$manager" ] || fail 2 "Please install what is missing; no package manager that this script knows was found."
    if rights=$(rights_to_install "$manager") && [ "$manager" = apt-get ]; then
        # shellcheck disable=SC2086  # the rights are words
        run_logged "package lists" "$WORK/logs/packages.log" $rights apt-get update || true
    fi
    for need in "$@"; do
        packages="$packages $(packages_for "$manager" "$need")"
    done
    # shellcheck disable=SC2086  # the packages are words
    command=$(install_command "$manager" $packages)
    if [ -z "$rights" ]; then
        [ "$manager" = brew ] || command="sudo $command"
        fail 2 "Please run this, then the same command again:" "    $command"
    fi
    say "  Installing: $command"
    # shellcheck disable=SC2086  # the rights and the command are words
    run_logged "system packages" "$WORK/logs/packages.log" $rights DEBIAN_FRONTEND=noninteractive $command ||
        fail 2 "Please run this yourself, then the same command again:" "    $command"
}
