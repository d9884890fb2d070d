#!/bin/sh
# Everything that is checked before a change is accepted; CI runs the same. Installs what it needs.
#
#   sh installer/check.sh
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/installer/setup.sh"

cd "$root" || exit 1
install_homereel dev
install_qt_libraries
# A second opinion of the files we write; without it those tests are skipped.
if ! command -v ffprobe >/dev/null && is_root; then
    apt_install ffmpeg || fail "apt-get install ffmpeg failed"
fi

PATH=$venv/bin:$PATH
failed=""
step() {
    printf '\n== %s\n' "$*"
    "$@" </dev/null || failed="$failed, $*"
}

step ruff check
step ruff format --check
step mypy
step lint-imports
# Two processes: most tests compute on one thread.
step pytest --quiet --numprocesses 2 --dist worksteal

[ -z "$failed" ] || fail "FAILED: ${failed#, }"
printf '\nAll checks passed.\n'
