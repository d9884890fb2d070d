"""What a source is taken for at the first look, where names, flags or the first track mislead."""

import struct

import av
import numpy as np
import pytest

from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import WarningKind
from engine.video.colour import BT709, SMPTE170M, matrix_for
from engine.video.facts import PictureExtra, Scan
from engine.video.probing.panning import movement
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from engine.video.side_data import side_data_of
from engine.video.writing.containers import Container, losses
from tests.video.clips import make_clip
from tests.video.reported import run_ffmpeg, shelved

EXIF = b"\xff\xe1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\x04\0\0\0Cam\0\0\0\0\0"


def problem_of(path):
    with pytest.raises(InputVideoError) as caught:
        probe(path)
    return caught.value.reason


def photo(tmp_path, suffix="jpg"):
    path = tmp_path / f"photo.{suffix}"
    run_ffmpeg("-f", "lavfi", "-i", "testsrc2=s=160x120", "-frames:v", 1, path)
    return path


@pytest.mark.parametrize("default", ["both", "second"])
@pytest.mark.parametrize("suffix", ["mp4", "mkv", "mov"])
def test_a_thumbnail_track_is_not_the_film(tmp_path, suffix, default):
    path = tmp_path / f"in.{suffix}"
    run_ffmpeg(
        *("-i", photo(tmp_path), "-i", make_clip(tmp_path / "film.mp4"), "-map", "0:v"),
        *("-map", "1:v", "-c", "copy", "-disposition:v:0", "default" if default == "both" else 0),
        *("-disposition:v:1", "default", path),
    )
    info = probe(path)
    assert (info.stream_index, info.width, info.frame_count) == (1, 64, 10)


def test_notes_of_pictures_in_another_character_set_are_passed_over(tmp_path):
    film, folder = tmp_path / "in.avi", tmp_path / "pictures"
    folder.mkdir()
    run_ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48:d=0.2", folder / "%03d.jpg")
    maker = struct.pack(">IH2HI4sI", 8, 1, 271, 2, 4, b"\xb1\xe4\xf6\0", 0)
    exif = b"Exif\0\0MM\0*" + maker
    for path in folder.iterdir():
        data = path.read_bytes()
        path.write_bytes(
            data[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(exif)) + exif + data[2:]
        )
    run_ffmpeg("-framerate", 25, "-i", folder / "%03d.jpg", "-c", "copy", film)
    assert probe(film).frame_count == 5
    with Reader(probe(film)) as reader:
        assert len(list(reader)) == 5


def test_side_data_without_a_name_are_passed_over(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    run_ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48:d=0.2", folder / "%03d.jpg")
    for path in folder.iterdir():
        data = path.read_bytes()
        path.write_bytes(data[:2] + EXIF + data[2:])
    film = tmp_path / "in.avi"
    run_ffmpeg("-framerate", 25, "-i", folder / "%03d.jpg", "-c", "copy", film)
    with av.open(str(film)) as container:
        frames = list(container.decode(video=0))
    assert "EXIF" in {name for frame in frames for name in side_data_of(frame)}
    assert probe(film).frame_count == 5


def test_a_spatial_video_is_said_to_lose_its_second_view():
    info = probe(shelved("spatial_mvhevc.mp4"))
    assert info.picture_extras == (PictureExtra.STEREO,)
    assert WarningKind.STEREO_DROPPED in {w.kind for w in losses(info, Container.MP4)}


@pytest.mark.parametrize("suffix", ["jpg", "png", "bmp", "tiff", "webp"])
def test_a_photo_is_called_a_photo(tmp_path, suffix):
    assert problem_of(photo(tmp_path, suffix)) is InputProblem.PHOTO


def test_the_film_in_a_photo_is_found(tmp_path):
    film = make_clip(tmp_path / "film.mp4", sound="aac")
    path = tmp_path / "IMG.MP.jpg"
    path.write_bytes(photo(tmp_path).read_bytes() + film.read_bytes())
    info = probe(path)
    assert (info.width, info.frame_count, len(info.sound)) == (64, 10, 1)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{film}\n#EXT-X-ENDLIST\n"),
        ("list.ffconcat", "ffconcat version 1.0\nfile '{film}'\n"),
        ("list.txt", "ffconcat version 1.0\nfile '{film}'\n"),
        ("film.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 5004 RTP/AVP 96\n"),
    ],
)
def test_lists_of_other_files_are_not_opened(tmp_path, name, text):
    film = make_clip(tmp_path / "film.ts")
    path = tmp_path / name
    path.write_text(text.format(film=film))
    assert problem_of(path) is InputProblem.NOT_A_VIDEO


