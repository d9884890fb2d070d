"""The page for a bug report."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine import doctor
from engine.installation.cards import Card, CardKind
from engine.networks import catalogue
from engine.networks.catalogue import load_catalogue
from engine.resuming.unfinished import Orphan


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalogue, "models_folder", lambda: tmp_path)
    monkeypatch.setattr("engine.doctor.orphans", list)  # other tests leave some
    return tmp_path


def test_what_was_left_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def orphan(frames: int | None) -> Orphan:
        return Orphan(
            folder=tmp_path, output="a.mp4", source=None, frames=frames, size_bytes=2_000_000
        )

    monkeypatch.setattr("engine.doctor.orphans", lambda: [orphan(11), orphan(None)])
    page = doctor.report()
    assert f"{tmp_path}: 11 frames of a.mp4, 2.0 MB" in page
    assert f"{tmp_path}: nothing usable of a.mp4, 2.0 MB" in page


def test_the_page_names_what_matters(folder: Path) -> None:
    page = doctor.report()
    for word in ("Python 3.", "torch 2.", "av 18.", "cpu:", "libx264", "GB free", str(folder)):
        assert word in page
    assert all(model.name in page for model in load_catalogue())
    assert len(page.splitlines()) < 60


def test_a_damaged_model_stands_out(folder: Path) -> None:
    fetched = next(model for model in load_catalogue() if not model.is_bundled)
    assert f"{fetched.name}: not installed" in doctor.report()
    (folder / fetched.file).write_bytes(b"damaged")
    assert f"{fetched.name}: WRONG CHECKSUM" in doctor.report()


def test_a_card_that_is_not_used_is_named_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = Card(CardKind.CUDA, "GeForce")
    for name in ("find_cards", "unused_card"):
        monkeypatch.setattr(doctor, name, lambda name=name: [card] if name[0] == "f" else card)
    monkeypatch.setattr(doctor, "load_runtimes", list)
    assert "GeForce is not used: this torch has no code for it; install its build for CUDA" in (
        doctor.report()
    )
    fetched = SimpleNamespace(card=CardKind.CUDA)
    monkeypatch.setattr(doctor, "load_runtimes", lambda: [fetched])
    assert "“homereel runtime fetch” fetches the build that has" in doctor.report()
    monkeypatch.setattr(doctor, "unused_card", lambda: None)
    monkeypatch.setattr("torch.accelerator.is_available", lambda: False)
    assert "its driver may be too old" in doctor.report()


def test_a_broken_library_is_reported_and_the_rest_still_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    page = doctor.report()
    assert "not available: ModuleNotFoundError" in page
    assert "libx264" in page
