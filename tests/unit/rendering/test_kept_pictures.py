"""Pictures out of the network: kept for several looks, and bounded in bytes."""

import numpy as np

from engine.jobs.options import Options
from engine.rendering.kept_pictures import Enlarged, KeptPictures, Shaping


def look(threshold):
    return Shaping.of(Options(threshold=threshold))


def fill(kept, threshold, count=2):
    pictures = kept.of(look(threshold))
    for number in range(count):
        pictures[number] = Enlarged(np.zeros((10, 10, 3), np.uint8), 4, 1.0, 1)
    return pictures


def test_the_look_not_used_for_longest_goes_first():
    kept = KeptPictures(limit_bytes=1200)
    for threshold in (1.0, 2.0):
        fill(kept, threshold)
    assert len(kept.of(look(1.0))) == 2
    fill(kept, 3.0)
    kept.of(look(4.0))
    assert len(kept.of(look(1.0))) == 2
    assert len(kept.of(look(2.0))) == 0


def test_the_look_in_use_stays_however_large_it_is():
    kept = KeptPictures(limit_bytes=1)
    fill(kept, 1.0, count=9)
    assert len(kept.of(look(1.0))) == 9
    kept.of(look(2.0))
    assert len(kept.of(look(1.0))) == 0


def test_what_only_mixes_or_finishes_is_the_same_look_to_the_network():
    options = Options(strength=0.4, grain=0.2)
    assert Shaping.of(options) == Shaping.of(Options())
    assert Shaping.of(Options(model="another")) != Shaping.of(Options())
    assert Shaping.of(Options(denoise=0.5)) != Shaping.of(Options())
