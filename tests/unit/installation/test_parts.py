"""The parts of an installation, and the texts of their licences."""

import json
import sys

from engine.installation import parts as module
from engine.installation.parts import LIST, parts


def test_installed_packages_name_their_licences_and_bring_the_texts():
    found = {part.name: part for part in parts()}
    assert next(iter(found)) == "homereel"
    assert {"torch", "av", "numpy", "PySide6_Essentials", "shiboken6", "attrs"} <= set(found)
    assert not {"pytest", "ruff", "pyinstaller", "spandrel"} & set(found)
    assert all(part.licence for part in found.values())
    assert "Redistribution" in found["numpy"].text()
    assert found["torch"].licence.count("BSD-3-Clause") == 1


def test_a_package_brings_a_list_of_its_parts(tmp_path, monkeypatch):
    folder = tmp_path / "licences"
    folder.mkdir()
    (folder / "x264.txt").write_text("GPL\n")
    entries = [
        {"name": "x264", "version": "", "licence": "GPL-2.0", "texts": ["licences/x264.txt"]},
        {"name": "gone", "version": "1", "licence": "MIT", "texts": ["licences/gone.txt"]},
    ]
    (folder / LIST).write_text(json.dumps(entries))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    first, second = parts()
    assert (first.name, first.licence, first.text()) == ("x264", "GPL-2.0", "GPL")
    assert second.text() == ""


def test_a_package_of_another_system_has_no_list(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert module.packed_folder() == tmp_path
    assert parts()[0].name == "homereel"
