#!/bin/sh
# Pack the folder that PyInstaller made as homereel_VERSION_ARCH.deb, as
# homereel-VERSION-linux-MACHINE.tar.xz, which installs for one user, and the same as one file that
# installs itself, .run. Called by package.sh.
#
#   sh installer/linux/pack.sh FOLDER VERSION DIST
#
# LEVEL is that of xz; 3 is quicker than 6 and makes them a tenth larger.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/../..
folder=$1
version=$2
dist=$3
machine=$(uname -m)
architecture=$(dpkg --print-architecture 2>/dev/null || echo "$machine")
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
umask 022

# What a desktop wants to know about a program, below $1; $2 is the command that starts it.
lay_share() {
    share=$1/share
    mkdir -p "$share/applications" "$share/metainfo" "$share/mime/packages" "$share/man/man1"
    sed "s|^Exec=homereel|Exec=$2|" "$root/resources/linux/homereel.desktop" \
        >"$share/applications/homereel.desktop"
    sed "s/@version@/$version/; s/@date@/$date/" "$root/resources/linux/homereel.metainfo.xml" \
        >"$share/metainfo/org.homereel.homereel.metainfo.xml"
    cp "$root/resources/linux/homereel.xml" "$share/mime/packages/"
    sed "s/@version@/$version/; s/@date@/$date/" "$root/resources/linux/homereel.1" |
        gzip -9n >"$share/man/man1/homereel.1.gz"
    for icon in "$root"/resources/icons/homereel-*.png; do
        side=${icon##*-}
        side=${side%.png}
        mkdir -p "$share/icons/hicolor/${side}x$side/apps"
        cp "$icon" "$share/icons/hicolor/${side}x$side/apps/homereel.png"
    done
    mkdir -p "$share/icons/hicolor/scalable/apps"
    cp "$root/resources/icons/homereel.svg" "$share/icons/hicolor/scalable/apps/"
}

same_times() {
    find "$1" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
}

# --- the .deb
deb=$stage/deb
mkdir -p "$deb/DEBIAN" "$deb/usr/lib" "$deb/usr/bin" "$deb/usr/share/doc/homereel"
cp -a "$folder" "$deb/usr/lib/homereel"
ln -s ../lib/homereel/homereel "$deb/usr/bin/homereel"
lay_share "$deb/usr" homereel
sed "s/@version@/$version/; s/@architecture@/$architecture/
s/@size@/$(du -sk "$deb/usr" | cut -f1)/" "$here/control" >"$deb/DEBIAN/control"
cp "$here/copyright" "$deb/usr/share/doc/homereel/copyright"
gzip -9nc "$root/CHANGELOG.md" >"$deb/usr/share/doc/homereel/changelog.gz"
same_times "$deb"
dpkg-deb --root-owner-group -Zxz "-z${LEVEL:-6}" --build "$deb" \
    "$dist/homereel_${version}_$architecture.deb" >/dev/null

# --- the archive
name=homereel-$version-linux-$machine
archive=$stage/$name
mkdir "$archive"
cp -a "$folder" "$archive/homereel"
lay_share "$archive" @program@
cp "$here/install.sh" "$here/uninstall.sh" "$root/LICENSE" "$root/THIRD_PARTY.md" "$archive/"
build=$version-$SOURCE_DATE_EPOCH
echo "$build" >"$archive/homereel/build.txt"
same_times "$archive"
tar --create --directory "$stage" --sort=name --owner=0 --group=0 --numeric-owner "$name" |
    xz "-${LEVEL:-6}" --threads=0 >"$dist/$name.tar.xz"

# --- one file
lines=$(($(wc -l <"$here/single.sh") + 1))
sed "s/@build@/$build/; s/@lines@/$lines/" "$here/single.sh" |
    cat - "$dist/$name.tar.xz" >"$dist/$name.run"
chmod 755 "$dist/$name.run"
