"""The program, killed without warning or put to sleep, and with the same command started again."""

import signal
import time
from fractions import Fraction

from app.command_line.arguments import build_parser, options_from
from engine.files.lock import FileLock
from engine.jobs.choices import Repair
from engine.jobs.options import Job
from engine.rendering.preparing import computing_with
from engine.resuming.unfinished import folder_of
from tests.bench.kills import SHORT, Start, command_line
from tests.video.clips import make_clip
from tests.video.compare import assert_same_film
from tests.video.interrupted import FRAMES, UNEVEN, Run, picture

NAP_SECONDS = 1.0
ALL_REPAIRS = ("--repair", ",".join(Repair))
"""They look at pictures up to a second earlier and later."""


def test_a_render_that_is_killed_and_put_to_sleep_ends_the_same(tmp_path):
    """A process that sleeps keeps its lock."""
    source = make_clip(
        tmp_path / "in.mp4",
        times=UNEVEN,
        time_base=Fraction(1, 25),
        frames=[picture(index) for index in range(FRAMES)],
        sound="aac",
        sound_seconds=1.0,
    )
    output, locks = tmp_path / "out" / "killed.mp4", []
    output.parent.mkdir()

    def sleep(process):
        process.send_signal(signal.SIGSTOP)
        time.sleep(NAP_SECONDS)
        locks.append(FileLock.take(folder_of(output) / "lock"))
        process.send_signal(signal.SIGCONT)

    first = Start(source, output, "h264", act_at_frame=FRAMES // 2, words=ALL_REPAIRS)
    assert first.status != 0
    assert not output.exists()
    can_sleep = hasattr(signal, "SIGSTOP")
    nap = {"act_at_frame": 3 * FRAMES // 4, "act": sleep} if can_sleep else {}
    second = Start(source, output, "h264", words=ALL_REPAIRS, **nap)
    assert second.status == 0, second.errors
    assert 0 < second.first < 3 * FRAMES // 4
    assert second.last == FRAMES
    if can_sleep:
        assert locks == [None]
        assert second.seconds > NAP_SECONDS
    whole = tmp_path / "whole.mp4"
    words = command_line(source, whole, "h264", *ALL_REPAIRS)
    options = options_from(build_parser().parse_args(words))
    with computing_with(1):
        Run(Job(source=source, output=whole, options=options), policy=SHORT)
    assert_same_film(output, whole)
    assert [path.name for path in output.parent.iterdir()] == [output.name]
