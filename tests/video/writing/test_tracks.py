"""What lies beside the picture, in files that the real clips do not cover."""

import subprocess
from fractions import Fraction
from itertools import takewhile
from threading import Event

import av
import pytest

from engine.jobs.choices import Codec, Container, Deinterlace
from engine.jobs.events import Progressed, Warned, WarningKind
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from engine.video.probing.probe import probe
from engine.video.writing.containers import choose_container, losses
from tests.video.clips import ffprobe, make_clip, sound_packets
from tests.video.writing.test_writer import copy

SRT = """1
00:00:00,040 --> 00:00:00,120
Happy <i>birthday</i>

2
00:00:00,200 --> 00:00:00,360
Übermorgen
"""


def run_ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], check=True, timeout=60)


def with_extras(tmp_path, *, tags=(), name="rich.mkv", sound="pcm_s16le"):
    """A clip with subtitles, a font and a cover picture, put together by the ffmpeg program."""
    clip = make_clip(tmp_path / "plain.mkv", sound=sound)
    subtitles, font, cover = (tmp_path / n for n in ("words.srt", "Letters.ttf", "cover.png"))
    subtitles.write_text(SRT)
    font.write_bytes(bytes(range(256)) * 8)
    run_ffmpeg("-f", "lavfi", "-i", "color=red:s=32x24", "-frames:v", "1", cover)
    attached = ["-attach", font, "-metadata:s:t:0", "mimetype=font/ttf"]
    attached += ["-attach", cover, "-metadata:s:t:1", "mimetype=image/png"]
    metadata = [part for tag in tags for part in ("-metadata", tag)]
    rich = tmp_path / name
    run_ffmpeg(
        *("-i", clip, "-i", subtitles, "-map", "0", "-map", "1", "-c", "copy", *attached),
        *metadata,
        *("-metadata:s:s:0", "language=fra", "-metadata:s:s:0", "title=Words"),
        *("-metadata:s:v:0", "title=Camera", rich),
    )
    return rich


def streams_of(path, kind):
    return ffprobe(path, "-select_streams", kind, "-show_streams")["streams"]


