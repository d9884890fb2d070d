# shellcheck shell=sh disable=SC2154
# Sourced by run.sh and check.sh, not run by itself: makes .venv and installs into it what is
# missing. Quick when there is nothing to do. Expects $root, the folder of the checkout.

venv=$root/.venv

# Qt's libraries of the system, as Debian 12 calls them; python packages bring everything else.
qt_packages="libgl1 libegl1 libgssapi-krb5-2 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 \
libwayland-client0 libwayland-cursor0 libwayland-egl1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 \
libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 fonts-dejavu-core"

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

is_root() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

# Install Debian packages; called only by root and only when something is missing.
apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing system packages: $*"
    apt-get -qq update </dev/null &&
        apt-get -qq install --yes --no-install-recommends "$@" </dev/null >/dev/null
}

# The newest Python that is there, unless $PYTHON names one.
find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
    return 1
}

make_venv() {
    [ -x "$venv/bin/pip" ] && "$venv/bin/python" -c '' 2>/dev/null && return
    python=$(find_python) ||
        fail "Homereel needs Python 3.11 or newer: apt-get install python3 python3-venv"
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        is_root || fail "Python's venv is missing: sudo apt-get install python3-venv"
        apt_install python3-venv || fail "apt-get install python3-venv failed"
    fi
    echo "Making $venv"
    "$python" -m venv --clear "$venv" || fail "$python -m venv failed"
}

# Install Homereel, with the extra in $1 if there is one, unless that was done already. The
# versions are those that packages are made of; whether PyTorch is built for a card or for the
# processor is left to where pip looks for it. Further words go to pip.
install_homereel() {
    make_venv
    stamp=$venv/installed${1:+-$1}
    wanted=$(cat "$root/pyproject.toml" "$root/installer/lock.txt" | cksum)
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
    echo "Installing Homereel and its Python packages (a few minutes the first time)"
    sed -n 's/^\([a-z0-9-]*==[0-9.]*\).*/\1/p' "$root/installer/lock.txt" >"$venv/versions.txt"
    package=$root${1:+[$1]}
    [ $# -eq 0 ] || shift
    "$venv/bin/pip" install --quiet --disable-pip-version-check --constraint "$venv/versions.txt" \
        "$@" --editable "$package" </dev/null || fail "pip install failed; see above"
    printf '%s\n' "$wanted" >"$stamp"
}

# Whether Qt finds every library it needs to open a window.
has_qt_libraries() {
    "$venv/bin/python" - 2>/dev/null <<'END'
import ctypes
from pathlib import Path

import PySide6.QtNetwork
import PySide6.QtWidgets

for plugin in Path(PySide6.__file__).parent.glob("Qt/plugins/platforms/libqxcb.so"):
    ctypes.CDLL(str(plugin))
END
}

install_qt_libraries() {
    has_qt_libraries && return
    # shellcheck disable=SC2086 # a list of words
    if ! is_root || ! apt_install $qt_packages || ! has_qt_libraries; then
        fail "Qt needs libraries of your system; install them and try again: sudo apt-get install" \
            "$qt_packages"
    fi
}
