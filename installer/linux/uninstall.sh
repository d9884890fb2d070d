#!/bin/sh
# Take away what install.sh has installed for this user. Videos, fetched models, the queue and the
# settings stay.
set -eu
library=$HOME/.local/lib/homereel
data=${XDG_DATA_HOME:-$HOME/.local/share}

# Desktops keep lists of what is installed; where these tools are missing, they look for themselves.
refresh() {
    if command -v update-mime-database >/dev/null && [ -d "$data/mime/packages" ]; then
        update-mime-database "$data/mime" 2>/dev/null || true
    elif [ -d "$data/mime" ]; then
        # Nobody's packages are left, so that the rest is what the tool had made of ours.
        (cd "$data/mime" && rm -rf video ./*.cache globs globs2 magic subclasses aliases types \
            XMLnamespaces generic-icons icons treemagic version)
        rmdir "$data/mime" 2>/dev/null || true
    fi
    if command -v update-desktop-database >/dev/null && [ -d "$data/applications" ]; then
        update-desktop-database -q "$data/applications" || true
    fi
    if command -v gtk-update-icon-cache >/dev/null && [ -f "$data/icons/hicolor/index.theme" ]; then
        gtk-update-icon-cache -q -t "$data/icons/hicolor" || true
    fi
}

if [ "${1:-}" = --only-refresh ]; then
    refresh
    exit
fi
if [ -f "$library/installed.txt" ]; then
    while IFS= read -r file; do
        rm -f "$data/$file"
        # Folders that were made for it, and are empty now.
        (cd "$data" && rmdir -p "$(dirname "$file")" 2>/dev/null) || true
    done <"$library/installed.txt"
fi
if [ -L "$HOME/.local/bin/homereel" ] &&
    [ "$(readlink "$HOME/.local/bin/homereel")" = "$library/homereel" ]; then
    rm "$HOME/.local/bin/homereel"
fi
rm -rf "$library"
refresh
# A list of no entries, and folders that are empty now.
if [ "$(ls -A "$data/applications" 2>/dev/null)" = mimeinfo.cache ]; then
    rm "$data/applications/mimeinfo.cache"
fi
rmdir "$data/applications" "$HOME/.local/lib" "$HOME/.local/bin" "$data" "$HOME/.local" 2>/dev/null ||
    true
[ "${1:-}" = --quietly ] || echo "Homereel is removed; your videos, models and settings are still there."
