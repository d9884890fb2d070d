"""Where shots begin: found by key frames, whatever they are."""

from fractions import Fraction

import pytest

from engine.rendering.cuts import cuts_between
from engine.video.probing.probe import probe
from tests.video.clips import make_clip
from tests.video.interrupted import CUT, FRAMES, picture

SHOTS = 3


@pytest.fixture(params=[("libx264", {"g": "12"}), ("libx264", {"g": "250"}), ("ffv1", {})])
def info(request, tmp_path):
    """A film of three times two shots."""
    codec, options = request.param
    suffix = "mkv" if codec == "ffv1" else "mp4"
    frames = [picture(index) for _ in range(SHOTS) for index in range(FRAMES)]
    path = make_clip(
        tmp_path / f"in.{suffix}",
        times=range(len(frames)),
        time_base=Fraction(1, 25),
        frames=frames,
        codec=codec,
        options=options,
    )
    return probe(path)


def test_every_cut_is_found_at_its_frame(info):
    frames = [CUT, FRAMES, FRAMES + CUT, 2 * FRAMES, 2 * FRAMES + CUT]
    expected = pytest.approx([frame / 25 for frame in frames], abs=0.011)
    assert cuts_between(info, 0.0, 4.0) == expected
    parts = [cut for start in (0, 1, 2, 3) for cut in cuts_between(info, start, start + 1)]
    assert parts == expected
