"""What two files have to share to be the same film: asked of Debian's ffmpeg, not of our own."""

import subprocess

from tests.video.clips import ffprobe, sound_packets


def frame_checksums(path):
    """Time, length and MD5 of every decoded frame."""
    command = ["ffmpeg", "-v", "error", "-i", path, "-map", "0:v:0", "-vsync", "passthrough"]
    command += ["-enc_time_base", "-1", "-f", "framemd5", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if not line.startswith("#")]


def video_times(path):
    """Presentation time, decoding time and flags of every video packet."""
    entries = "packet=pts,dts,duration,flags"
    shown = ffprobe(path, "-select_streams", "v:0", "-show_entries", entries)
    return [sorted(packet.items()) for packet in shown["packets"]]


def assert_same_film(path, expected):
    assert frame_checksums(path) == frame_checksums(expected)
    assert video_times(path) == video_times(expected)
    has_sound = bool(ffprobe(expected, "-select_streams", "a", "-show_streams")["streams"])
    if has_sound:
        assert sound_packets(path) == sound_packets(expected)
