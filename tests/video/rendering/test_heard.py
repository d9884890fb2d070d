"""What is heard in the preview is what the source has, and what a render writes."""

import threading

import numpy as np
import pytest

from engine.jobs.errors import Cancelled
from engine.jobs.options import Options
from engine.rendering.heard import RATE, read_stretch, stream_source
from engine.video.probing.probe import probe
from tests.unit.video.voices import hum, voice
from tests.video.reported import restored
from tests.video.writing.test_sound_repairs import clip, late_by, power, samples_of

SECONDS = 3.0


@pytest.fixture(scope="module")
def humming(tmp_path_factory):
    return clip(
        tmp_path_factory.mktemp("films") / "in.mkv", voice(SECONDS) + hum(voice(SECONDS), 50, 0.03)
    )


def heard(source, start, seconds, **options):
    both = read_stretch(probe(source), Options(**options), start, seconds, threading.Event())
    return [np.frombuffer(each, "f4").reshape(-1, 2).T for each in both]


def test_before_and_after_are_those_of_source_and_render(tmp_path, humming):
    restored(humming, tmp_path / "out.mkv", sound="hum,level")
    before, after = heard(humming, 1.5, 1.0, sound="hum,level")
    assert before.shape == after.shape == (2, RATE)
    for sound, path in ((before, humming), (after, tmp_path / "out.mkv")):
        written = samples_of(path)[:, 24_000:40_000]
        # Both at the lower of the two rates.
        slow = sound[:1, ::3]
        assert late_by(slow, written) == 0
        assert power(slow) == pytest.approx(power(written), abs=0.3)


def test_a_stretch_at_the_end_is_filled_with_silence(humming):
    before, after = heard(humming, 2.5, 1.0)
    assert before.shape == (2, RATE)
    assert np.array_equal(before, after)
    assert np.abs(before[:, -RATE // 3 :]).max() == 0
    assert np.abs(before[:, : RATE // 3]).max() > 0


def test_it_ends_when_nobody_wants_it_any_more(humming):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        read_stretch(probe(humming), Options(sound="level"), 0.0, 1.0, cancel)


def test_a_source_is_heard_from_a_moment_on(tmp_path):
    late = clip(tmp_path / "late.mkv", voice(SECONDS - 0.5), delay=0.4)
    (whole, _) = heard(late, 0.0, 2.9)
    for begin in (0.0, 1.5):
        data = b"".join(stream_source(probe(late), begin))
        sound = np.frombuffer(data, "f4").reshape(-1, 2).T
        assert sound.shape[1] == pytest.approx((2.9 - begin) * RATE, abs=100)
        assert late_by(sound[:, :RATE], whole[:, round(begin * RATE) :][:, :RATE]) == 0
