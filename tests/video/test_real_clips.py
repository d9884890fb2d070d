"""What people find on old disks, phones and tapes, read and written again at display size."""

import json
import re

import pytest

from engine.jobs.choices import Codec, SizeByFactor
from engine.jobs.errors import InputVideoError
from engine.video.facts import FieldOrder
from engine.video.geometry import output_size
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from engine.video.writing.containers import choose_container
from tests.shared import SHARED
from tests.video.clips import ffprobe, frame_times, sound_packets
from tests.video.film import Film

FOLDER = SHARED / "clips"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the collection of real clips is not beside the repository"
)

# Combed pictures, though not one of them is flagged as interlaced.
SEEN_INTERLACED = {"concert_720x480_broken_h264.mp4"}

# Small and odd: uneven times, late starts, edit lists, damage, interlacing, changes of size.
WRITTEN = [
    "awesome'movie.mov",
    "bear_161x121_odd_vp9.webm",
    "carphone_176x144_clean.mp4",
    "chat_floor_192x144_sizechange.flv",
    "cinepak_game_400x187.avi",
    "concert_720x480_broken_h264.mp4",
    "int_dvb_workshop_352x288_mpeg2.ts",
    "int_tv_news_704x480i_mpeg2.ts",
    "mjpeg_kodak_blanket_320x240.avi",
    "mpeg1_titles_352x288_sar.mpg",
    "nasa_320x180_2v2a2s.mp4",
    "pal8_skating_160x120_msvideo1.avi",
    "phone_pan_480x272_rot.mp4",
    "phone_plant_320x240.mp4",
    "real_rv20_wedding_320x240.rm",
    "roadtrip_426x240_10bit_vp9.webm",
    "sample.flv",
    "sample_missing_stsd.mp4",
    "sample_sef_super_slow_motion.mp4",
    "sample_with_chapters.mp4",
    "sample_with_srt.mkv",
    "sample_with_vobsub.mkv",
]


def manifest():
    path = FOLDER / "manifest.json"
    return {e["file"]: e for e in json.loads(path.read_text())} if path.exists() else {}


ENTRIES = manifest()


@pytest.mark.parametrize("name", ENTRIES)
def test_probe_agrees_with_the_collection(name):
    facts, expected = ENTRIES[name]["facts"], ENTRIES[name]["expected"]["result"]
    if expected == "refuse":
        with pytest.raises(InputVideoError):
            probe(FOLDER / name)
        return
    info = probe(FOLDER / name)
    assert (info.width, info.height) == (facts["width"], facts["height"])
    assert info.is_variable_frame_rate == facts["vfr"]
    assert info.is_flagged_interlaced == bool(facts["interlaced_frames"])
    assert info.is_interlaced == (info.is_flagged_interlaced or name in SEEN_INTERLACED)
    if info.is_flagged_interlaced:
        is_top_first = info.field_order is FieldOrder.TOP_FIRST
        assert is_top_first == facts["top_field_first"]
    assert (info.rotation_degrees + facts["rotation_deg"]) % 360 == 0
    assert len(info.sound) == len(facts["audio"])
    assert info.subtitle_count == len(facts["subtitles"])
    assert info.chapter_count == len(facts["chapters"])


@pytest.mark.parametrize("name", [name for name in WRITTEN if name in ENTRIES])
def test_frames_and_sound_come_through(tmp_path, name):
    facts = ENTRIES[name]["facts"]
    info = probe(FOLDER / name)
    output = tmp_path / f"out.{choose_container(info, None, None)}"
    with Reader(info) as reader:
        width, height = output_size(
            reader.width, reader.height, reader.sample_aspect, SizeByFactor(1)
        )
        frames = iter(reader)
        first = next(frames)
        with Film(
            info,
            output,
            width=width,
            height=height,
            codec=Codec.H264,
            container=choose_container(info, None, None),
            quality=35,
            start_seconds=None,
            end_seconds=None,
            time_base=first.time_base,
            overwrite=False,
            on_warning=lambda warned: None,
            preset="ultrafast",
        ) as writer:
            writer.write(first)
            for frame in frames:
                writer.write(frame)
            writer.finish()
    times = [time - info.start_seconds for time in frame_times(FOLDER / name, info.stream_index)]
    assert len(times) == facts["frames"]
    assert frame_times(output) == pytest.approx(times, abs=0.00101)
    assert reader.damaged_count == int((facts["damage"] or "0").split()[0])
    readable = {track.index for track in info.sound if track.is_readable}
    tracks = sound_packets(FOLDER / name)
    originals = [packets for index, packets in tracks.items() if index in readable]
    copies = list(sound_packets(output).values())
    assert len(copies) == len(originals)
    for original, copied in zip(originals, copies, strict=True):
        assert [checksum for _, checksum in copied] == [checksum for _, checksum in original]
        shifted = [time - info.start_seconds for time, _ in original]
        assert [time for time, _ in copied] == pytest.approx(shifted, abs=0.00101)
    check_what_lies_beside(FOLDER / name, output, facts)


def check_what_lies_beside(source, output, facts):
    """Compare subtitles, chapters, the day and the place, as ffprobe reports them."""
    entries = ("-show_format", "-show_streams", "-show_chapters")
    before, after = ffprobe(source, *entries), ffprobe(output, *entries)
    words = [s["codec_name"] for s in after["streams"] if s["codec_type"] == "subtitle"]
    assert words == [subtitle["codec"] for subtitle in facts["subtitles"]]
    assert [c["tags"]["title"] for c in after["chapters"]] == [
        c["title"] for c in facts["chapters"]
    ]
    old, new = (
        {k.lower(): v for k, v in shown["format"].get("tags", {}).items()}
        for shown in (before, after)
    )
    assert new.get("title") == old.get("title")
    if "creation_time" in old:
        days = [tags["creation_time"].replace(" ", "T")[:19] for tags in (old, new)]
        assert days[0] == days[1]
    if "location" in old:
        assert numbers(new["location"]) == pytest.approx(numbers(old["location"]), abs=1e-4)
    if "date" in old:
        assert new["date"] == old["date"]


def numbers(place):
    return [float(part) for part in re.findall(r"[+-][\d.]+", place)][:2]
