"""Sound whose channels, rate or packets are not what libavformat makes of them."""

import struct
import subprocess

import numpy as np
import pytest

from engine.jobs.events import WarningKind
from engine.video.sound_layout import SoundLayout, _described
from tests.video.clips import ffprobe, sound_packets
from tests.video.reported import (
    FAULTS,
    kinds,
    restored,
    restored_in_child,
    run_ffmpeg,
    shelved,
    tone_hz,
)

RIGHT_LEFT, UNUSED = (2, 1), (0, 0)
SURROUND = (3, 1, 2, 5, 6, 4)


def labelled(tmp_path, labels):
    """A MOV whose channels have QuickTime's labels; channel n sounds at (n + 1) * 500 Hz."""
    tones = "|".join(f"sin({500 * (n + 1)}*2*PI*t)/4" for n in range(len(labels)))
    plain = tmp_path / "plain.mov"
    run_ffmpeg(
        *("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=0.4"),
        *("-f", "lavfi", "-i", f"aevalsrc={tones}:s=48000:d=0.4", "-c:v", "mjpeg"),
        *("-c:a", "pcm_s16be", plain),
    )
    data = bytearray(plain.read_bytes())
    # The description of the sound ends with the box of its layout, which is replaced.
    start = data.find(b"chan", data.find(b"twos")) - 4
    size = int.from_bytes(data[start : start + 4], "big") if start >= 0 else 0
    entries = b"".join(struct.pack(">II3f", label, 0, 0, 0, 0) for label in labels)
    box = b"chan" + struct.pack(">IIII", 0, 0, 0, len(labels)) + entries
    box = struct.pack(">I", len(box) + 4) + box
    entry = data.find(b"twos") - 4
    if start < 0:
        start = entry + int.from_bytes(data[entry : entry + 4], "big")
    data[start : start + size] = box
    grown = len(box) - size
    for name in (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd"):
        place = data.rfind(name, 0, entry) - 4
        length = int.from_bytes(data[place : place + 4], "big") + grown
        data[place : place + 4] = length.to_bytes(4, "big")
    length = int.from_bytes(data[entry : entry + 4], "big") + grown
    data[entry : entry + 4] = length.to_bytes(4, "big")
    path = tmp_path / f"{labels}.source.mov"
    path.write_bytes(data)
    return path


def pitches(path, channels):
    command = ["ffmpeg", "-v", "quiet", "-i", str(path), "-map", "0:a", "-f", "f32le", "-"]
    sound = np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, "f4")
    part = sound.reshape(-1, channels)[2400:16800]
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part))[:, None], axis=0))
    return (spectrum.argmax(axis=0) * 48000 / len(part) / 500).round().astype(int).tolist()


ALL_LABELS, SUFFIXES = (RIGHT_LEFT, UNUSED, SURROUND), ("mkv", "mov", "mp4")
REPORTED = FAULTS / "mov_channels_unused.mov"


@pytest.fixture(scope="module")
def films(tmp_path_factory):
    """All of them restored by one process that does not die; their warnings, by outputs."""
    folder, wanted = tmp_path_factory.mktemp("labelled"), []
    for labels in ALL_LABELS:
        source = labelled(folder, labels)
        wanted += [(source, folder / f"{labels}.{suffix}") for suffix in SUFFIXES]
    if REPORTED.exists():
        wanted.append((REPORTED, folder / "reported.mov"))
    warnings = restored_in_child(wanted)
    return {output.name: (output, warnings[output]) for _, output in wanted}


@pytest.mark.parametrize("labels", ALL_LABELS, ids=str)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_labelled_channels_do_not_kill_the_process(films, labels, suffix):
    output, warnings = films[f"{labels}.{suffix}"]
    is_reordered = labels != UNUSED and suffix == "mkv"
    assert len(warnings) == (suffix == "mp4" or is_reordered)
    (track,) = ffprobe(output, "-select_streams", "a", "-show_streams")["streams"]
    assert track["channels"] == len(labels)
    expected = list(range(1, len(labels) + 1))
    if suffix != "mov" and labels == RIGHT_LEFT:
        expected = [2, 1]  # left before right, as those have no name for their channels
    if suffix == "mkv" and labels == SURROUND:
        expected = [2, 3, 1, 6, 4, 5]
    if suffix != "mp4" or labels != SURROUND:
        assert pitches(output, len(labels)) == expected


