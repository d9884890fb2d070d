"""Renders that are over in a second: a tiny network, a small film, segments of five frames."""

from fractions import Fraction

import pytest
import torch

from engine.networks.realbasicvsr import RealBasicVSR
from tests.unit.tiny import TINY
from tests.video.clips import make_clip
from tests.video.interrupted import EVEN, FRAMES, SEGMENT_FRAMES, picture


@pytest.fixture
def quick_renders(monkeypatch):
    """Every frame is told of; segments are short and cross windows, shots and each other."""
    stages = "engine.rendering.stages."
    monkeypatch.setattr(stages + "_SEGMENT_FRAMES", SEGMENT_FRAMES)
    monkeypatch.setattr(stages + "_PLAIN_SEGMENT_FRAMES", SEGMENT_FRAMES)
    monkeypatch.setattr(stages + "_INTRA_SEGMENT_BYTES", 3 * 64 * 48 * SEGMENT_FRAMES)
    monkeypatch.setattr(stages + "_LEAST_SEGMENT_FRAMES", SEGMENT_FRAMES)
    monkeypatch.setattr(stages + "_EVENT_SECONDS", 0.0)
    monkeypatch.setattr("engine.rendering.waiting._RETRY_SECONDS", 0.05)
    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().to(memory_format=torch.channels_last)
    for parameter in network.parameters():
        parameter.requires_grad_(False)
    monkeypatch.setattr("engine.restoring.restorer._load", lambda name, device, precision: network)
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
