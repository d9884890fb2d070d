#!/bin/sh
# Choose the newest versions that pyproject.toml allows and write them, with the checksums of their
# files, into lock.txt: for packages, and as limits for run.sh and check.sh. Needs uv. The words
# are handed to uv; on Linux they have to name the place of PyTorch's builds for the processor:
#
#   sh installer/lock.sh --extra-index-url https://download.pytorch.org/whl/cpu --upgrade
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"

# Raised by hand: a new PyTorch is measured first, and its CPU build has to exist for all systems.
torch=2.13.0

limits=$(mktemp)
trap 'rm -f "$limits"' EXIT
printf 'torch==%s\n' "$torch" >"$limits"
uv pip compile pyproject.toml --quiet --extra package --constraint "$limits" --universal \
    --python-version 3.11 --generate-hashes --no-annotate --no-header \
    --index-strategy unsafe-best-match --output-file installer/lock.txt "$@"
# PyPI's builds for Linux carry NVIDIA's libraries, which must not be in a package.
if ! grep -q "^torch==$torch+cpu " installer/lock.txt || grep -q '^nvidia-' installer/lock.txt; then
    echo "lock.txt has no CPU build of PyTorch for Linux; see the first lines of lock.sh" >&2
    exit 1
fi
