"""Sound that is repaired while a film is written: better, in step, and the same again."""

import subprocess
from dataclasses import replace

import numpy as np
import pytest

from engine.jobs.choices import Codec
from engine.jobs.events import WarningKind
from engine.jobs.options import Job
from tests.unit.video.voices import hum, voice
from tests.video.clips import ffprobe, sound_packets
from tests.video.compare import assert_same_film
from tests.video.interrupted import OPTIONS, Run
from tests.video.reported import kinds, restored, run_ffmpeg

RATE = 16_000
SECONDS = 3.0


def samples_of(path, track=0):
    """Decode a track by Debian's ffmpeg; ``(channels, samples)``."""
    (stream,) = ffprobe(path, "-select_streams", f"a:{track}", "-show_streams")["streams"]
    command = ["ffmpeg", "-v", "error", "-i", path, "-map", f"0:a:{track}", "-f", "f32le", "-"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return np.frombuffer(done.stdout, "f4").reshape(-1, stream["channels"]).T


def clip(path, samples, *codec, delay=0.0):
    """Write a small film with this sound, which begins ``delay`` seconds after the picture."""
    raw = path.with_suffix(".f32")
    raw.write_bytes(np.ascontiguousarray(samples.T, np.float32).tobytes())
    run_ffmpeg(
        *("-f", "lavfi", "-i", f"testsrc2=s=64x48:r=25:d={SECONDS}", "-itsoffset", delay),
        *("-f", "f32le", "-ar", RATE, "-ac", len(samples), "-i", raw, "-c:v", "libx264"),
        *("-preset", "ultrafast", *(codec or ("-c:a", "pcm_s16le")), path),
    )
    return path


def power(samples):
    return 10 * np.log10(np.square(samples, dtype=np.float64).mean() + 1e-20)


def tone(samples):
    """The strength of the lowest tone of the hum, in dB."""
    time = np.arange(samples.shape[1]) / RATE
    wave = np.exp(-2j * np.pi * 50 * time) * np.hanning(len(time))
    return 20 * np.log10(np.abs(samples[0] @ wave))


def late_by(samples, clean):
    """How many samples later the same voice is heard."""
    count = min(samples.shape[1], clean.shape[1])
    spectra = [np.fft.rfft(np.diff(each[0, :count]), 2 * count) for each in (samples, clean)]
    likeness = np.fft.irfft(spectra[0] * np.conj(spectra[1]))
    return (likeness.argmax() + count) % (2 * count) - count


@pytest.fixture(scope="module")
def humming(tmp_path_factory):
    clean = voice(SECONDS)
    path = tmp_path_factory.mktemp("films") / "in.mkv"
    return clip(path, clean + hum(clean, 50.0, 0.03)), clean


@pytest.mark.parametrize(
    ("suffix", "codec", "options"),
    [
        ("mkv", "flac", {}),
        ("mp4", "aac", {}),
        ("mov", "pcm_s16le", {}),
    ],
)
def test_the_hum_goes_and_the_sound_stays_in_step(tmp_path, humming, suffix, codec, options):
    source, clean = humming
    output = tmp_path / f"out.{suffix}"
    assert restored(source, output, sound="hum", **options) == []
    (track,) = ffprobe(output, "-select_streams", "a", "-show_streams")["streams"]
    assert track["codec_name"] == codec
    assert float(track["start_time"]) == pytest.approx(0.0, abs=0.001)
    done, before = samples_of(output), samples_of(source)
    assert abs(done.shape[1] - before.shape[1]) <= (1024 if codec == "aac" else 0)
    done = done[:, : clean.shape[1]]
    assert tone(done) < tone(before) - 20
    assert late_by(done, clean) == 0
    assert power(done) == pytest.approx(power(clean), abs=1)


def test_without_the_option_the_sound_is_kept_bit_for_bit(tmp_path, humming):
    source, _ = humming
    restored(source, tmp_path / "out.mkv")
    (before,), (after,) = (sound_packets(f).values() for f in (source, tmp_path / "out.mkv"))
    assert before == after


def test_sound_without_the_fault_is_kept_bit_for_bit_and_that_is_said(tmp_path):
    source = clip(tmp_path / "in.mkv", voice(SECONDS))
    warnings = restored(source, tmp_path / "out.mkv", sound="hum,mono")
    assert [(w.kind, w.detail) for w in warnings] == [
        (WarningKind.SOUND_FAULT_MISSING, "mono"),
        (WarningKind.SOUND_FAULT_MISSING, "hum"),
    ]
    (before,), (after,) = (sound_packets(f).values() for f in (source, tmp_path / "out.mkv"))
    assert before == after


@pytest.mark.parametrize("suffix", ["mkv", "mp4"])
def test_the_original_stays_as_a_second_track(tmp_path, humming, suffix):
    """In MP4, which has no place for PCM, it is converted as ever."""
    source, _ = humming
    output = tmp_path / f"out.{suffix}"
    warnings = restored(source, output, sound="hum", keeps_original_sound=True)
    assert kinds(warnings) == ({WarningKind.SOUND_CONVERTED} if suffix == "mp4" else set())
    shown = ffprobe(output, "-select_streams", "a", "-show_streams")["streams"]
    assert [track["disposition"]["default"] for track in shown] == [1, 0]
    names = [set(track.get("tags", {}).values()) for track in shown]
    assert ["Original sound" in found for found in names] == [False, True]
    kept, before = samples_of(output, 1), samples_of(source)
    count = before.shape[1]
    assert power(kept[:, :count] - before) < power(before) - 25
    assert power(samples_of(output)[:, :count] - before) > power(before) - 25


def test_sound_that_begins_late_begins_late(tmp_path):
    clean = voice(SECONDS - 0.5)
    source = clip(tmp_path / "in.mkv", clean + hum(clean, 60.0, 0.03), delay=0.4)
    restored(source, tmp_path / "out.mkv", sound="hum,hiss")
    (track,) = ffprobe(tmp_path / "out.mkv", "-select_streams", "a", "-show_streams")["streams"]
    assert float(track["start_time"]) == pytest.approx(0.4, abs=0.002)
    assert samples_of(tmp_path / "out.mkv").shape == samples_of(source).shape


def test_a_range_has_the_sound_of_the_range(tmp_path, humming):
    source, clean = humming
    restored(source, tmp_path / "out.mkv", sound="hum", start_seconds=1.0, end_seconds=2.0)
    done = samples_of(tmp_path / "out.mkv")
    assert done.shape[1] == pytest.approx(RATE, abs=1100)
    packets = next(iter(sound_packets(tmp_path / "out.mkv").values()))
    first = RATE + round(packets[0][0] * RATE)
    part = clean[:, first : first + done.shape[1]]
    assert late_by(done, part) == 0


def test_the_level_is_that_of_television(tmp_path, humming):
    source, _ = humming
    output = tmp_path / "out.mp4"
    restored(source, output, sound="hum,level")
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", output, "-map", "0:a"]
    command += ["-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    summary = told[told.rindex("Summary") :]
    loudness = float(summary.split("I:")[1].split()[0])
    peak = float(summary.split("Peak:")[1].split()[0])
    assert loudness == pytest.approx(-18, abs=0.7)
    assert peak < -1


def test_one_side_comes_to_both(tmp_path):
    sides = np.concatenate([np.zeros_like(voice(SECONDS)), voice(SECONDS)])
    source = clip(tmp_path / "in.mkv", sides)
    assert restored(source, tmp_path / "out.mkv", sound="mono") == []
    left, right = samples_of(tmp_path / "out.mkv")
    assert np.array_equal(left, right)
    assert power(left) == pytest.approx(power(sides[1]), abs=0.01)


def test_beside_pictures_both_lie_as_files(tmp_path, humming):
    source, _ = humming
    output = tmp_path / "out"
    options = {"codec": Codec.PNG, "sound": "hum", "keeps_original_sound": True}
    restored(source, output, end_seconds=1.0, **options)
    names = sorted(path.name for path in output.glob("*.wav"))
    assert names == ["sound original.wav", "sound.wav"]
    done, before = (samples_of(output / name) for name in reversed(names))
    assert done.shape == before.shape
    assert power(done) < power(before) - 1


@pytest.mark.usefixtures("quick_renders")
def test_an_interrupted_render_ends_as_an_undisturbed_one(tmp_path, humming):
    source, _ = humming
    chosen = replace(OPTIONS, sound="hum,level", end_seconds=1.0)
    whole, broken = tmp_path / "whole.mkv", tmp_path / "broken.mkv"
    Run(Job(source=source, output=whole, options=chosen))
    job = Job(source=source, output=broken, options=chosen)
    for stop in (7, 15, None):
        Run(job, stop)
    assert_same_film(broken, whole)
