"""The program, killed without warning and started again with the same command."""

from fractions import Fraction

from tests.bench.kills import Start
from tests.video.clips import make_clip
from tests.video.compare import assert_same_film
from tests.video.interrupted import FRAMES, UNEVEN, picture


def test_a_killed_render_goes_on_and_ends_the_same(tmp_path):
    source = make_clip(
        tmp_path / "in.mp4",
        times=UNEVEN,
        time_base=Fraction(1, 25),
        frames=[picture(index) for index in range(FRAMES)],
        sound="aac",
        sound_seconds=1.0,
    )
    whole, killed = tmp_path / "whole.mp4", tmp_path / "killed.mp4"
    undisturbed = Start(source, whole, "h264", None)
    assert undisturbed.status == 0, undisturbed.errors
    first = Start(source, killed, "h264", 0.6 * undisturbed.seconds)
    assert first.status != 0
    assert not killed.exists()
    second = Start(source, killed, "h264", None)
    assert second.status == 0, second.errors
    assert second.first > 0
    assert_same_film(killed, whole)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["in.mp4", "killed.mp4", "whole.mp4"]
