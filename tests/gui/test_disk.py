"""The window's own thread never waits for a disk: a network drive may be asleep."""

import builtins
import io
import os
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.window.queue.clips import ClipState
from app.window.queue.queue_file import QueueFile
from engine.jobs.choices import Codec
from engine.networks import catalogue

TOUCHES = (
    (os, "stat"),
    (os, "lstat"),
    (os, "access"),
    (os, "scandir"),
    (os, "listdir"),
    (os, "open"),
    (os, "mkdir"),
    (os, "replace"),
    (os, "unlink"),
    (os, "fsync"),
    (shutil, "disk_usage"),
    (builtins, "open"),
    (io, "open"),
)


@pytest.fixture
def touched(monkeypatch, tmp_path):
    """Where the disk was asked on the window's thread about files of the user's."""
    calls = []
    window_thread = threading.current_thread()

    def watched(name, function):
        def call(path, *arguments, **options):
            is_ours = isinstance(path, int) or str(path).startswith(str(tmp_path))
            if is_ours and threading.current_thread() is window_thread:
                calls.append(f"{name} {path}")
            return function(path, *arguments, **options)

        return call

    for module, name in TOUCHES:
        monkeypatch.setattr(module, name, watched(name, getattr(module, name)))
    return calls


@pytest.fixture
def filled(window, clips, qtbot):
    window.restore_queue()
    window.adding.add_files(clips[:3])
    qtbot.waitUntil(lambda: all(clip.plan and clip.thumbnail for clip in window.model))
    return window


def test_the_guard_sees_what_it_has_to_see(touched, tmp_path):
    (tmp_path / "a").exists()
    (tmp_path / "a").is_dir()
    (tmp_path / "b").write_text("b")
    shutil.disk_usage(tmp_path)
    assert [call.split()[0] for call in touched][:2] == ["stat", "stat"]
    assert {"open", "disk_usage"} <= {call.split()[0] for call in touched}


def test_adding_selecting_editing_and_restoring_ask_no_disk(
    *, filled, qtbot, clips, tmp_path, touched
):
    window = filled
    window.adding.add_paths([clips[3], tmp_path])
    qtbot.waitUntil(lambda: len(window.model) > 4)
    qtbot.waitUntil(lambda: all(clip.plan and clip.thumbnail for clip in window.model))
    for row in range(3):
        window.clip_list.select(window.model.index(row, 0))
    window.clip_list.selectAll()
    window.editing.edit(lambda options: replace(options, strength=0.5, codec=Codec.HEVC))
    window.editing.choose_folder(tmp_path / "elsewhere")
    window.panel.timeline.set_position(3.0)
    window.panel.timeline.set_end(5.0)
    qtbot.waitUntil(lambda: all(clip.plan for clip in window.model))
    for clip in window.model:
        window.model.touch(clip)
        assert window.queue.expected_output(clip) is not None
    window.editing.request_preview()
    qtbot.waitUntil(lambda: window.strip.frame_count == 3)
    window.clip_list.select(window.model.index(0, 0))
    window.adding.remove_selected()
    window.adding.look_again()
    window.foot.say("?")
    qtbot.wait(700)  # the queue is written by now
    assert touched == []


def test_rendering_asks_no_disk(*, filled, qtbot, touched):
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    assert {clip.state for clip in filled.model} == {ClipState.DONE}
    filled.clip_list.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.wait(400)
    assert touched == []


def test_the_queue_is_written_all_the_same(filled, qtbot, tmp_path):
    path = tmp_path / "state" / "queue.json"
    qtbot.waitUntil(lambda: path.exists() and path.read_text().count("tape") == 3)
    filled.adding.remove_selected()
    filled.close()  # before it is written in the background
    again = QueueFile(path)
    qtbot.waitUntil(lambda: not filled.isVisible())
    assert [Path(entry.path).name for entry in again.open()] == ["tape 2.avi", "tape 3.avi"]
    again.close()


def test_the_page_of_models_asks_no_disk(*, filled, qtbot, tmp_path, monkeypatch, touched):
    monkeypatch.setattr(catalogue, "models_folder", lambda: tmp_path / "models")
    filled.models.open_page()
    page = filled.models.page
    qtbot.waitUntil(lambda: page.current is not None)
    page.list.setCurrentRow(page.list.count() - 1)
    filled.models.choose("realesr-general-x4v3")
    page.open_at("realesrgan-x4plus", "realesr-general-x4v3")
    qtbot.waitUntil(lambda: page.current.entry.name == "realesrgan-x4plus")
    qtbot.wait(100)
    assert touched == []
