"""A folder of which new videos are added by themselves."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from app.window.watching import WatchedFolder


@pytest.fixture
def folder(tmp_path, monkeypatch):
    place = tmp_path / "captures"
    place.mkdir()
    (place / "old.avi").write_bytes(b"old")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    return place


@pytest.fixture
def watched(window, qtbot, folder):
    window.menus.watch_folder.trigger()
    qtbot.waitUntil(lambda: window.watched._known is not None)
    return window.watched


def look(watched, qtbot):
    with qtbot.waitSignal(watched._looked):
        watched.look()


def test_new_videos_are_added_once_they_no_longer_grow(watched, window, qtbot, folder, settings):
    assert settings.watched_folder == folder
    assert "captures" in window.menus.watch_folder.text()
    new = folder / "new.avi"
    new.write_bytes(b"beg")
    look(watched, qtbot)
    new.write_bytes(b"begun")
    look(watched, qtbot)
    assert len(window.model) == 0
    look(watched, qtbot)
    assert [clip.path for clip in window.model] == [new]
    look(watched, qtbot)
    assert len(window.model) == 1


def test_a_folder_that_is_away_for_a_while_brings_nothing_old(watched, window, qtbot, folder):
    away = folder.rename(folder.with_name("away"))
    look(watched, qtbot)
    away.rename(folder)
    for _ in range(3):
        look(watched, qtbot)
    assert len(window.model) == 0


def test_watching_ends(watched, window, settings):
    window.menus.watch_folder.trigger()
    assert settings.watched_folder is None
    assert not window.menus.watch_folder.isChecked()
    assert not watched._timer.isActive()


def test_videos_that_came_while_the_program_was_closed_are_added(
    watched, window, qtbot, folder, settings
):
    new = folder / "new.avi"
    new.write_bytes(b"came at night")
    later = WatchedFolder(window._intake, settings, QAction(window), window)
    arrived = []
    later.arrived.connect(arrived.extend)
    for _ in range(2):
        look(later, qtbot)
    assert arrived == [new]


def test_what_another_homereel_writes_there_is_not_added(watched, window, qtbot, folder):
    (folder / "old restored.mp4").write_bytes(b"written by the command line")
    (folder / "new.avi").write_bytes(b"new")
    for _ in range(2):
        look(watched, qtbot)
    assert [clip.path.name for clip in window.model] == ["new.avi"]
