"""Two streams of work end together, whatever becomes of either."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.devices.cuda_streams import current_stream_id, run_concurrently

CPU = torch.device("cpu")


@given(beside=st.integers(0, 5), here=st.integers(0, 5))
def test_both_are_carried_out_in_turns(beside, here):
    steps = []

    def work(name, count):
        for number in range(count):
            steps.append((number, name))
            yield number

    assert run_concurrently(CPU, work("beside", beside), work("here", here)) == list(range(here))
    assert steps == sorted(steps)
    assert len(steps) == beside + here


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a card of NVIDIA or AMD")
@pytest.mark.parametrize("fails", [False, True])
def test_a_card_computes_both_and_waits_for_them(fails):
    card = torch.device("cuda")
    streams, sums = set(), []

    def work(name):
        matrix = torch.full((2_000, 2_000), 1e-3, device=card)
        for _ in range(20):
            streams.add((name, current_stream_id(card)))
            matrix = matrix @ matrix * 0.5
            yield matrix
        sums.append(matrix.sum())
        if fails and name == "here":
            raise ValueError

    try:
        results = run_concurrently(card, work("beside"), work("here"))
    except ValueError:
        assert fails
    else:
        assert len(results) == 20
        torch.testing.assert_close(*sums)
    assert len({stream for _, stream in streams}) == len(streams) == 2