def subtitles_of(path):
    done = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", path, "-map", "0:s:0", "-f", "srt", "-"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def samples_of(path):
    command = ["ffmpeg", "-v", "error", "-i", path, "-map", "0:a:0", "-f", "md5", "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def attachments_of(path):
    with av.open(str(path)) as container:
        return {s.name: s.data for s in container.streams.attachments}


def cover_of(path):
    with av.open(str(path)) as container:
        (cover,) = (s for s in container.streams.video if s.disposition & 0x400)
        packet = next(container.demux(cover))
        return bytes(packet)


def test_matroska_keeps_everything(tmp_path):
    source, output = with_extras(tmp_path), tmp_path / "out.mkv"
    assert choose_container(probe(source), None, None) is Container.MKV
    assert copy(source, output) == []
    assert attachments_of(output) == {"Letters.ttf": (tmp_path / "Letters.ttf").read_bytes()}
    assert cover_of(output) == (tmp_path / "cover.png").read_bytes()
    assert subtitles_of(output) == SRT.strip()
    (words,) = streams_of(output, "s")
    assert (words["tags"]["language"], words["tags"]["title"]) == ("fra", "Words")
    assert streams_of(output, "v:0")[0]["tags"]["title"] == "Camera"
    (before,), (after,) = sound_packets(source).values(), sound_packets(output).values()
    assert [checksum for _, checksum in after] == [checksum for _, checksum in before]


@pytest.mark.parametrize("suffix", [".mp4", ".mov"])
def test_subtitles_of_text_are_converted_with_their_times(tmp_path, suffix):
    source, output = with_extras(tmp_path, sound="aac"), tmp_path / f"out{suffix}"
    container = Container(suffix[1:])
    kinds = [warned.kind for warned in copy(source, output, container=container)]
    assert WarningKind.SUBTITLES_CONVERTED in kinds
    (words,) = streams_of(output, "s")
    assert (words["codec_name"], words["tags"]["language"]) == ("mov_text", "fra")
    assert subtitles_of(output) == SRT.strip()
    assert WarningKind.ATTACHMENT_DROPPED in kinds


def test_a_cover_stays_in_mp4(tmp_path):
    source, output = with_extras(tmp_path, sound="aac"), tmp_path / "out.mp4"
    copy(source, output)
    assert cover_of(output) == (tmp_path / "cover.png").read_bytes()


def test_words_of_mp4_become_words_of_matroska(tmp_path):
    rich = with_extras(tmp_path)
    source, output = tmp_path / "source.mp4", tmp_path / "out.mkv"
    run_ffmpeg(
        "-i", rich, "-map", "0:v:0", "-map", "0:s", "-c:v", "copy", "-c:s", "mov_text", source
    )
    assert choose_container(probe(source), None, None) is Container.MP4
    (warned,) = copy(source, output)
    assert warned.kind is WarningKind.SUBTITLES_CONVERTED
    assert streams_of(output, "s")[0]["codec_name"] == "subrip"
    assert subtitles_of(output) == SRT.strip()


def test_converted_subtitles_are_cut_to_the_range(tmp_path):
    source, output = with_extras(tmp_path, sound="aac"), tmp_path / "out.mp4"
    copy(source, output, start_seconds=0.16)
    assert subtitles_of(output) == "1\n00:00:00,040 --> 00:00:00,200\nÜbermorgen"


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".mov"])
def test_the_day_and_the_place_come_along(tmp_path, suffix):
    tags = ("creation_time=2009-08-07T06:05:04Z", "location=+48.2082+016.3738/", "title=Garden")
    source = with_extras(tmp_path, tags=tags, sound="aac")
    output = tmp_path / f"out{suffix}"
    copy(source, output, container=Container(suffix[1:]))
    found = {k.lower(): v for k, v in ffprobe(output, "-show_format")["format"]["tags"].items()}
    assert found["creation_time"] == "2009-08-07T06:05:04.000000Z"
    assert found["location"].startswith("+48.2082+016.37")
    assert found["title"] == "Garden"


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".mov"])
def test_what_a_phone_calls_by_its_own_names(tmp_path, suffix):
    clip, source = make_clip(tmp_path / "plain.mp4"), tmp_path / "phone.mov"
    day, place = "2011-09-25T12:09:54+0200", "+51.3889+006.8611+030.000/"
    run_ffmpeg(
        *("-i", clip, "-c", "copy", "-movflags", "use_metadata_tags"),
        *("-metadata", f"com.apple.quicktime.creationdate={day}"),
        *("-metadata", f"com.apple.quicktime.location.ISO6709={place}", source),
    )
    output = tmp_path / f"out{suffix}"
    copy(source, output, container=Container(suffix[1:]))
    found = {k.lower(): v for k, v in ffprobe(output, "-show_format")["format"]["tags"].items()}
    assert found["date"] == day
    assert found["creation_time"] == "2011-09-25T10:09:54.000000Z"
    assert found["location"].startswith("+51.38")


def test_a_date_that_is_none_is_kept_as_it_is(tmp_path):
    source, output = with_extras(tmp_path, tags=("date=summer 1987",)), tmp_path / "out.mkv"
    copy(source, output)
    found = {k.lower(): v for k, v in ffprobe(output, "-show_format")["format"]["tags"].items()}
    assert found["date"] == "summer 1987"
    assert "creation_time" not in found


def test_facts_of_the_old_file_do_not_stay(tmp_path):
    tags = ("NUMBER_OF_FRAMES=7", "BPS-eng=123", "ARTIST=Grandma")
    source = with_extras(tmp_path, tags=tags, sound="aac")
    copy(source, tmp_path / "out.mkv")
    found = {
        k.lower(): v
        for k, v in ffprobe(tmp_path / "out.mkv", "-show_format")["format"]["tags"].items()
    }
    assert found.keys() == {"artist", "encoder"}
    copy(source, tmp_path / "out.mp4")
    assert streams_of(tmp_path / "out.mp4", "d") == []


