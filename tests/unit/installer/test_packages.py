"""The packages of Linux, made of a folder that only pretends to be the program."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from engine.files.sources import VIDEO_SUFFIXES
from tests.shared import ROOT

LINUX = ROOT / "resources" / "linux"
GLOBS = Path("/usr/share/mime/globs2")
NEEDED = ("dpkg-deb", "xz", "tar", "gzip")


def run(*words, **environment):
    done = subprocess.run(
        [str(word) for word in words],
        env=os.environ | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """A .deb and a .tar.xz of version 1.2.3."""
    if not all(map(shutil.which, NEEDED)):
        pytest.skip(f"needs {', '.join(NEEDED)}")
    folder, dist = tmp_path_factory.mktemp("program"), tmp_path_factory.mktemp("dist")
    program = folder / "homereel"
    program.write_text("#!/bin/sh\necho homereel 1.2.3\n")
    program.chmod(0o755)
    script = ROOT / "installer" / "linux" / "pack.sh"
    run("sh", script, folder, "1.2.3", dist, SOURCE_DATE_EPOCH=1_800_000_000, LEVEL=0)
    return dist


@pytest.fixture
def unpacked(packages, tmp_path):
    (archive,) = packages.glob("*.tar.xz")
    run("tar", "-xf", archive, "-C", tmp_path)
    (folder,) = tmp_path.glob("homereel-1.2.3-linux-*")
    return folder


def files_below(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_deb_holds_what_a_desktop_wants(packages):
    (deb,) = packages.glob("homereel_1.2.3_*.deb")
    listing = run("dpkg-deb", "--contents", deb)
    for name in (
        "./usr/lib/homereel/homereel",
        "./usr/bin/homereel -> ../lib/homereel/homereel",
        "./usr/share/applications/homereel.desktop",
        "./usr/share/icons/hicolor/48x48/apps/homereel.png",
        "./usr/share/icons/hicolor/scalable/apps/homereel.svg",
        "./usr/share/metainfo/org.homereel.homereel.metainfo.xml",
        "./usr/share/mime/packages/homereel.xml",
        "./usr/share/man/man1/homereel.1.gz",
        "./usr/share/doc/homereel/copyright",
    ):
        assert f"{name}\n" in listing
    assert run("dpkg-deb", "--field", deb, "Version") == "1.2.3\n"


@pytest.mark.parametrize("home_name", ["user", "ein Ordner & mehr"])
def test_the_archive_installs_for_one_user_and_leaves_again(unpacked, tmp_path, home_name):
    home = tmp_path / home_name
    own = home / ".local/share/homereel/models/own.pth"
    own.parent.mkdir(parents=True)
    own.write_text("fetched")
    before = files_below(home)
    environment = {"HOME": home, "XDG_DATA_HOME": home / ".local/share"}

    for _ in range(2):  # the second time over the first
        told = run("sh", unpacked / "install.sh", **environment)
    assert "is installed" in told
    assert run(home / ".local/bin/homereel", "--version") == "homereel 1.2.3\n"
    entry = home / ".local/share/applications/homereel.desktop"
    program = home / ".local/lib/homereel/homereel"
    assert f'Exec="{program}" -- %F\n' in entry.read_text()
    if shutil.which("desktop-file-validate"):
        run("desktop-file-validate", entry)

    run("sh", home / ".local/lib/homereel/uninstall.sh", **environment)
    assert files_below(home) == before
    assert own.read_text() == "fetched"


def test_the_single_file_installs_itself_once_and_runs(packages, tmp_path):
    (single,) = packages.glob("*.run")
    home = tmp_path / "ein Heim"
    home.mkdir()
    environment = {"HOME": home, "XDG_DATA_HOME": home / ".local/share"}
    assert run(single, "--version", **environment) == "homereel 1.2.3\n"
    library = home / ".local/lib/homereel"
    (library / "kept").touch()
    assert run("sh", single, "--version", **environment) == "homereel 1.2.3\n"
    assert (library / "kept").exists()  # not installed a second time
    (library / "build.txt").write_text("of another version\n")
    run(single, **environment)
    assert not (library / "kept").exists()
    assert [path.name for path in library.parent.iterdir()] == ["homereel"]
    run("sh", library / "uninstall.sh", **environment)
    assert files_below(home) == []


def test_the_scripts_are_plain_shell():
    if not shutil.which("shellcheck"):
        pytest.skip("needs shellcheck")
    scripts = [*(ROOT / "installer").glob("*.sh"), *(ROOT / "installer").glob("*/*.sh")]
    run("shellcheck", "--external-sources", *scripts)


def test_every_kind_of_video_can_be_opened_with_homereel():
    if not GLOBS.exists():
        pytest.skip("needs shared-mime-info")
    entry = (LINUX / "homereel.desktop").read_text()
    types = entry.partition("MimeType=")[2].partition("\n")[0].split(";")
    globs = [line.split(":") for line in GLOBS.read_text().splitlines() if line[0] != "#"]
    known = {fields[2] for fields in globs if fields[1] in types}
    own = (LINUX / "homereel.xml").read_text()
    missing = {
        suffix
        for suffix in VIDEO_SUFFIXES
        if f"*{suffix}" not in known and f'pattern="*{suffix}"' not in own
    }
    assert missing == set()


def test_the_entries_are_valid(tmp_path):
    if not shutil.which("desktop-file-validate") or not shutil.which("appstreamcli"):
        pytest.skip("needs desktop-file-utils and appstream")
    run("desktop-file-validate", LINUX / "homereel.desktop")
    page = tmp_path / "org.homereel.homereel.metainfo.xml"
    text = (LINUX / "homereel.metainfo.xml").read_text()
    page.write_text(text.replace("@version@", "1.2.3").replace("@date@", "2026-11-28"))
    run("appstreamcli", "validate", "--no-net", page)
