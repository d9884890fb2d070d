#!/bin/sh
# Put the application into a disk image with a link to the folder of applications. Called by
# package.sh on macOS; it has not been tried. With SIGNING_IDENTITY set, the application is signed for
# the hardened runtime; Apple's notarisation is a step of the release (see README.md).
#
#   sh installer/macos/make-dmg.sh Homereel.app VERSION DIST
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
application=$1
version=$2
dist=$3
machine=$(uname -m)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

if [ -n "${SIGNING_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$SIGNING_IDENTITY" \
        --entitlements "$here/entitlements.plist" "$application"
fi
cp -R "$application" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Homereel $version" -srcfolder "$stage" -format ULMO -ov \
    "$dist/homereel-$version-macos-$machine.dmg"
