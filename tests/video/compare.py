"""What two files have to share to be the same film: asked of Debian's ffmpeg, not of our own."""

import functools
import subprocess
from collections import defaultdict

from tests.video.clips import ffprobe


def frame_checksums(path):
    """Time, length and MD5 of every decoded frame."""
    [checksums] = _checksums(path)
    return checksums


def _checksums(*paths):
    """The same of several films, by one process: it starts for longer than it works."""
    inputs = [word for path in paths for word in ("-i", path)]
    streams = [word for number in range(len(paths)) for word in ("-map", f"{number}:v:0")]
    command = ["ffmpeg", "-v", "error", *inputs, *streams, "-vsync", "passthrough"]
    command += ["-enc_time_base", "-1", "-f", "framemd5", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    found = [[] for _ in paths]
    for line in done.stdout.splitlines():
        if not line.startswith("#"):
            number, _, about = line.partition(",")
            found[int(number)].append(about)
    return found


def packets(path):
    """Times and flags of every video packet; times and checksums of those of sound, by stream."""
    status = path.stat()
    return _packets(path, status.st_ino, status.st_mtime_ns, status.st_size)


@functools.lru_cache(maxsize=8)
def _packets(path, *_version):
    """The same; a film with which many are compared is looked at once."""
    entries = "packet=codec_type,stream_index,pts,pts_time,dts,duration,flags,data_hash"
    video, sound = defaultdict(list), defaultdict(list)
    for packet in ffprobe(path, "-show_entries", entries, "-show_data_hash", "md5")["packets"]:
        stream = packet["stream_index"]
        if packet["codec_type"] == "video":
            times = [packet.get(name) for name in ("pts", "dts", "duration", "flags")]
            video[stream].append(times)
        elif packet["codec_type"] == "audio":
            sound[stream].append((packet["pts_time"], packet["data_hash"]))
    return video[min(video)], sound


def assert_same_film(path, expected):
    ours, theirs = _checksums(path, expected)
    assert ours == theirs
    assert packets(path) == packets(expected)
