"""Segments end where those of a render end, which sees its windows."""

import numpy as np
import pytest

from engine.cluster.cutting import SegmentEnds
from engine.rendering.segments import SegmentPolicy
from engine.restoring.streaming import WindowEnds

POLICY = SegmentPolicy(frames_before_cut=4)


def window_ends(shots, windows):
    """Where windows end in shots of these lengths, as the streams do it."""
    ends, start = [], 0
    for length in shots:
        inner = range(windows.frames, length - windows.least_after, windows.frames)
        ends += [(start + end, False) for end in inner]
        start += length
        ends.append((start, True))
    return ends


def segments_of_render(shots, windows, limit):
    """As `Stages` decides after each window."""
    ends, begin = [], 0
    for end, is_cut in window_ends(shots, windows)[:-1]:
        if POLICY.is_full(end - begin, limit, is_cut=is_cut):
            ends.append(end)
            begin = end
    return ends


def segments_of_cutter(shots, windows, limit):
    ends, found = SegmentEnds(windows, POLICY, limit), []
    starts = np.cumsum([0, *shots])[:-1]
    for number in range(sum(shots)):
        late = ends.end_before(number in starts)
        if late is not None:
            found.append(number - late)
    return found


@pytest.mark.parametrize("windows", [WindowEnds(5, 0), WindowEnds(6, 4), WindowEnds(1, 0)])
@pytest.mark.parametrize("limit", [7, 12, 24])
def test_segments_end_where_those_of_a_render_do(windows, limit):
    for seed in range(40):
        shots = np.random.default_rng(seed).integers(1, 40, 6).tolist()
        assert segments_of_cutter(shots, windows, limit) == segments_of_render(
            shots, windows, limit
        )


def test_frames_that_are_kept_count():
    ends = SegmentEnds(WindowEnds(1, 0), POLICY, 10, count=7)
    assert [ends.end_before(False) for _ in range(5)] == [None, None, None, 0, None]


def test_a_segment_may_not_end_before_its_first_new_frame():
    ends = SegmentEnds(WindowEnds(1, 0), POLICY, 10, count=7)
    assert ends.end_before(True) is None