def test_the_reported_layout(films):
    shelved(REPORTED.name)
    assert films["reported.mov"][1] == []


@pytest.mark.parametrize(
    ("name", "channels", "layout"),
    [
        ("stereo", 2, SoundLayout("stereo", 2)),
        ("2 channels (FR+FL)", 2, SoundLayout("FL+FR", 2, (1, 0))),
        ("2 channels (FL+FR)", 2, SoundLayout("FL+FR", 2)),
        ("2 channels (UNSD+UNSD)", 2, SoundLayout("stereo", 2)),
        ("2 channels (FL+FL)", 2, SoundLayout("stereo", 2)),
        ("16 channels", 16, SoundLayout("16 channels", 16)),
        ("3 channels (FL@Left+FR+USR1)", 3, SoundLayout("3.0", 3)),
        ("20 channels (" + "+".join(["UNSD"] * 20) + ")", 20, SoundLayout("20C", 20)),
        ("ambisonic 1+stereo", 6, SoundLayout("ambisonic 1+stereo", 6)),
    ],
)
def test_what_libavutil_calls_a_layout(name, channels, layout):
    assert _described(name, channels) == layout


def test_sixteen_channels_are_said_to_become_two(tmp_path):
    source = tmp_path / "in.mov"
    tones = "|".join(["sin(880*PI*t)/4"] * 16)
    run_ffmpeg(
        *("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=0.4"),
        *("-f", "lavfi", "-i", f"aevalsrc={tones}:s=48000:d=0.4", "-c:v", "mjpeg"),
        *("-c:a", "pcm_s16le", source),
    )
    output = tmp_path / "out.mp4"
    warnings = restored(source, output)
    assert [w.count for w in warnings if w.kind is WarningKind.CHANNELS_DROPPED] == [14]
    assert tone_hz(output)[0] == pytest.approx(440, abs=10)
    assert WarningKind.CHANNELS_DROPPED not in kinds(restored(source, tmp_path / "out.mkv"))


@pytest.mark.parametrize(("suffix", "kind"), [("mkv", "EVENED"), ("mp4", "CONVERTED")])
@pytest.mark.parametrize("rates", [(48000, 32000), (32000, 48000)])
def test_a_tape_that_changes_its_rate(tmp_path, suffix, kind, rates):
    parts = []
    for rate in rates:
        part = tmp_path / f"{rate}.dv"
        run_ffmpeg(
            *("-f", "lavfi", "-i", "testsrc2=s=720x576:r=25:d=0.4"),
            *("-f", "lavfi", "-i", f"sine=440:sample_rate={rate}:d=0.4", "-pix_fmt", "yuv420p"),
            *("-ac", 2, "-ar", rate, "-c:v", "dvvideo", "-c:a", "pcm_s16le", part),
        )
        parts.append(part.read_bytes())
    source, output = tmp_path / "tape.dv", tmp_path / f"out.{suffix}"
    source.write_bytes(b"".join(parts))
    assert WarningKind[f"SOUND_{kind}"] in kinds(restored(source, output))
    for start, end in ((0.1, 0.4), (0.6, 0.9)):
        pitch, seconds = tone_hz(output, start=start, end=end)
        assert pitch == pytest.approx(440, abs=10)
        assert seconds == pytest.approx(0.8, abs=0.06)


def test_packets_under_a_millisecond_keep_their_times(tmp_path):
    source, output = shelved("truehd.mkv"), tmp_path / "out.mkv"
    restored(source, output)
    (before,), (after,) = (sound_packets(path).values() for path in (source, output))
    assert [data for _, data in after] == [data for _, data in before]
    gaps = [late - early for (late, _), (early, _) in zip(after, before, strict=True)]
    assert max(gaps) - min(gaps) < 0.002


def test_sound_packets_of_one_block_follow_on_each_other(tmp_path):
    """RealMedia gives all of them the time of the block."""
    source, output = tmp_path / "in.rm", tmp_path / "out.mp4"
    run_ffmpeg(
        *("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1.5"),
        *("-f", "lavfi", "-i", "sine=440:sample_rate=8000:d=1.5", "-c:v", "rv20"),
        *("-c:a", "real_144", source),
    )
    restored(source, output)
    pitch, seconds = tone_hz(output)
    assert pitch == pytest.approx(440, abs=15)
    assert seconds == pytest.approx(1.5, abs=0.2)
