"""Comparing shapes of networks."""

from dataclasses import replace

import pytest

from engine.networks.realbasicvsr import RealBasicVSR, count_macs_per_pixel
from engine.training import search as module
from engine.training import train
from engine.training.evaluate import Score
from engine.training.search import SHAPES, search
from engine.training.settings import SMALL
from engine.training.validation import Half
from tests.unit.tiny import TINY

BUDGET_MACS, BUDGET_PARAMETERS = 0.6e6, 2e6


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_cost_about_the_same(name):
    cost = count_macs_per_pixel(SHAPES[name])
    assert cost == pytest.approx(count_macs_per_pixel(SMALL), rel=0.05)
    assert cost < BUDGET_MACS
    size = sum(p.numel() for p in RealBasicVSR(SHAPES[name]).parameters())
    assert size < BUDGET_PARAMETERS


def test_every_shape_is_trained_and_judged(tmp_path, monkeypatch):
    shapes = {"one": TINY, "two, wide": replace(TINY, channels=2 * TINY.channels)}
    trained, judged = [], []

    class Run:
        def __init__(self, settings):
            self.settings = settings

        def run(self):
            trained.append((self.settings.folder.name, self.settings.shape, self.settings.steps))

    def validate(network, folder):
        judged.append((network.shape, folder))
        ours = {"psnr": 27.5, "ssim": 0.8, "temporal": 5.0}
        plain = {"psnr": 26.0, "ssim": 0.75, "temporal": 7.0}
        named = (("ours", ours), ("bicubic", plain))
        return [Score("a", "vhs", Half.CHOOSE, method, values) for method, values in named]

    monkeypatch.setattr(module, "SHAPES", shapes)
    monkeypatch.setattr(module, "Trainer", Run)
    monkeypatch.setattr(module, "load_network", lambda path, build: build())
    monkeypatch.setattr(module, "validate", validate)
    settings = train.Settings(photos=tmp_path, folder=tmp_path, minutes=1, steps=7)
    found = list(search(settings, tmp_path / "clips"))
    assert trained == [("one", TINY, 7), ("two-wide", shapes["two, wide"], 7)]
    assert judged == [(shape, tmp_path / "clips") for shape in shapes.values()]
    assert [f.psnr_gain for f in found] == [1.5, 1.5]
    assert str(found[1]).startswith("| two, wide | ")
    assert "| +1.50 | +0.0500 | -2.00 |" in str(found[1])
