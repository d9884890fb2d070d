"""The progress on the program's icon."""

import pytest

from app.window.desktop import taskbar
from app.window.desktop.taskbar import Taskbar, dock_update


@pytest.fixture
def told(monkeypatch):
    said = []
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(taskbar, "_tell_dock", said.append)
    return said


def test_each_change_is_told_once(qapp, told):
    shown = Taskbar(None)
    for share in (None, 0.0, 0.001, 0.5, 0.502, 1.2, None, None):
        shown.show(share)
    assert told == [0, 50, 100, None]


def test_docks_hear_which_program_and_how_far(qapp):
    assert dock_update(25)[1] == {"progress": 0.25, "progress-visible": True}
    assert dock_update(None)[1] == {"progress": 0.0, "progress-visible": False}
    assert dock_update(25)[0].endswith(".desktop")


def test_the_icon_follows_the_whole_queue(window, clips, qtbot, restore, told):
    restore.waits = True
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    window.queue.start()
    qtbot.waitUntil(lambda: told and told[-1] == 20)
    restore.release()
    qtbot.waitUntil(lambda: told[-1] is None)
    assert told == [*sorted(told[:-1]), None]
