"""What was measured is remembered per machine, and never gets in the way."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from engine.estimating import speeds
from engine.estimating.speeds import (
    EncoderSpeed,
    FrameWork,
    NetworkSpeed,
    network_from_render,
    remember,
)
from engine.jobs.choices import Codec, Encoder

PAL = 720 * 576
CORES = 4


def network(
    pixels: int,
    seconds: float,
    *,
    model: str = "m",
    device: str = "auto",
    is_processor: bool = True,
) -> NetworkSpeed:
    return NetworkSpeed(
        model=model,
        device=device,
        is_processor=is_processor,
        pixels=pixels,
        seconds_per_frame=seconds,
        cleaning_share=0.25,
    )


@pytest.fixture(autouse=True)
def cores(monkeypatch):
    monkeypatch.setattr(speeds, "_cores", lambda: CORES)


def encoder(pixels: int, seconds: float, codec: Codec = Codec.H264) -> EncoderSpeed:
    """Of that many seconds on all cores; alone it keeps half of them busy."""
    return EncoderSpeed(
        codec=codec,
        encoder="auto",
        pixels=pixels,
        seconds_per_frame=2 * seconds,
        processor_seconds_per_frame=CORES * seconds,
    )


FREE = encoder(1000, 1e-9)


def work(
    model: str = "m",
    device: str = "auto",
    pixels: int = PAL,
    *,
    codec: Codec = Codec.H264,
    written: int = 1000,
    cleanings: float = 1.0,
) -> FrameWork:
    return FrameWork(
        model=model,
        device=device,
        pixels=pixels,
        codec=codec,
        encoder=Encoder.AUTO,
        written_pixels=written,
        cleanings=cleanings,
    )


def seconds_per_frame(model: str, device: str, pixels: int) -> float | None:
    """With an encoder that takes no time."""
    remember(FREE)
    seconds = speeds.seconds_per_frame(work(model, device, pixels))
    return seconds and round(seconds, 6)


def test_nothing_is_promised_before_anything_was_measured():
    assert seconds_per_frame("m", "auto", PAL) is None


def test_the_nearest_size_counts():
    remember(network(1000, 1.0), network(100_000, 50.0))
    assert seconds_per_frame("m", "auto", 1000) == 1.0
    assert seconds_per_frame("m", "auto", 2000) == 2.0
    assert seconds_per_frame("m", "auto", 50_000) == 25.0


def test_models_and_devices_are_kept_apart():
    remember(network(PAL, 1.0), network(PAL, 2.0, model="n"), network(PAL, 3.0, device="cpu"))
    assert seconds_per_frame("m", "auto", PAL) == 1.0
    assert seconds_per_frame("n", "auto", PAL) == 2.0
    assert seconds_per_frame("m", "cpu", PAL) == 3.0
    assert seconds_per_frame("n", "cpu", PAL) is None


def test_the_latest_measurement_counts():
    remember(network(PAL, 1.0))
    remember(network(PAL, 2.0))
    assert seconds_per_frame("m", "auto", PAL) == 2.0


def test_machines_are_kept_apart(monkeypatch):
    remember(network(PAL, 1.0))
    monkeypatch.setattr(speeds.platform, "node", lambda: "another")
    assert seconds_per_frame("m", "auto", PAL) is None
    remember(network(PAL, 9.0))
    monkeypatch.undo()


def test_another_machine_does_not_overwrite_this_one(monkeypatch):
    remember(network(PAL, 1.0))
    with monkeypatch.context() as other:
        other.setattr(speeds.platform, "node", lambda: "another")
        remember(network(PAL, 9.0))
    assert seconds_per_frame("m", "auto", PAL) == 1.0


@pytest.mark.parametrize("seconds", [0.0, -1.0, math.inf, math.nan])
def test_what_is_no_measurement_is_not_kept(seconds):
    remember(network(PAL, seconds))
    assert seconds_per_frame("m", "auto", PAL) is None


@pytest.mark.parametrize("text", ["", "[]", "{", '{"x": 1}'])
def test_a_damaged_file_is_begun_anew(speeds_file, text):
    speeds_file.parent.mkdir()
    speeds_file.write_text(text)
    assert seconds_per_frame("m", "auto", PAL) is None
    remember(network(PAL, 1.0))
    assert seconds_per_frame("m", "auto", PAL) == 1.0


@pytest.mark.parametrize("damage", [("seconds_per_frame", "seconds"), ("{", "")])
def test_what_cannot_be_understood_is_set_aside_and_reported_once(speeds_file, caplog, damage):
    remember(network(PAL, 1.0))
    text = speeds_file.read_text().replace(*damage)
    speeds_file.write_text(text)
    for _ in range(3):
        assert speeds.seconds_per_frame(work()) is None
    assert len(caplog.records) == 1
    assert not speeds_file.exists()
    assert speeds_file.with_name("speeds.old.json").read_text() == text
    remember(network(PAL, 1.0))
    assert seconds_per_frame("m", "auto", PAL) == 1.0


def test_a_place_that_cannot_be_written_disturbs_nobody(speeds_file):
    speeds_file.parent.write_text("a file where the folder should be")
    remember(network(PAL, 1.0))
    assert seconds_per_frame("m", "auto", PAL) is None


def test_further_cleanings_cost_their_share():
    remember(network(PAL, 1.0), FREE)
    seconds = [speeds.seconds_per_frame(work(cleanings=count)) for count in (1, 3)]
    assert seconds == pytest.approx([1.0, 1.5])


def test_nothing_is_promised_without_the_encoder():
    remember(network(PAL, 1.0), encoder(1000, 0.5))
    assert speeds.seconds_per_frame(work(codec=Codec.HEVC)) is None
    remember(encoder(1000, 0.5, Codec.HEVC))
    assert speeds.seconds_per_frame(work(codec=Codec.HEVC)) == pytest.approx(1.5)


@pytest.mark.parametrize(("is_processor", "seconds"), [(True, 3.0), (False, 4.0)])
def test_on_the_processor_the_times_add_up_beside_a_card_the_longer_one_counts(
    is_processor, seconds
):
    remember(network(PAL, 1.0, is_processor=is_processor), encoder(500, 1.0))
    assert speeds.seconds_per_frame(work(written=1000)) == pytest.approx(seconds)


@pytest.mark.parametrize("is_processor", [True, False])
def test_a_render_teaches_what_the_network_takes(is_processor):
    remember(encoder(1000, 1.0))
    done = work(cleanings=3.0)
    learnt = network_from_render(4.0, done, is_processor=is_processor, cleaning_share=0.25)
    remember(learnt)
    assert speeds.seconds_per_frame(done) == pytest.approx(4.0)
    assert speeds.seconds_per_frame(work()) == pytest.approx(
        3.0 / 1.5 + 1.0 if is_processor else 4.0 / 1.5
    )


@pytest.mark.parametrize(("seconds", "is_processor"), [(1.1, False), (1.1, True), (0.5, True)])
def test_a_render_that_waited_for_its_encoder_teaches_nothing(seconds, is_processor):
    remember(encoder(1000, 1.0))
    assert (
        network_from_render(seconds, work(), is_processor=is_processor, cleaning_share=0.25) is None
    )


def test_a_render_keeps_the_measured_share_of_a_cleaning():
    remember(encoder(1000, 1.0), network(PAL, 1.0))  # a quarter
    done = work(cleanings=3.0)
    learnt = network_from_render(4.0, done, is_processor=True, cleaning_share=9.0)
    assert learnt == network(PAL, 2.0)


def test_a_render_teaches_nothing_where_the_encoder_is_unknown():
    assert network_from_render(4.0, work(), is_processor=True, cleaning_share=0.25) is None


def test_a_disturbed_measurement_replaces_none_that_was_quicker() -> None:
    for seconds, is_disturbed, kept in (
        (2.0, True, 2.0),
        (3.0, True, 2.0),
        (1.0, True, 1.0),
        (0.5, False, 0.5),
        (0.9, True, 0.5),
        (0.8, False, 0.8),
    ):
        remember(replace(network(PAL, seconds), is_disturbed=is_disturbed))
        (known,) = speeds.remembered().networks
        assert known.seconds_per_frame == kept
