#!/bin/sh
# Make the packages of this system from a fresh environment: a folder that runs without Python, and
# on Linux a .deb and a .tar.xz of it. Versions and checksums of everything stand in lock.txt.
#
#   sh installer/package.sh        writes into dist/
#
# On Debian it wants: apt-get install binutils libpython3.11 xz-utils
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
build=$root/build/package
dist=$root/dist
: "${PYTHON:=python3.11}"

say() {
    printf '\n== %s\n' "$*"
}

say "a fresh environment"
rm -rf "$build" build/lib build/bdist.*
"$PYTHON" -m venv "$build/venv"
if [ -d "$build/venv/Scripts" ]; then bin=$build/venv/Scripts; else bin=$build/venv/bin; fi
python=$bin/python
"$python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    --requirement installer/lock.txt
"$python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation .
rm -rf build/lib build/bdist.*
version=$("$python" -c 'from importlib.metadata import version; print(version("homereel"))')

# Files carry the time of the last change of the sources, so that packages can be compared.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
PYTHONHASHSEED=0
export SOURCE_DATE_EPOCH PYTHONHASHSEED

say "the folder"
"$bin/pyinstaller" --noconfirm --log-level ERROR --workpath "$build/pyinstaller" \
    --distpath "$build" installer/homereel.spec
mkdir -p "$dist"

case $(uname -s) in
Linux)
    "$python" installer/licences.py "$build/homereel"
    say "the packages of Linux"
    sh installer/linux/pack.sh "$build/homereel" "$version" "$dist"
    ;;
Darwin)
    say "the disk image"
    sh installer/macos/make-dmg.sh "$build/Homereel.app" "$version" "$dist"
    ;;
*)
    say "the setup program"
    # Git's shell would take its words for paths otherwise.
    export MSYS2_ARG_CONV_EXCL='*'
    "${ISCC:-ISCC.exe}" "/DVersion=$version" "/DFolder=$(cygpath -w "$build/homereel")" \
        "/O$(cygpath -w "$dist")" 'installer\windows\homereel.iss'
    ;;
esac
ls -l "$dist"