@pytest.mark.parametrize(
    ("sound", "codec", "expected"),
    [
        ("pcm_s16le", Codec.H264, Container.MKV),
        ("aac", Codec.PRORES, Container.MOV),
        ("aac", Codec.AV1, Container.MP4),
        ("pcm_s16le", Codec.PRORES, Container.MOV),
        ("pcm_s16le", Codec.AV1, Container.MKV),
        ("flac", Codec.PRORES, Container.MKV),
    ],
)
def test_the_container_loses_least(tmp_path, sound, codec, expected):
    info = probe(make_clip(tmp_path / "clip.mkv", sound=sound))
    assert choose_container(info, None, None, codec) is expected


def test_words_and_plain_sound_go_into_mov_together(tmp_path):
    rich, source = with_extras(tmp_path), tmp_path / "camera.mov"
    run_ffmpeg(
        *("-i", rich, "-map", "0:v:0", "-map", "0:a", "-map", "0:s"),
        *("-c:v", "copy", "-c:a", "copy", "-c:s", "mov_text", source),
    )
    assert choose_container(probe(source), None, None) is Container.MOV
    output = tmp_path / "out.mov"
    assert copy(source, output, container=Container.MOV) == []
    assert samples_of(output) == samples_of(source)  # MOV cuts plain sound into packets anew
    assert subtitles_of(output) == SRT.strip()


def test_another_angle_is_mentioned(tmp_path):
    source = tmp_path / "two.mkv"
    clip = make_clip(tmp_path / "one.mkv", time_base=Fraction(1, 25))
    run_ffmpeg("-i", clip, "-map", "0:v", "-map", "0:v", "-c", "copy", source)
    (warned,) = copy(source, tmp_path / "out.mp4")
    assert (warned.kind, warned.count) == (WarningKind.PICTURE_DROPPED, 1)


def test_what_will_be_lost_is_said_before_the_work_and_once(tmp_path):
    source, output = with_extras(tmp_path), tmp_path / "out.mp4"
    events = []
    job = Job(source=source, output=output, options=Options(strength=0))
    summary = restore(job, events.append, Event())
    early = list(takewhile(lambda event: not isinstance(event, Progressed), events))
    expected = [
        Warned(WarningKind.SOUND_CONVERTED, detail="pcm_s16le"),
        Warned(WarningKind.SUBTITLES_CONVERTED, detail="subrip"),
        Warned(WarningKind.ATTACHMENT_DROPPED),
    ]
    assert [event for event in early if isinstance(event, Warned)] == expected
    assert [event for event in events if isinstance(event, Warned)] == expected
    assert list(summary.warnings) == expected


@pytest.mark.parametrize("container", [Container.MP4, Container.MKV, Container.MOV])
def test_what_is_foretold_is_what_happens(tmp_path, container):
    source = with_extras(tmp_path)
    happened = copy(source, tmp_path / f"out.{container}", container=container)
    assert set(losses(probe(source), container)) <= set(happened)


def label_first_picture(plain, path):
    run_ffmpeg("-i", plain, "-timecode", "01:02:03:20", "-c", "copy", path)


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv"])
@pytest.mark.parametrize(("start", "label"), [(None, "01:02:03:20"), (0.24, "01:02:04:01")])
def test_time_code_goes_on_from_the_first_picture(tmp_path, suffix, start, label):
    source, output = tmp_path / "tape.mov", tmp_path / f"out{suffix}"
    run_ffmpeg(
        "-i", make_clip(tmp_path / "a.mkv"), "-timecode", "01:02:03:20", "-c", "copy", source
    )
    assert probe(source).timecode == "01:02:03:20"
    assert probe(source).data_kinds == ()
    assert copy(source, output, container=Container(suffix[1:]), start_seconds=start) == []
    if suffix == ".mkv":
        assert ffprobe(output, "-show_format")["format"]["tags"]["TIMECODE"] == label
        return
    (track,) = streams_of(output, "d")
    assert (track["codec_tag_string"], track["tags"]["timecode"]) == ("tmcd", label)


def test_time_code_counts_in_the_frames_that_are_written(tmp_path):
    source, output = tmp_path / "tape.mov", tmp_path / "out.mp4"
    run_ffmpeg(
        "-i", make_clip(tmp_path / "a.mkv"), "-timecode", "01:02:03:20", "-c", "copy", source
    )
    options = Options(strength=0.0, deinterlace=Deinterlace.FIELD)
    restore(Job(source=source, output=output, options=options), lambda event: None, Event())
    (track,) = streams_of(output, "d")
    assert track["tags"]["timecode"] == "01:02:03:40"


