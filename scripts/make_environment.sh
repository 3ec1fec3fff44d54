#!/bin/sh
# Makes .venv as requirements.lock says, with the package itself in it (editable).
# Usage: scripts/make_environment.sh PYTHON STAMP
# STAMP is touched last, so that an interrupted run is begun again.
set -eu

python=$1
stamp=$2

fail() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

# What to type as root or through sudo, for the system at hand.
install_command() {
    sudo=
    [ "$(id -u)" -eq 0 ] || sudo='sudo '
    if command -v apt-get >/dev/null; then
        echo "${sudo}apt install python3 python3-venv"
    elif command -v dnf >/dev/null; then
        echo "${sudo}dnf install python3"
    elif command -v brew >/dev/null; then
        echo "brew install python3"
    else
        echo "(install python3, with venv, by your system's package manager)"
    fi
}

command -v "$python" >/dev/null ||
    fail "Python is missing. Install it, then run make again:
  $(install_command)"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "$("$python" --version) is too old: Python 3.11 or newer is needed.
If a newer one is installed beside it, name it: make html PYTHON=python3.13"
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    fail "Python's venv module is missing. Install it, then run make again:
  $(install_command)"

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    echo "Making the virtual environment .venv ($("$python" --version))"
    "$python" -m venv --clear .venv
fi
echo "Installing the locked dependencies in .venv (a minute or two the first time)"
.venv/bin/python -m pip install --disable-pip-version-check -qq --require-hashes --requirement requirements.lock
echo "Installing the project itself in .venv"
.venv/bin/python -m pip install --disable-pip-version-check -qq --no-deps --no-build-isolation --editable .
touch "$stamp"
