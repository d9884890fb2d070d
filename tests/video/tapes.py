"""DV tapes: recordings of libavformat, one after the other, each with its date in the pictures."""

import subprocess


def make_recording(path, date, frames, *, tone=440, source="testsrc2=s=720x576:r=25"):
    """Write a DV file whose pictures say that it was recorded from ``date`` on."""
    seconds = frames / 25
    command = [
        *("ffmpeg", "-v", "quiet", "-y", "-f", "lavfi", "-i", source),
        *("-f", "lavfi", "-i", f"sine={tone}:sample_rate=48000:d={seconds + 2}"),
        *("-frames:v", str(frames + 8), "-pix_fmt", "yuv420p", "-ac", "2"),
        *("-metadata", f"creation_time={date}", "-c:v", "dvvideo", "-c:a", "pcm_s16le", path),
    ]
    subprocess.run([str(word) for word in command], check=True, timeout=60)
    path.write_bytes(path.read_bytes()[: frames * 144_000])
    return path


def make_tape(folder, *recordings):
    """Write recordings, each ``(date, frames)``, on one tape."""
    tape = folder / "tape.dv"
    parts = [
        make_recording(folder / f"{number}.dv", date, frames, tone=440 + 220 * number)
        for number, (date, frames) in enumerate(recordings)
    ]
    tape.write_bytes(b"".join(part.read_bytes() for part in parts))
    for part in parts:
        part.unlink()
    return tape
