# shellcheck shell=sh
# What ./run and ./test share: the machine's own libraries, and the environment from a hash lock.

house=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
environment=$house/var/venv
cd "$house" || exit 1

say() {
    printf '%s\n' "$*" >&2
}

give_up() {
    say "$*"
    exit 1
}

# The Debian packages among these that are not installed; nothing where the machine is no Debian.
not_installed() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    for package in "$@"; do
        case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) in
            *" installed") ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

# Install what is missing where that is allowed; otherwise say in one line what somebody else could install.
want_packages() {
    missing=$(not_installed "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        say "Some of it is switched off until root has run: apt-get install$missing"
        return 0
    fi
    say "Installing from Debian:$missing"
    # Each name is a word of its own.
    # shellcheck disable=SC2086
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends $missing; } >"$house/var/apt.log" 2>&1; then
        say "That did not work (see var/apt.log). Some of it is switched off until these are installed:$missing"
    fi
}

want_python() {
    python=${PYTHON:-python3}
    command -v "$python" >/dev/null 2>&1 || give_up "Python 3.11 or newer is needed, and there is no $python here."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        give_up "Python 3.11 or newer is needed. This is $("$python" --version); PYTHON=… names another."
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return 0
    [ "$(id -u)" -ne 0 ] || want_packages python3-venv
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        give_up "Python cannot make an environment here until root has run: apt-get install python3-venv"
}

# The lock is kept beside what was installed from it, so that an unchanged one costs a comparison.
install_lock() {
    if ! "$environment/bin/python" -c 'import pip' 2>/dev/null; then
        want_python
        rm -rf "$environment"
        "$python" -m venv "$environment" || give_up "The environment could not be made under var/venv."
    fi
    cmp -s "$1" "$environment/$1" && return 0
    say "Installing the libraries of $1. The first time, this takes a few minutes."
    rm -f "$environment/$1"
    "$environment/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
        --require-hashes --no-deps --requirement "$1" >"$house/var/pip.log" 2>&1 || {
        grep -v WARNING "$house/var/pip.log" | tail -n 5 >&2
        give_up "The libraries could not be installed: var/pip.log says why."
    }
    cp "$1" "$environment/$1"
    # What tests need holds all that serving needs, in the same versions (tests/house/test_setup.py).
    [ "$1" != requirements-dev.txt ] || cp requirements.txt "$environment/requirements.txt"
}

# prepare serve | prepare test. Two at once wait for each other where the machine can do that.
prepare() {
    mkdir -p "$house/var"
    (
        if command -v flock >/dev/null 2>&1; then flock 9; fi
        case $1 in
            serve) install_lock requirements.txt ;;
            test) install_lock requirements-dev.txt ;;
        esac
        set -- "$1" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
        [ "$1" != test ] || set -- "$@" chromium libatomic1 poppler-utils qpdf softhsm2
        shift
        want_packages "$@"
    ) 9>"$house/var/setup.lock" || exit 1
}
