"""THIRD_PARTY.md, against what the installed packages bring."""

import importlib.util
import json
import re
from pathlib import Path

import av
import numpy as np
import pytest

from tests.shared import ROOT


def load(name):
    """Import a module of installer/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "installer" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


licences = load("licences")
contents = load("contents")
PAGE = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")


def test_every_locked_package_is_named():
    lock = (ROOT / "installer" / "lock.txt").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)
    assert len(names) > 20
    hooks = {"pyinstaller-hooks-contrib"}  # "with its hooks"
    assert licences.unnamed_packages(set(names) - hooks, PAGE) == []


@pytest.mark.parametrize("package", [av, np])
def test_every_library_of_a_wheel_is_named(package):
    folder = Path(package.__file__).parent
    libraries = folder.with_name(f"{folder.name}.libs")
    if not libraries.is_dir():
        pytest.skip(f"{package.__name__} is not from a wheel for Linux")
    names = [f"{libraries.name}/{path.name}" for path in libraries.iterdir()]
    assert licences.unnamed_libraries(names, PAGE) == []


def test_what_is_not_named_is_told(tmp_path):
    for name in ("torch/lib/libnew.so", "libnew.so.1", "av.libs/libnew-1.so.2", "notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = licences.unnamed_libraries(licences.libraries_in(tmp_path), PAGE)
    assert found == ["av.libs/libnew-1.so.2", "libnew.so.1"]
    assert licences.unnamed_packages(["torch", "pyside6_essentials", "newpackage"], PAGE) == [
        "newpackage"
    ]


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/bin/torch_shm_manager", True),
        ("torch/bin/test_api", False),
        ("torch/testing/_internal/logging_tensor.py", True),
        ("torch/testing/_internal/common_utils.py", False),
        ("torch\\include\\ATen\\ATen.h", False),
        ("torch/lib/dnnl.lib", False),
        ("numpy/_core/tests/test_umath.py", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/designer_de.qm", False),
        ("resources/homereel-small.safetensors", True),
        ("resources/translations/homereel_de.qm", True),
        ("resources/translations/homereel_de.ts", True),
        ("resources/linux/homereel.1", False),
    ],
)
def test_what_a_package_contains(name, is_wanted):
    assert contents.is_wanted(name) is is_wanted


def test_every_module_of_qt_that_the_program_imports_is_in_a_package():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "app").rglob("*.py")]
    sources += [path.read_text(encoding="utf-8") for path in (ROOT / "engine").rglob("*.py")]
    used = {name for text in sources for name in re.findall(r"from PySide6\.(\w+) import", text)}
    assert {"QtCore", "QtGui", "QtWidgets"} <= used
    for name in used:
        library = f"PySide6/Qt/lib/libQt6{name.removeprefix('Qt')}.so.6"
        assert contents.is_wanted(f"PySide6/{name}.abi3.so"), name
        assert contents.is_wanted(library), name


def test_the_text_of_each_licence_goes_into_the_package(tmp_path, monkeypatch):
    page = (
        "| part | files | licence |\n|---|---|---|\n"
        "| x264, x265 | `av.libs/libx264*` | GPL-2.0-or-later |\n"
        "| dav1d | `av.libs/libdav1d*` | BSD-2-Clause |\n"
        "| PyAV | `av/*` | BSD-3-Clause |\n"
        "| Unknown | `libnew*` | something |\n"
        "| miniaudio, cffi | `_miniaudio*`, `_cffi_backend*` | MIT, MIT-0 |\n"
        "| Not there | `libabsent*` | MIT |\n"
    )
    for name in (
        "av.libs/libx264-1.so.164",
        "av.libs/libdav1d.so.7",
        "libnew.so",
        "av/core.so",
        "_miniaudio.so",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.setattr(licences, "debian_text", lambda _: None)
    missing = licences.write_parts(tmp_path, page)
    assert "Unknown" in missing
    assert "miniaudio, cffi" not in missing
    entries = json.loads((tmp_path / "licences" / "parts.json").read_text(encoding="utf-8"))
    texts = {entry["name"]: entry["texts"] for entry in entries}
    assert texts["x264, x265"] == ["licences/GPL-2.0.txt"]
    assert texts["dav1d"] == ["licences/dav1d.txt"]
    assert "Not there" not in texts
    assert "PyAV" not in texts  # it is "av" among the Python packages
    assert len(texts["av"]) > 0
    for text in (text for each in texts.values() for text in each):
        assert (tmp_path / text).stat().st_size > 100


def test_which_modules_a_package_contains():
    assert contents.is_wanted_module("torch.testing._internal")
    assert contents.is_wanted_module("torch.testing._internal.common_dtype")
    assert not contents.is_wanted_module("torch.testing._internal.common_utils")
