#!/bin/sh
# Install Homereel for the user who runs this, without a password; uninstall.sh takes it away again.
#
#   sh install.sh             copies what lies beside it
#   sh install.sh --move      moves it
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
library=$HOME/.local/lib/homereel
data=${XDG_DATA_HOME:-$HOME/.local/share}

sh "$here/uninstall.sh" --quietly
mkdir -p "$HOME/.local/lib" "$HOME/.local/bin" "$data"
if [ "${1:-}" = --move ]; then mv "$here/homereel" "$library"; else cp -R "$here/homereel" "$library"; fi
cp "$here/uninstall.sh" "$library/uninstall.sh"
ln -s "$library/homereel" "$HOME/.local/bin/homereel"

# The list is written first: whatever happens, uninstall.sh finds what has been installed.
(cd "$here/share" && find . -type f) >"$library/installed.txt"
cp -R "$here/share/." "$data/"
# Quoted as the desktop entry specification wants it: the path of a home may have blanks.
program=$(printf '"%s"' "$library/homereel" | sed 's/[\\|&]/\\&/g')
sed "s|@program@|$program|" "$here/share/applications/homereel.desktop" \
    >"$data/applications/homereel.desktop"
sh "$library/uninstall.sh" --only-refresh

echo "Homereel is installed: in the menu of applications, and as $HOME/.local/bin/homereel."
case ":$PATH:" in
*":$HOME/.local/bin:"*) ;;
*) echo "Log in again, and the command homereel is found by its name." ;;
esac
echo "sh $library/uninstall.sh takes it away again."
"$library/homereel" --version >/dev/null