@pytest.mark.parametrize(
    ("sound", "expected"),
    [
        ("pcm_mulaw", Container.MKV),
        ("adpcm_ima_qt", Container.MOV),
        ("adpcm_ms", Container.MP4),  # none holds it, and MP4 plays everywhere
        ("wmav2", Container.MP4),
        ("wavpack", Container.MKV),
    ],
)
def test_sound_of_old_cameras_goes_where_it_can_stay(tmp_path, sound, expected):
    suffix = {"adpcm_ms": ".avi", "wmav2": ".wmv", "wavpack": ".mka"}.get(sound, ".mov")
    clip = make_clip(tmp_path / "clip.mkv", codec="mpeg4")
    track = tmp_path / f"track{suffix}"
    run_ffmpeg("-f", "lavfi", "-i", "sine=d=0.4:r=44100", "-c:a", sound, track)
    source = tmp_path / f"film{suffix.replace('mka', 'mkv')}"
    run_ffmpeg("-i", clip, "-i", track, "-map", "0:v", "-map", "1:a", "-c", "copy", source)
    info = probe(source)
    assert choose_container(info, None, None) is expected
    for container in (Container.MP4, Container.MKV, Container.MOV):
        output = tmp_path / f"out.{container}"
        assert copy(source, output, container=container) == losses(info, container)


def camera_data(number):
    return bytes([number]) * 40


def with_camera_data(path):
    """A clip with four packets beside its picture, as the cameras of GoPro write them."""
    with av.open(str(make_clip(path.with_name("a.mkv"), times=range(25)))) as plain:
        packets = [packet for packet in plain.demux(video=0) if packet.size]
        with av.open(str(path), "w") as output:
            picture = output.add_stream_from_template(plain.streams.video[0], opaque=True)
            data = output.add_data_stream("bin_data")
            data.time_base = Fraction(1, 1000)
            data.metadata["handler_name"] = "GoPro MET"
            for packet in packets:
                packet.stream = picture
                output.mux_one(packet)
            for number in range(4):
                packet = av.Packet(camera_data(number))
                packet.stream, packet.time_base = data, Fraction(1, 1000)
                packet.pts = packet.dts = 250 * number
                packet.duration = 250
                output.mux_one(packet)
    return path


@pytest.mark.parametrize("suffix", [".mp4", ".mov"])
def test_what_the_camera_recorded_beside_the_picture_stays(tmp_path, suffix):
    source, output = with_camera_data(tmp_path / "ride.mp4"), tmp_path / f"out{suffix}"
    assert copy(source, output, container=Container(suffix[1:]), start_seconds=0.2) == []
    (track,) = streams_of(output, "d")
    assert (track["codec_tag_string"], track["tags"]["handler_name"]) == ("gpmd", "GoPro MET")
    entries = ("-show_entries", "packet=pts_time,size", "-show_data_hash", "md5")
    packets = ffprobe(output, "-select_streams", "d", *entries)["packets"]
    assert [float(packet["pts_time"]) for packet in packets] == pytest.approx([0.05, 0.3, 0.55])
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-i",
        output,
        "-map",
        "0:d",
        "-c",
        "copy",
        "-f",
        "data",
        "-",
    ]
    data = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    assert data == b"".join(map(camera_data, range(1, 4)))


def test_data_that_does_not_fit_is_named(tmp_path):
    source = with_camera_data(tmp_path / "ride.mp4")
    expected = [Warned(WarningKind.DATA_DROPPED, detail="gpmd")]
    assert copy(source, tmp_path / "out.mkv") == losses(probe(source), Container.MKV) == expected
    # What QuickTime files of Apple's phones have, which libavformat cannot write.
    phone = tmp_path / "phone.mov"
    phone.write_bytes(source.read_bytes().replace(b"gpmd", b"mebx"))
    for container in (Container.MP4, Container.MOV):
        (lost,) = copy(phone, tmp_path / f"out.{container}", container=container)
        assert losses(probe(phone), container) == [lost]
        assert lost == Warned(WarningKind.DATA_DROPPED, detail="GoPro MET")
        assert streams_of(tmp_path / f"out.{container}", "d") == []
