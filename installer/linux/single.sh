#!/bin/sh
# Homereel in one file. It installs itself for the user who starts it, without a password, unless this
# very build is installed already, and then runs with the words it is given:
#
#   sh homereel-VERSION-linux-MACHINE.run [FILE...]
#
# Like install.sh of the archive, which is packed behind these lines; uninstall.sh takes it away again.
set -eu
library=$HOME/.local/lib/homereel

if [ "$(cat "$library/build.txt" 2>/dev/null)" != "@build@" ]; then
    mkdir -p "$HOME/.local/lib"
    stage=$(mktemp -d "$HOME/.local/lib/homereel-XXXXXX")
    trap 'rm -rf "$stage"' EXIT
    trap 'exit 1' HUP INT TERM
    tail -n +@lines@ "$0" | tar -x --xz -C "$stage"
    sh "$stage"/homereel-*/install.sh --move >&2
    rm -rf "$stage"
    trap - EXIT
fi
exec "$library/homereel" "$@"
