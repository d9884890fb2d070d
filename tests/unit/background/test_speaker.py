"""The loudspeaker loops without a gap, changes versions in place, and is a clock."""

import struct
import threading
import time

import pytest

from engine.background.speaker import RATE, LoopedSound, Speaker, StreamedSound, open_miniaudio


class FakeDevice:
    def __init__(self):
        self.fill, self.is_closed = None, False

    def open(self, fill):
        self.fill = fill
        return self

    def close(self):
        self.is_closed = True

    def heard(self, count):
        """The numbers on the left side of what the device asks for."""
        data = self.fill(count)
        assert len(data) == 8 * count
        return [left for left, _ in struct.iter_unpack("<2f", data)]


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def numbers(count, first=0):
    return b"".join(struct.pack("<2f", first + n, 0) for n in range(count))


@pytest.fixture
def device():
    return FakeDevice()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def speaker(device, clock):
    made = Speaker(device.open, clock)
    assert made.open()
    return made


def test_a_stretch_is_played_again_and_again_from_any_place(speaker, device):
    assert device.heard(3) == [0, 0, 0]  # nothing is to be played yet
    speaker.start(LoopedSound((numbers(4, 10),), 3 / RATE))
    assert device.heard(6) == [13, 10, 11, 12, 13, 10]
    speaker.pause()
    assert device.heard(2) == [0, 0]


def test_another_version_goes_on_at_the_same_place(speaker, device):
    loop = LoopedSound((numbers(8, 10), numbers(8, 50)))
    speaker.start(loop)
    assert device.heard(2) == [10, 11]
    loop.version = 1
    assert device.heard(2) == [52, 53]


def test_its_clock_tells_what_is_heard_and_never_goes_back(speaker, device, clock):
    speaker.start(LoopedSound((numbers(100),)))
    assert speaker.seconds() == 0.0
    told = []
    for _ in range(20):
        device.fill(RATE // 25)
        for _ in range(4):
            told.append(speaker.seconds())
            clock.now += 0.0099  # a device is never quite as fast as the computer's clock
    assert told == sorted(told)
    assert told[-1] == pytest.approx(20 / 25 - 0.04 + 0.03, abs=0.02)


def test_a_computer_without_a_device_says_so():
    assert not Speaker(lambda _fill: None).open()


def test_a_closed_device_is_opened_anew(speaker, device):
    speaker.close()
    assert device.is_closed
    assert speaker.open()


def test_a_real_device_asks_for_sound():
    """That which miniaudio has for computers without any: it takes sound at its own time."""
    miniaudio = pytest.importorskip("miniaudio")
    speaker = Speaker(lambda fill: open_miniaudio(fill, [miniaudio.Backend.NULL]))
    # Where other programs have all cores, the device that miniaudio makes up does not always start.
    assert any(speaker.open() for _attempt in range(10))
    speaker.start(LoopedSound((numbers(RATE),)))
    waited = threading.Event()
    deadline = time.monotonic() + 20
    while speaker.seconds() < 0.2 and time.monotonic() < deadline:
        waited.wait(0.01)
    assert speaker.seconds() >= 0.2
    speaker.close()


def test_the_clock_waits_for_sound_that_is_not_read_yet(speaker, device, clock):
    stream, never = StreamedSound(), threading.Event()
    speaker.start(stream)
    assert device.heard(3) == [0, 0, 0]
    clock.now += 5.0
    assert speaker.seconds() == 0.0
    stream.put(numbers(4, 10), never)
    assert device.heard(3) == [10, 11, 12]
    assert device.heard(3) == [13, 0, 0]
    stream.complete()
    assert device.heard(2) == [0, 0]
    clock.now += 0.2
    assert speaker.seconds() == pytest.approx(0.2 - 0.04, abs=0.001)


def test_reading_ahead_ends_when_nobody_listens():
    stream, cancel = StreamedSound(limit_seconds=2 / RATE), threading.Event()
    assert stream.put(numbers(4), cancel)
    cancel.set()
    assert not stream.put(numbers(4), cancel)
