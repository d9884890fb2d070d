"""The program, killed without warning or put to sleep, and with the same command started again."""

import signal
import time
from fractions import Fraction

import pytest

from engine.files.lock import FileLock
from engine.jobs.choices import Repair
from engine.resuming.unfinished import folder_of
from tests.bench.kills import Start
from tests.video.clips import make_clip
from tests.video.compare import assert_same_film
from tests.video.interrupted import FRAMES, UNEVEN, picture

NAP_SECONDS = 3.0
ALL_REPAIRS = ("--repair", ",".join(Repair))
"""They look at pictures up to a second earlier and later."""


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return make_clip(
        tmp_path_factory.mktemp("film") / "in.mp4",
        times=UNEVEN,
        time_base=Fraction(1, 25),
        frames=[picture(index) for index in range(FRAMES)],
        sound="aac",
        sound_seconds=1.0,
    )


@pytest.fixture(scope="module")
def whole(source):
    output = source.with_name("whole.mp4")
    undisturbed = Start(source, output, "h264", words=ALL_REPAIRS)
    assert undisturbed.status == 0, undisturbed.errors
    return output


def test_a_killed_render_with_all_repairs_goes_on_and_ends_the_same(tmp_path, source, whole):
    killed = tmp_path / "killed.mp4"
    first = Start(source, killed, "h264", act_at_frame=FRAMES // 2, words=ALL_REPAIRS)
    assert first.status != 0
    assert not killed.exists()
    second = Start(source, killed, "h264", words=ALL_REPAIRS)
    assert second.status == 0, second.errors
    assert second.first > 0
    assert_same_film(killed, whole)
    assert [path.name for path in tmp_path.iterdir()] == ["killed.mp4"]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing stops a process here")
def test_a_computer_that_sleeps_keeps_its_lock_and_goes_on(tmp_path, source, whole):
    output = tmp_path / "slept.mp4"
    locks = []

    def sleep(process):
        process.send_signal(signal.SIGSTOP)
        time.sleep(NAP_SECONDS)
        locks.append(FileLock.take(folder_of(output) / "lock"))
        process.send_signal(signal.SIGCONT)

    start = Start(source, output, "h264", act_at_frame=FRAMES // 3, act=sleep, words=ALL_REPAIRS)
    assert start.status == 0, start.errors
    assert locks == [None]
    assert start.seconds > NAP_SECONDS
    assert start.last == FRAMES
    assert_same_film(output, whole)
    assert [path.name for path in tmp_path.iterdir()] == ["slept.mp4"]
