"""The hours in which nobody watches: when the queue works, and what comes at its end."""

import ctypes
import io
import sys
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTime

from app.window.desktop import awake, notification, power
from app.window.desktop.power import AtEnd
from app.window.queue.clips import ClipState
from app.window.queue.working_hours import Hours, WorkingHours
from app.window.queue_end import GRACE_SECONDS, QueueEnd
from engine.jobs.errors import InputProblem, InputVideoError


class FakeAwake:
    def __init__(self):
        self.told = []

    def keep(self, is_kept):
        if self.told[-1:] != [is_kept]:
            self.told.append(is_kept)


@pytest.fixture
def notified(monkeypatch):
    told = []
    monkeypatch.setattr(notification, "notify", lambda window, title, text: told.append(text))
    return told


@pytest.fixture
def filled(window, clips, qtbot, notified):
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    return window


@pytest.fixture
def end(filled, settings):
    """The end of the queue, over a computer that only notes what is wanted of it."""
    made = QueueEnd(
        filled.queue, settings, filled, awake=FakeAwake(), carry_out=lambda wanted: True
    )
    made.carried_out = []
    made._carry_out = made.carried_out.append
    return made


@pytest.mark.parametrize(
    ("start", "end", "now", "is_in"),
    [
        ("22:00", "07:00", "23:30", True),
        ("22:00", "07:00", "06:59", True),
        ("22:00", "07:00", "07:00", False),
        ("22:00", "07:00", "12:00", False),
        ("09:00", "17:00", "12:00", True),
        ("09:00", "17:00", "08:59", False),
        ("09:00", "09:00", "12:00", True),
    ],
)
def test_hours_go_over_midnight(start, end, now, is_in):
    times = [QTime.fromString(time, "HH:mm") for time in (start, end, now)]
    assert Hours(times[0], times[1]).include(times[2]) is is_in


def test_the_queue_pauses_outside_its_hours_and_goes_on_by_itself(filled, qtbot, restore):
    now = [QTime(23, 0)]
    hours = WorkingHours(filled.queue, filled, clock=lambda: now[0])
    hours.allow(Hours(QTime(22, 0), QTime(7, 0)))
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    now[0] = QTime(7, 0)
    hours.check()
    qtbot.waitUntil(lambda: not filled.queue.running_clips)
    assert [clip.state for clip in filled.model] == [ClipState.WAITING] * 2
    assert filled.queue.is_running
    qtbot.waitUntil(lambda: "Pauses until" in filled.side.outlook.text())
    assert restore.discarded == []
    restore.release()
    now[0] = QTime(22, 0)
    hours.check()
    qtbot.waitUntil(lambda: [c.state for c in filled.model] == [ClipState.DONE] * 2)


def test_hours_are_kept_and_shown(filled, settings):
    filled.menus.hours.trigger()
    assert settings.hours == Hours(QTime(22, 0), QTime(7, 0))
    assert filled.menus.hours.isChecked()
    filled.overnight._allow(Hours(QTime(1, 0), QTime(1, 0)))
    assert settings.hours == Hours(QTime(1, 0), QTime(1, 0))
    filled.menus.hours.trigger()
    assert settings.hours is None


def test_the_computer_stays_awake_while_the_queue_works(end, filled, qtbot, restore):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    assert end._awake.told == [True]
    restore.release()
    qtbot.waitUntil(lambda: not filled.queue.is_running)
    assert end._awake.told == [True, False]


def test_the_end_is_told(filled, qtbot, restore, notified, clips):
    restore.failures = {clips[1].name: InputVideoError(clips[1], InputProblem.READ_FAILED)}
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: bool(notified))
    assert "restored" in notified[0]
    assert "could not be restored" in notified[0]
    assert notified[0] in filled.foot.notice.text()


def test_stopping_the_queue_is_no_end(filled, qtbot, restore, notified):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: not filled.queue.running_clips)
    assert notified == []


def test_there_is_a_minute_to_say_no(end, filled, qtbot, settings):
    filled.menus.at_end_chosen.emit(AtEnd.SLEEP)
    assert settings.at_end is AtEnd.SLEEP
    end.on_ended(2, 0)
    countdown = end.countdown
    for _ in range(GRACE_SECONDS - 1):
        countdown.on_second()
    assert end.carried_out == []
    assert "sleep in 1 second" in countdown.text()
    countdown.on_second()
    assert end.carried_out == [AtEnd.SLEEP]
    end.on_ended(2, 0)
    end.countdown.reject()
    assert end.carried_out == [AtEnd.SLEEP]
    assert end.countdown is None


def test_a_queue_that_goes_on_calls_the_countdown_off(end, filled, settings, qtbot, restore):
    settings.at_end = AtEnd.SHUT_DOWN
    end.on_ended(1, 0)
    restore.waits = True
    filled.commands.toggle_queue()
    assert end.countdown is None
    assert end.carried_out == []


def test_the_title_of_the_window_tells_how_far_it_is(filled, qtbot, restore, clips):
    restore.waits = True
    filled.commands.toggle_queue()
    qtbot.waitUntil(lambda: filled.windowTitle().startswith("40"))
    assert clips[0].name in filled.windowTitle()
    restore.release()
    qtbot.waitUntil(lambda: filled.windowTitle() == "Homereel")


def test_cores_are_left_to_others_while_one_works(filled, restore):
    filled.menus.fewer_cores.trigger()
    assert restore.share == 0.5
    filled.menus.fewer_cores.trigger()
    assert restore.share == 1.0


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_each_system_has_its_commands(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert power.command_for(AtEnd.NOTHING) == []
    assert power.command_for(AtEnd.SLEEP) != power.command_for(AtEnd.SHUT_DOWN)
    told = notification.command_for("a", '" & rm')
    assert bool(told) is (system != "win32")
    assert not told or told[-1] == '" & rm', "text is never part of a script"
    assert bool(awake.inhibiting_command()) is (system != "win32")


def test_windows_is_kept_awake_and_let_go(monkeypatch):
    states = []
    kernel = SimpleNamespace(SetThreadExecutionState=states.append)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    computer = awake.Awake()
    computer.keep(True)
    computer.keep(True)
    computer.keep(False)
    assert states == [0x80000001, 0x80000000]


@pytest.mark.skipif(sys.platform == "win32", reason="no program is started there")
def test_nobody_waits_for_the_program_that_keeps_the_computer_awake(monkeypatch):
    may_start, has_ended, started = threading.Event(), threading.Event(), []

    def start(command, **_pipes):
        may_start.wait(20)
        started.append(command)
        return SimpleNamespace(stdin=io.BytesIO(), terminate=has_ended.set, wait=lambda _seconds: 0)

    monkeypatch.setattr(awake, "inhibiting_command", lambda: ["stay-awake"])
    monkeypatch.setattr("subprocess.Popen", start)
    computer = awake.Awake()
    computer.keep(True)
    assert not started
    computer.keep(False)
    may_start.set()
    assert has_ended.wait(20)
    assert started == [["stay-awake"]]


@pytest.mark.parametrize("wanted", [AtEnd.SLEEP, AtEnd.SHUT_DOWN])
def test_the_countdown_does_not_say_that_all_is_restored_where_something_failed(
    end, settings, wanted
):
    settings.at_end = wanted
    end.on_ended(1, 2)
    text = end.countdown.text()
    assert "All is restored" not in text
    assert "2 videos could not be restored" in text
    assert "60 seconds" in text
    end.countdown.reject()
