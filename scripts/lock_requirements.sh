#!/bin/sh
# Writes requirements.lock: every dependency of every extra, pinned, with the hashes of its files for all platforms.
# Usage: scripts/lock_requirements.sh PYTHON      (PYTHON: the oldest version that the project supports)
# Local pip settings are left out, so that the lock holds what the public index holds.
set -eu

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"$1" -m venv "$tools"
"$tools/bin/python" -m pip install --disable-pip-version-check --quiet pip-tools
env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
    CUSTOM_COMPILE_COMMAND="make lock" \
    "$tools/bin/python" -m piptools compile --quiet --upgrade --generate-hashes --all-extras --all-build-deps \
    --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
    --output-file requirements.lock pyproject.toml
