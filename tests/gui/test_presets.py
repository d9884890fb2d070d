"""Presets in the window: chosen, proposed, kept under a name."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox

from app.text.preset_names import purpose_of, title_of
from engine.jobs import presets
from engine.jobs.choices import Codec
from engine.jobs.options import Options


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "config")
    return tmp_path / "config" / "presets"


@pytest.fixture
def filled(window, clips, qtbot):
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    return window


def choose(window, name):
    box = window.options_panel.presets.box
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def answer(monkeypatch, word):
    """Let questions be answered by the button with this word; returns what was asked."""
    asked = []

    def press(box):
        asked.append(box.text())
        next(b for b in box.buttons() if word in b.text()).click()

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


def test_a_preset_replaces_all_but_the_part(filled):
    clip = filled.model.find(1)
    filled.editing.edit(lambda o: replace(o, codec=Codec.AV1, end_seconds=3.0, device="cpu"))
    choose(filled, presets.FILM_SCAN)
    assert clip.options.codec is Codec.AUTO
    assert (clip.options.end_seconds, clip.options.device) == (3.0, "cpu")
    assert (clip.options.grain, clip.options.repair) == (0.15, "dust,flicker")
    choose(filled, "")
    assert clip.options == Options(end_seconds=3.0, device="cpu")
    filled.menus.undo.trigger()
    assert filled.options_panel.presets.box.currentData() == presets.FILM_SCAN


def test_what_matches_no_preset_is_an_own_choice(filled):
    filled.editing.edit(lambda options: replace(options, grain=0.7))
    box = filled.options_panel.presets.box
    assert (box.currentIndex(), box.placeholderText()) == (-1, "Own choice")
    filled.clip_list.selectAll()
    assert (box.currentIndex(), box.placeholderText()) == (-1, "different")


def test_the_preset_that_a_clip_looks_like_is_proposed(filled):
    clip, proposal = filled.model.find(1), filled.options_panel.presets.proposal
    assert proposal.isHidden()
    filled.looks.on_probed(1, replace(clip.found, codec="dvvideo"))
    assert "MiniDV tape" in proposal.text()
    assert clip.options == Options(), "nothing changes unasked"
    proposal.click()
    assert clip.options.strength == presets.BUILT_IN[presets.MINIDV]["strength"]
    assert proposal.isHidden()


def test_own_presets_are_kept_and_removed(filled, qtbot, folder, monkeypatch):
    controls = filled.options_panel.presets
    filled.editing.edit(lambda options: replace(options, grain=0.7))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Oma", True))
    controls.on_save_wanted()
    qtbot.waitUntil(lambda: controls.box.currentData() == "Oma")
    assert (folder / "Oma.toml").read_text() == "grain = 0.7\n"
    answer(monkeypatch, "Keep it")
    controls.on_removal_wanted()
    qtbot.wait(50)
    assert controls.box.currentData() == "Oma"
    assert answer(monkeypatch, "Remove it") == []
    controls.on_removal_wanted()
    qtbot.waitUntil(lambda: controls.box.findData("Oma") == -1)
    assert not (folder / "Oma.toml").exists()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("a/b", True))
    controls.on_save_wanted()
    qtbot.waitUntil(lambda: "cannot be the name" in filled.foot.notice.text())


def test_each_preset_is_named_and_explained():
    for name in presets.BUILT_IN:
        assert title_of(name) != name
        assert purpose_of(name).endswith(".")
    assert (title_of("Oma"), purpose_of("Oma")) == ("Oma", "")


def test_a_preset_is_replaced_only_where_that_is_wanted(filled, qtbot, folder, monkeypatch):
    controls = filled.options_panel.presets
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Oma", True))
    filled.editing.edit(lambda options: replace(options, grain=0.7))
    controls.on_save_wanted()
    qtbot.waitUntil(lambda: controls.box.currentData() == "Oma")
    filled.editing.edit(lambda options: replace(options, grain=0.2))
    kept = answer(monkeypatch, "Keep")
    controls.on_save_wanted()
    replaced = answer(monkeypatch, "Replace")
    assert controls.box.currentData() is None
    controls.on_save_wanted()
    qtbot.waitUntil(lambda: controls.box.currentData() == "Oma")
    assert len(kept + replaced) == 2
    assert (folder / "Oma.toml").read_text() == "grain = 0.2\n"


def test_a_preset_that_is_kept_of_several_clips_leaves_them_mixed(filled, qtbot, monkeypatch):
    controls = filled.options_panel.presets
    filled.editing.edit(lambda options: replace(options, grain=0.7))
    filled.clip_list.select_all(list(filled.model))
    assert controls.box.currentData() is None
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Oma", True))
    controls.on_save_wanted()
    qtbot.waitUntil(lambda: controls.box.findData("Oma") != -1)
    assert controls.box.currentData() is None