@pytest.mark.parametrize("scheme", [True, False])
def test_an_encrypted_film_is_refused(tmp_path, scheme):
    path = tmp_path / "in.mp4"
    key = (
        "-encryption_scheme",
        "cenc-aes-ctr",
        "-encryption_key",
        "76a6c65c5ea762046bd749a2e632ccbb",
    )
    key += ("-encryption_kid", "a7e61c373e219033c21091fa607bf3b8")
    run_ffmpeg("-i", make_clip(tmp_path / "a.mp4"), "-c", "copy", *(key if scheme else ()), path)
    if not scheme:  # the mark alone, as films of a shop have it
        path.write_bytes(path.read_bytes().replace(b"avc1\0\0\0\0", b"encv\0\0\0\0"))
    assert problem_of(path) in {InputProblem.ENCRYPTED, InputProblem.NOTHING_DECODES}


def test_an_encrypted_windows_film_is_refused(tmp_path):
    path = tmp_path / "in.wmv"
    run_ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48:d=0.4", "-c:v", "wmv2", path)
    assert probe(path).frame_count == 10
    data = bytearray(path.read_bytes())
    guid = bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e")
    entry = guid + (24 + 16).to_bytes(8, "little") + bytes(16)
    size = int.from_bytes(data[16:24], "little") + len(entry)
    data[16:24] = size.to_bytes(8, "little")
    data[24:28] = (int.from_bytes(data[24:28], "little") + 1).to_bytes(4, "little")
    path.write_bytes(data[:30] + entry + data[30:])
    assert problem_of(path) is InputProblem.ENCRYPTED


@pytest.mark.parametrize(
    ("size", "matrix"),
    [
        ((720, 608), SMPTE170M),
        ((720, 512), SMPTE170M),
        ((720, 576), SMPTE170M),
        ((768, 625), SMPTE170M),
        ((800, 600), BT709),
        ((1280, 720), BT709),
        ((None, 608), BT709),
    ],
)
def test_tapes_with_blanking_lines_have_the_colours_of_tapes(size, matrix):
    assert matrix_for(size[1], size[0]) == matrix


def panned(count, step, *, order=None, height=320, width=96):
    """Pictures of a fixed pattern that moves up by ``step`` lines for each field time."""
    rows, columns = np.mgrid[0:900, 0:width].astype(float)
    waves = np.sin(columns / 3.1) * np.cos(rows / 5.3) + np.sin(columns / 9.0 + rows / 7.0)
    scene = (120 + 50 * waves).clip(0, 255).astype(np.uint8)[..., None].repeat(3, 2)
    at = [scene[round(step * n) : round(step * n) + height] for n in range(2 * count)]
    if order is None:
        return at[::2]
    frames = []
    for first, second in zip(at[::2], at[1::2], strict=True):
        frame = first.copy()
        frame[1::2] = second[1::2]
        frames.append(frame)
    return frames


@pytest.mark.parametrize("height", [240, 320])
@pytest.mark.parametrize("step", [0.5, 1, 1.5])
def test_pictures_that_pan_are_whole(tmp_path, step, height):
    frames = panned(24, step, height=height)
    path = make_clip(tmp_path / "pan.mp4", times=range(24), frames=frames)
    assert probe(path).scan is Scan.PROGRESSIVE


def test_fields_that_pan_are_still_fields(tmp_path):
    frames = panned(24, 1, order="top")
    path = make_clip(tmp_path / "pan.mp4", times=range(24), frames=frames)
    assert probe(path).scan is Scan.INTERLACED


def test_the_reported_pan():
    assert probe(shelved("progressive_pan_240.mp4")).scan is Scan.PROGRESSIVE


def test_nothing_is_said_of_what_does_not_move():
    still = panned(2, 0)[0][..., 0]
    assert movement(still, still) is None


def test_unknown_data_of_a_camera_are_no_time_code(tmp_path):
    """Sony's cameras write a track of measurements ("rtmd") beside the picture."""
    film = make_clip(tmp_path / "film.mp4", sound="aac")
    data = bytearray(film.read_bytes())
    for old, new in ((b"soun", b"meta"), (b"mp4a", b"rtmd"), (b"SoundHandler", b"MetadataHand")):
        place = data.rfind(old)
        data[place : place + len(new)] = new
    film.write_bytes(data)
    info = probe(film)
    assert (info.timecode, info.data_kinds) == (None, ("MetadataHand",))
