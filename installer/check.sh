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
make_venv
# A second opinion of the files we write; without it those tests are skipped. It comes while pip
# is at work.
apt=""
if ! command -v ffprobe >/dev/null && is_root; then
    apt_install ffmpeg &
    apt=$!
fi
# Of all the packages, less than half of the modules are ever imported: each is compiled then.
install_homereel dev --no-compile
[ -z "$apt" ] || wait "$apt" || fail "apt-get install ffmpeg failed"
install_qt_libraries

PATH=$venv/bin:$PATH
failed=""
step() {
    printf '\n== %s\n' "$*"
    "$@" </dev/null || failed="$failed, $*"
}

step ruff check
step ruff format --check
# What takes long and uses one core comes beside the tests, and is shown after them.
told=$(mktemp -d)
trap 'rm -rf "$told"' EXIT
: >"$told/failed"
for tool in mypy lint-imports; do
    printf '\n== %s\n' "$tool"
    "$tool" </dev/null || printf ', %s' "$tool" >>"$told/failed"
done >"$told/output" 2>&1 &
types=$!
# Meanwhile pytest compiles the tests once, not in each process.
pytest --quiet --quiet --collect-only </dev/null >/dev/null 2>&1
# Two processes: most tests compute on one thread.
step pytest --quiet --numprocesses 2 --dist worksteal
wait "$types" || failed="$failed, mypy and lint-imports"
cat "$told/output"
failed=$failed$(cat "$told/failed")

[ -z "$failed" ] || fail "FAILED: ${failed#, }"
printf '\nAll checks passed.\n'
