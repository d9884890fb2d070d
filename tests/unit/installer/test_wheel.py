"""What a wheel and a source archive of Homereel contain."""

import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest

from tests.shared import ROOT

pytest.importorskip("setuptools", reason="builds are made with it")

BUILD = """
import sys
from setuptools import build_meta
getattr(build_meta, sys.argv[1])(sys.argv[2])
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A wheel and a source archive, made from a copy: setuptools writes beside the sources."""
    copy, target = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("built")
    for name in ("app", "engine", "resources", "installer"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file() and path.suffix in (".toml", ".md", ".in", ""):
            shutil.copy(path, copy)
    for kind in ("build_wheel", "build_sdist"):
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", BUILD, kind, str(target)],
            cwd=copy,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
    return target


RESOURCES = {
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "resources").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}


def modules():
    found = [*(ROOT / "app").rglob("*.py"), *(ROOT / "engine").rglob("*.py")]
    return {path.relative_to(ROOT).as_posix() for path in found}


def test_the_wheel_holds_every_module_and_resource_and_nothing_of_developers(built):
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    kept = {name for name in names if ".dist-info/" not in name}
    assert kept == modules() | RESOURCES
    assert "resources/homereel-small.safetensors" in names
    assert "resources/translations/homereel_de.qm" in names
    assert "resources/runtimes.toml" in names
    licences = {name.partition(".dist-info/")[2] for name in names - kept}
    assert {"licenses/LICENSE", "licenses/THIRD_PARTY.md"} <= licences
    (entry,) = [name for name in names if name.endswith("entry_points.txt")]
    assert b"homereel = app.__main__:main" in zipfile.ZipFile(wheel).read(entry)


def test_the_source_archive_is_enough_to_make_a_package(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    assert modules() | RESOURCES <= names
    wanted = {"pyproject.toml", "LICENSE", "THIRD_PARTY.md", "installer/homereel.spec"}
    assert wanted | {"installer/lock.txt", "installer/package.sh", "CHANGELOG.md"} <= names
    installer = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "installer").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert installer <= names
