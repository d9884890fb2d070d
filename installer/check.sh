#!/bin/sh
# Everything that is checked before a change is accepted; CI runs the same. Installs what it needs.
#
#   sh installer/check.sh
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/installer/setup.sh"

cd "$root" || exit 1
# What is compiled is kept: tests start many processes, and each would compile the program again.
unset PYTHONDONTWRITEBYTECODE
# Of all the packages, less than half of the modules are ever imported: each is compiled then.
install_homereel dev --no-compile
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

# While the other core has nothing to do: pytest compiles the tests once, not in each process.
pytest --quiet --quiet --collect-only </dev/null >/dev/null 2>&1 &

step ruff check
step ruff format --check
step mypy
step lint-imports
wait
# Two processes: most tests compute on one thread.
step pytest --quiet --numprocesses 2 --dist worksteal

[ -z "$failed" ] || fail "FAILED: ${failed#, }"
printf '\nAll checks passed.\n'
