"""Renders that are over in a second: a tiny network and a small film."""

from fractions import Fraction

import pytest

from tests.unit.tiny import quick_network
from tests.video.clips import make_clip
from tests.video.interrupted import EVEN, FRAMES, picture


@pytest.fixture
def quick_renders(monkeypatch):
    """Restore with a tiny network; see `tests.video.interrupted.QUICK` for the segments."""
    network = quick_network()
    monkeypatch.setattr("engine.restoring.restorer._load", lambda *_, **_given: network)
    return network


@pytest.fixture
def source(request, tmp_path):
    (tmp_path / "films").mkdir()
    return make_clip(
        tmp_path / "films" / "in.mp4",
        times=getattr(request, "param", EVEN),
        time_base=Fraction(1, 25),
        frames=[picture(index) for index in range(FRAMES)],
        sound="aac",
        sound_seconds=1.0,
    )
