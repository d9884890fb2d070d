"""Which numbered pictures are one film, and which are loose photos."""

import struct
import zlib

import pytest

from engine.files.durable import fingerprint
from engine.files.pictures import is_from_camera, picture_size
from engine.files.sequences import files_of, find_sequence, sequence_name, without_repeats
from engine.files.sources import is_gone, kinds_left_out, videos_in


def png(path, width=64, height=48):
    header = b"IHDR" + struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    content = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + content)
    return path


def jpeg(path, width=64, height=48, *, maker=False):
    tiff = b"MM\0*" + struct.pack(">IH2HIII", 8, 1, 271, 2, 4, 0x41424300, 0)
    exif = b"Exif\0\0" + tiff if maker else b""
    app = b"\xff\xe1" + struct.pack(">H", 2 + len(exif)) + exif
    frame = b"\xff\xc0" + struct.pack(">H", 11) + b"\x08" + struct.pack(">2H", height, width)
    path.write_bytes(b"\xff\xd8" + app + frame + b"\x01\x01\x11\0")
    return path


def numbered(folder, numbers, form="scan_{:05}.png", make=png, **details):
    folder.mkdir(exist_ok=True)
    return [make(folder / form.format(number), **details) for number in numbers]


@pytest.mark.parametrize(
    ("form", "pattern"),
    [("scan_{:05}.png", "scan_%05d.png"), ("{}.PNG", "%d.PNG"), ("Rolle ö 2 {:03}.png", None)],
)
def test_a_folder_of_numbered_pictures(tmp_path, form, pattern):
    files = numbered(tmp_path / "reel", range(8, 15), form)
    found = find_sequence(tmp_path / "reel")
    assert found is not None
    assert list(found.files) == files
    assert found.numbers == tuple(range(8, 15))
    assert pattern is None or found.pattern.name == pattern
    assert files_of(found.pattern) == files
    assert find_sequence(files[3]) == found


def test_missing_numbers_leave_their_place(tmp_path):
    numbered(tmp_path / "reel", [1, 2, 5, 6, 7, 9])
    found = find_sequence(tmp_path / "reel")
    assert found is not None
    assert found.places == (0, 1, 4, 5, 6, 8)
    assert found.missing_count == 3


def test_every_second_number_is_no_gap(tmp_path):
    numbered(tmp_path / "reel", range(0, 20, 2))
    found = find_sequence(tmp_path / "reel")
    assert found is not None
    assert found.places == tuple(range(10))


@pytest.mark.parametrize(
    "pattern", ["scan_%05d.png", "scan_%d.png", "scan_*.png", "scan_0???1.png"]
)
def test_a_pattern_is_taken_at_its_word(tmp_path, pattern):
    numbered(tmp_path / "reel", [1, 1001])
    found = find_sequence(tmp_path / "reel" / pattern)
    assert found is not None
    assert len(found.files) == 2
    assert not is_gone(tmp_path / "reel" / pattern)
    assert is_gone(tmp_path / "reel" / "other_%d.png")


def test_a_pattern_without_numbers_goes_by_name(tmp_path):
    files = [png(tmp_path / f"{name}.png") for name in "abc"]
    found = find_sequence(tmp_path / "*.png")
    assert found is not None
    assert list(found.files) == files


def test_loose_photos_are_no_film(tmp_path):
    numbered(tmp_path / "sparse", range(1, 90, 13), "IMG_{:04}.png")
    png(tmp_path / "sparse" / "IMG_0002.png")
    numbered(tmp_path / "few", range(4))
    numbered(tmp_path / "camera", range(20), "DSC{:05}.jpg", jpeg, maker=True)
    for number in range(20):
        turned = {"width": 48, "height": 64} if number % 5 == 0 else {}
        numbered(tmp_path / "turned", [number], "p{:03}.jpg", jpeg, **turned)
        numbered(tmp_path / "cut", [number], "p{:03}.png", width=60 + number)
    for folder in tmp_path.iterdir():
        assert find_sequence(folder) is None, folder.name
    assert videos_in([tmp_path]) == []
    assert kinds_left_out([tmp_path])[".jpg"] == 40


def test_pictures_of_a_video_are_a_film_as_jpeg_too(tmp_path):
    numbered(tmp_path / "reel", range(20), "f{}.jpg", jpeg)
    assert find_sequence(tmp_path / "reel") is not None


def test_one_cut_picture_does_not_hide_a_film(tmp_path):
    files = numbered(tmp_path / "reel", range(30))
    png(files[0], width=99)
    assert find_sequence(tmp_path / "reel") is not None


def test_a_folder_is_one_clip_and_two_films_are_two(tmp_path):
    numbered(tmp_path / "one", range(9))
    numbered(tmp_path / "two", range(9), "a{:03}.png")
    numbered(tmp_path / "two", range(9), "b{:03}.png")
    (tmp_path / "film.mp4").touch()
    two = tmp_path / "two"
    expected = [tmp_path / "film.mp4", tmp_path / "one", two / "a%03d.png", two / "b%03d.png"]
    assert videos_in([tmp_path]) == expected
    assert kinds_left_out([tmp_path]) == {}
    assert find_sequence(two) is None


def test_all_pictures_of_a_film_given_at_once_are_one_clip(tmp_path):
    files = numbered(tmp_path / "reel", range(9))
    other = tmp_path / "a.mp4"
    assert without_repeats([*files, other, other]) == [files[0], other, other]
    assert videos_in(files) == files[:1]


def test_names_of_films(tmp_path):
    numbered(tmp_path / "reel", range(9))
    assert sequence_name(tmp_path / "reel") == "reel"
    assert sequence_name(tmp_path / "reel" / "scan_%05d.png") == "scan"
    assert sequence_name(tmp_path / "reel" / "%05d.png") == "reel"
    assert sequence_name(tmp_path / "reel" / "scan_00001.png") is None
    assert sequence_name(tmp_path / "film.mp4") is None


def test_the_content_of_a_sequence_has_one_checksum(tmp_path):
    files = numbered(tmp_path / "reel", range(9))
    before = fingerprint(files)
    assert fingerprint(files) == before
    files[4].write_bytes(files[4].read_bytes()[:-1] + b"!")
    assert fingerprint(files) != before


def test_sizes_of_pictures(tmp_path):
    assert picture_size(png(tmp_path / "a.png", 7, 5)) == (7, 5)
    assert picture_size(jpeg(tmp_path / "a.jpg", 7, 5, maker=True)) == (7, 5)
    assert is_from_camera(tmp_path / "a.jpg")
    assert not is_from_camera(jpeg(tmp_path / "b.jpg"))
    (tmp_path / "a.bmp").write_bytes(b"BM" + bytes(16) + struct.pack("<2i", 7, -5))
    assert picture_size(tmp_path / "a.bmp") == (7, 5)
    (tmp_path / "a.dpx").write_bytes(b"XPDS" + bytes(768) + struct.pack("<2I", 7, 5))
    assert picture_size(tmp_path / "a.dpx") == (7, 5)
    entries = struct.pack("<2HI2H2HI2H", 256, 3, 1, 7, 0, 257, 3, 1, 5, 0)
    tiff = b"II*\0" + struct.pack("<IH", 8, 2) + entries
    (tmp_path / "a.tif").write_bytes(tiff)
    assert picture_size(tmp_path / "a.tif") == (7, 5)
    for broken in (b"", b"\x89PNG", b"\xff\xd8\xff", b"II*\0" + bytes(4), tiff[:20], b"BM", b"x"):
        (tmp_path / "broken").write_bytes(broken)
        assert picture_size(tmp_path / "broken") is None
