#!/bin/sh
# Install Homereel into .venv of this checkout, if that has not been done, and run it:
#
#   sh installer/run.sh                  open the window
#   sh installer/run.sh clip.avi         open the window with this clip; without a screen, restore it
#   sh installer/run.sh restore --help   any other command of homereel
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/installer/setup.sh"

install_homereel ""
case ${1:-} in
restore | probe | models | score | bench | doctor | runtime | cluster | worker | -*) ;;
self-test) install_qt_libraries ;;
*)
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        install_qt_libraries
    elif [ $# -gt 0 ]; then
        set -- restore "$@"
    fi
    ;;
esac
exec "$venv/bin/homereel" "$@"
