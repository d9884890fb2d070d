"""The sound of the preview leads its pictures; without a device these play on alone."""

import threading
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from app.window.compare.film import FilmClock
from app.window.compare.playback import Playback
from app.window.compare.preview_sound import PreviewSound
from engine.background.listening import Listening
from engine.background.player_thread import FrameQueue
from engine.background.speaker import RATE, Speaker
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import FilmFrame
from engine.jobs.options import Options
from engine.video.facts import SoundTrack
from tests.gui.fakes import source_info

TRACK = SoundTrack(
    index=1, codec="aac", sample_rate=48_000, channels=2, language=None, is_readable=True
)
TIMES = [n / 25 for n in range(10)]


class Device:
    """Plays as fast as the test tells it to."""

    is_there = True

    def open(self, fill):
        self.fill = fill
        return self if self.is_there else None

    def close(self):
        pass

    def play(self, seconds):
        self.fill(round(seconds * RATE))


@pytest.fixture
def device():
    return Device()


@pytest.fixture
def asked():
    return []


@pytest.fixture
def listening(qapp, device, asked):
    def read(stretch, _cancel):
        asked.append(stretch)
        silence = bytes(8 * round(stretch.length_seconds * RATE))
        return silence, silence

    thread = Listening(read=read, speaker=Speaker(device.open, clock=lambda: 0.0))
    yield thread
    thread.stop()
    assert thread.wait(5000)


@pytest.fixture
def playback(qapp):
    owner = QObject()
    made = Playback(owner, clock=lambda: 0.0)
    made.owner = owner
    yield made
    made.stop()


@pytest.fixture
def clip():
    info = replace(source_info("a.avi"), sound=(TRACK,), start_seconds=2.0)
    return SimpleNamespace(info=info, options=Options(sound="hum", end_seconds=9.0))


def test_the_sound_leads_and_pictures_are_dropped(
    *, qtbot, device, asked, listening, playback, clip
):
    sound, shown = PreviewSound(listening, playback, playback.owner), []
    playback.due.connect(shown.append)
    playback.start(TIMES, 3)
    with qtbot.waitSignal(listening.ready):
        sound.follow(clip, 5.0)
    (stretch,) = asked
    assert (stretch.start_seconds, stretch.length_seconds) == (3.0, pytest.approx(0.4))
    assert stretch.options == Options(sound="hum", end_seconds=9.0)
    qtbot.waitUntil(lambda: listening.speaker.is_playing)
    device.play(0.04)  # in the device, and not heard yet
    playback.advance()
    assert shown == []
    device.play(0.04)
    playback.advance()
    assert shown == [4]
    device.play(0.12)  # the window was busy
    playback.advance()
    assert shown == [4, 7]
    assert playback.dropped == 2


def test_it_falls_silent_with_the_pictures(qtbot, listening, playback, clip):
    sound = PreviewSound(listening, playback, playback.owner)
    playback.start(TIMES, 0)
    with qtbot.waitSignal(listening.ready):
        sound.follow(clip, 5.0)
    qtbot.waitUntil(lambda: listening.speaker.is_playing)
    sound.follow(clip, None)
    assert not listening.speaker.is_playing


def test_a_clip_without_sound_asks_for_none(asked, listening, playback, clip):
    sound = PreviewSound(listening, playback, playback.owner)
    clip.info = replace(clip.info, sound=())
    sound.follow(clip, 5.0)
    sound.is_wanted = False
    clip.info = replace(clip.info, sound=(TRACK,))
    sound.follow(clip, 5.0)
    assert not listening.isRunning()
    assert asked == []


def test_without_a_device_the_pictures_play_on(qtbot, device, listening, playback, clip):
    device.is_there = False
    sound = PreviewSound(listening, playback, playback.owner)
    playback.start(TIMES, 0)
    with qtbot.waitSignal(sound.changed):
        sound.follow(clip, 5.0)
    assert not sound.has_device
    assert playback.is_playing


def test_headphones_that_are_plugged_in_later_are_heard(
    *, qtbot, device, listening, playback, clip
):
    device.is_there = False
    sound = PreviewSound(listening, playback, playback.owner)
    playback.start(TIMES, 0)
    with qtbot.waitSignal(sound.changed):
        sound.follow(clip, 5.0)
    sound.follow(clip, None)
    device.is_there = True
    with qtbot.waitSignals([listening.ready, sound.changed]):
        sound.follow(clip, 5.0)
    assert sound.has_device
    assert listening.speaker.is_playing


class Hands:
    """Clocks that the test sets."""

    real = heard = 0.0


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def film_clock(hands):
    clock = FilmClock(lambda: hands.real)
    clock.start_with(lambda: hands.heard, 5.0)
    return clock


@pytest.fixture
def frames():
    queue = FrameQueue(limit=100)
    for number in range(50):
        queue.put(FilmFrame(5.0 + number / 25, None, None), threading.Event())
    return queue


def test_a_film_waits_for_its_sound_and_then_goes_by_it(hands, film_clock, frames):
    assert film_clock.due(frames).at_seconds == 5.0
    hands.real = 2.0
    assert film_clock.due(frames) is None
    hands.heard = 0.09
    assert film_clock.due(frames).at_seconds == 5.08
    hands.heard = 1.0  # the window was busy for long; the sound went on
    assert film_clock.due(frames).at_seconds == 6.0
    assert film_clock.dropped == 1 + 22


def test_a_film_goes_on_alone_where_the_sound_does_not_come(hands, film_clock, frames):
    assert film_clock.due(frames).at_seconds == 5.0
    hands.real = 4.0
    assert film_clock.due(frames).at_seconds == 5.04
    assert film_clock.due(frames) is None
    hands.real = 4.05
    assert film_clock.due(frames).at_seconds == 5.08


def test_sound_that_cannot_be_read_is_no_missing_device(qtbot, listening, playback, clip):
    def read(_stretch, _cancel):
        raise InputVideoError(clip.info.path, InputProblem.READ_FAILED)

    whole, listening._read = listening._read, read
    sound = PreviewSound(listening, playback, playback.owner)
    playback.start(TIMES, 0)
    with qtbot.waitSignal(listening.silent):
        sound.follow(clip, 5.0)
    qtbot.wait(20)
    assert sound.has_device, "another clip may well be heard"
    listening._read = whole
    with qtbot.waitSignal(listening.ready):
        sound.follow(clip, 6.0)
