"""Streaming gives every frame once and, with enough lookahead, the numbers of the whole clip."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.networks.family import Direction
from engine.networks.realbasicvsr import PixelShuffleUpsample, RealBasicVSR
from engine.restoring.bands import bands, enlarged_bands, plain_band
from engine.restoring.plans import Plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.shots import ShotFrame
from engine.restoring.streaming import stream
from tests.unit.tiny import TINY

ONE_PASS = SoftRefinement(threshold=255.0)
TOLERANCE = 1e-5


@pytest.fixture(scope="module")
def network() -> RealBasicVSR:
    torch.manual_seed(1)
    net = RealBasicVSR(TINY).eval().requires_grad_(False)
    # Larger weights than at the start of a training, so that flow and propagation matter.
    for parameter in net.parameters():
        parameter.mul_(1.5)
    for level in net.basicvsr.spynet.basic_module:
        level.basic_module[-1].conv.weight.normal_(0, 0.2)
    return net


def clip(frames: int, height: int = 20, width: int = 24) -> torch.Tensor:
    generator = torch.Generator().manual_seed(frames)
    start = torch.rand(3, height + 8, width + frames + 8, generator=generator)
    moving = [start[:, 4 : 4 + height, i : i + width] for i in range(frames)]
    return torch.stack(moving).clamp(0, 1)


def streamed(
    net: RealBasicVSR,
    frames: torch.Tensor,
    plan: Plan,
    cuts: tuple[int, ...] = (0,),
    refine: SoftRefinement = ONE_PASS,
) -> tuple[list[int], torch.Tensor]:
    source = (ShotFrame((i, frame[None]), i in cuts) for i, frame in enumerate(frames))
    order, outputs = [], []
    for done in stream(net, source, plan, refine):
        order.append(done.item)
        bands = [band for _, band in enlarged_bands(net, done.features, plan.band_rows)]
        outputs.append(torch.cat(bands, dim=-2)[0])
    return order, torch.stack(outputs)


def backward(done):
    return done.features[1]


def forward(done):
    return done.features[2]


def whole(net: RealBasicVSR, frames: torch.Tensor) -> torch.Tensor:
    return net(frames[None]).output[0]


@settings(deadline=None, max_examples=20)
@given(
    frames=st.integers(1, 14),
    window=st.integers(1, 6),
    lookahead=st.integers(0, 4),
    band=st.integers(1, 30),
)
def test_every_frame_comes_out_once_and_in_order(network, frames, window, lookahead, band):
    plan = Plan(window_frames=window, lookahead_frames=lookahead, band_rows=band)
    order, outputs = streamed(network, clip(frames), plan)
    assert order == list(range(frames))
    assert outputs.shape == (frames, 3, 80, 96)


@settings(deadline=None, max_examples=20)
@given(frames=st.integers(1, 14), window=st.integers(1, 8), band=st.integers(1, 30))
def test_lookahead_to_the_end_of_the_shot_equals_the_whole_clip(network, frames, window, band):
    lr = clip(frames)
    _, outputs = streamed(network, lr, Plan(window, lookahead_frames=frames, band_rows=band))
    assert (outputs - whole(network, lr)).abs().max() <= TOLERANCE


@settings(deadline=None, max_examples=10)
@given(frames=st.integers(4, 14), window=st.integers(1, 6), lookahead=st.integers(0, 3))
def test_forward_features_are_those_of_the_whole_clip(network, frames, window, lookahead):
    lr = clip(frames)
    source = [ShotFrame((i, f[None]), i == 0) for i, f in enumerate(lr)]
    short = stream(network, source, Plan(window, lookahead), ONE_PASS)
    long = stream(network, source, Plan(frames, 0), ONE_PASS)
    for a, b in zip(short, long, strict=True):
        assert (forward(a) - forward(b)).abs().max() <= TOLERANCE


@settings(deadline=None, max_examples=15)
@given(frames=st.integers(6, 14), window=st.integers(1, 5), lookahead=st.integers(0, 4))
def test_backward_features_start_at_the_end_of_the_lookahead(network, frames, window, lookahead):
    """Those of a window are those of a clip that ends where its lookahead does."""
    lr = clip(frames)
    source = [ShotFrame((i, f[None]), i == 0) for i, f in enumerate(lr)]
    for done in stream(network, source, Plan(window, lookahead), ONE_PASS):
        start = done.item - done.item % window
        # Near the end of the shot everything that is left is restored in one go.
        is_last = start + window + lookahead >= frames
        stop = frames if is_last else start + window + lookahead
        alone = list(stream(network, source[:stop], Plan(frames, 0), ONE_PASS))[done.item]
        assert (backward(done) - backward(alone)).abs().max() <= TOLERANCE


def test_flows_of_neighbours_are_those_of_pairs(network):
    clips = torch.stack((clip(4), clip(4).flip(0)))
    to_next, to_previous = network.basicvsr.flows(clips)
    for n, i in ((0, 0), (0, 2), (1, 1)):
        here, there = clips[n, i : i + 1], clips[n, i + 1 : i + 2]
        for flow, pair in ((to_next, (here, there)), (to_previous, (there, here))):
            expected = network.basicvsr.spynet(*pair)
            assert (flow[n, i] - expected[0]).abs().max() <= 10 * TOLERANCE
    assert (to_next - to_previous).abs().max() > 0.1


def test_little_lookahead_changes_the_picture(network):
    """Else the tests above would pass without any propagation."""
    lr = clip(12)
    _, outputs = streamed(network, lr, Plan(window_frames=4, lookahead_frames=0))
    assert (outputs - whole(network, lr)).abs().max() > 100 * TOLERANCE


@settings(deadline=None, max_examples=15)
@given(
    lengths=st.lists(st.integers(1, 6), min_size=2, max_size=4),
    window=st.integers(1, 5),
)
def test_a_cut_resets_both_directions(network, lengths, window):
    shots = [clip(n) + 0.1 * k for k, n in enumerate(lengths)]
    cuts = tuple(sum(lengths[:k]) for k in range(len(lengths)))
    _, outputs = streamed(network, torch.cat(shots), Plan(window, 99), cuts)
    alone = torch.cat([whole(network, shot) for shot in shots])
    assert (outputs - alone).abs().max() <= TOLERANCE


@pytest.mark.parametrize("batch", [1, 3, 7])
def test_frames_are_read_only_as_they_are_needed(network, batch):
    """Memory does not depend on the length: an endless video gives its first frames."""
    read = 0

    def endless():
        nonlocal read
        frame = torch.rand(1, 3, 16, 16)
        while True:
            read += 1
            yield ShotFrame((read, frame), read == 1)

    plan = Plan(window_frames=3, lookahead_frames=2, batch_frames=batch)
    frames = stream(network, endless(), plan, ONE_PASS)
    for expected in range(1, 30):
        assert next(frames).item == expected
        assert read <= expected + 3 + 2 + (batch - 1)


def test_passes_are_decided_frame_by_frame(network):
    """The same frame is cleaned alike whatever surrounds it and however it is cut up."""
    lr = clip(8)
    refine = SoftRefinement(threshold=4.0)
    source = [ShotFrame((i, f[None]), i == 0) for i, f in enumerate(lr)]
    a = [f.passes for f in stream(network, source, Plan(2, 1), refine)]
    b = [f.passes for f in stream(network, source, Plan(8, 8), refine)]
    assert a == b


@settings(deadline=None, max_examples=25)
@given(
    lengths=st.lists(st.integers(1, 9), min_size=1, max_size=3),
    window=st.integers(1, 5),
    lookahead=st.integers(0, 3),
    batch=st.integers(2, 7),
)
def test_frames_prepared_in_batches_are_restored_alike(network, lengths, window, lookahead, batch):
    lr = torch.cat([clip(n) + 0.1 * k for k, n in enumerate(lengths)])
    cuts = tuple(sum(lengths[:k]) for k in range(len(lengths)))
    refine = SoftRefinement(threshold=4.0)
    one_by_one = Plan(window, lookahead)
    order, expected = streamed(network, lr, one_by_one, cuts, refine)
    batches = replace(one_by_one, batch_frames=batch)
    other_order, outputs = streamed(network, lr, batches, cuts, refine)
    assert other_order == order
    # These wild weights clean five times, and let rounding grow with every pass.
    assert (outputs - expected).abs().max() <= 10 * TOLERANCE * expected.abs().max()


@settings(deadline=None, max_examples=15)
@given(
    lengths=st.lists(st.integers(1, 9), min_size=1, max_size=3),
    window=st.integers(1, 5),
    lookahead=st.integers(0, 3),
)
def test_both_directions_at_once_restore_the_same(network, lengths, window, lookahead):
    """To the last bit: only the order of the steps is another."""
    lr = torch.cat([clip(n) + 0.1 * k for k, n in enumerate(lengths)])
    cuts = tuple(sum(lengths[:k]) for k in range(len(lengths)))
    plan = Plan(window, lookahead)
    order, expected = streamed(network, lr, plan, cuts)
    other_order, outputs = streamed(network, lr, replace(plan, runs_both_at_once=True), cuts)
    assert other_order == order
    assert torch.equal(outputs, expected)


def test_parked_features_are_places_of_their_own(network):
    """Pinned memory is rounded up: one block of all frames would be up to twice as large."""
    plan, lr = Plan(window_frames=3, lookahead_frames=2), clip(7)
    _, expected = streamed(network, lr, plan)
    parked = replace(plan, parks_features=True)
    _, outputs = streamed(network, lr, parked)
    assert torch.equal(outputs, expected)
    source = [ShotFrame((i, frame[None]), i == 0) for i, frame in enumerate(lr)]
    for chosen, blocks in ((plan, 1), (parked, 3)):
        done = list(stream(network, source, chosen, ONE_PASS))
        assert len({backward(d).untyped_storage().data_ptr() for d in done}) == blocks


def test_both_directions_take_turns(network, monkeypatch):
    steps, net, propagate = [], network.basicvsr, network.basicvsr.propagate

    def noted(direction, *others):
        steps.append("b" if direction is Direction.BACKWARD else "f")
        return propagate(direction, *others)

    monkeypatch.setattr(net, "propagate", noted)
    streamed(network, clip(4), Plan(window_frames=3, lookahead_frames=1, runs_both_at_once=True))
    assert "".join(steps) == "bfbfbfb" + "bf"


@settings(deadline=None, max_examples=10)
@given(window=st.integers(1, 5), lookahead=st.integers(0, 3), batch=st.integers(1, 5))
def test_a_stream_goes_on_where_a_window_ended(network, window, lookahead, batch):
    """With nothing but what was carried from it, as after a kill."""
    plan = Plan(window, lookahead, batch_frames=batch)
    source = [ShotFrame((i, f[None]), i == 0) for i, f in enumerate(clip(12))]
    carried, expected = None, []
    for done in stream(network, source, plan, ONE_PASS):
        expected.append((backward(done).clone(), forward(done)))
        if done.item == window - 1:
            carried = done.carried
    resumed = stream(network, source[window:], plan, ONE_PASS, carried=carried)
    for done, features in zip(resumed, expected[window:], strict=True):
        assert (backward(done) - features[0]).abs().max() <= TOLERANCE
        assert (forward(done) - features[1]).abs().max() <= TOLERANCE


@pytest.mark.parametrize(
    "plan", [{"window_frames": 0}, {"lookahead_frames": -1}, {"batch_frames": 0}]
)
def test_impossible_plans_are_refused(plan):
    with pytest.raises(ValueError, match="not a plan"):
        replace(Plan(), **plan)


@pytest.mark.parametrize("rows", [1, 3, 7, 20])
def test_the_plain_enlargement_in_bands_is_that_of_the_whole(rows):
    frame = clip(1)
    whole_frame = torch.nn.functional.interpolate(
        frame, scale_factor=4, mode="bicubic", align_corners=False
    )
    parts = [plain_band(frame, band) for band in bands(frame.shape[-2], rows, halo_rows=2, scale=4)]
    assert (torch.cat(parts, dim=-2) - whole_frame).abs().max() <= TOLERANCE


@pytest.mark.parametrize("rows", [1, 2, 3, 7, 20])
def test_the_tail_in_bands_is_that_of_the_whole(network, rows):
    generator = torch.Generator().manual_seed(1)
    lr = torch.rand(1, 3, 20, 24, generator=generator)
    backward, forward = torch.randn(2, 1, TINY.channels, 20, 24, generator=generator)
    parts = [band for _, band in enlarged_bands(network, (lr, backward, forward), rows)]
    whole_frame = network.basicvsr.upsample(lr, backward, forward)
    assert (torch.cat(parts, dim=-2) - whole_frame).abs().max() <= TOLERANCE


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize(("channels", "height", "width"), [(4, 5, 7), (32, 55, 320)])
def test_pixels_are_shuffled_alike_in_both_layouts(dtype, channels, height, width):
    """To the last bit: only the order of the work is another."""
    torch.manual_seed(0)
    double = PixelShuffleUpsample(channels, 24).to(dtype).requires_grad_(False)
    double.upsample_conv.weight.normal_()
    double.upsample_conv.bias.normal_()
    double.to(memory_format=torch.channels_last)
    features = torch.randn(2, channels, height, width).to(dtype)
    features = features.contiguous(memory_format=torch.channels_last)
    filtered = torch.nn.functional.leaky_relu(double.upsample_conv(features), 0.1)
    expected = torch.nn.functional.pixel_shuffle(filtered, 2)
    shuffled = double(features)
    assert torch.equal(shuffled, expected)
    assert shuffled.is_contiguous(memory_format=torch.channels_last)


def test_sixteen_bits_stay_close(network):
    """Flows and frames stay in 32-bit, so only the convolutions are rounded."""
    lr = clip(6)
    narrow = copy.deepcopy(network)
    narrow.set_precision(torch.bfloat16)
    _, exact = streamed(network, lr, Plan(3, 2))
    _, rounded = streamed(narrow, lr, Plan(3, 2))
    assert rounded.dtype is torch.float32
    assert (exact - rounded).abs().max() > 0
    assert (exact - rounded).square().mean().sqrt() < 0.01 * exact.std()
