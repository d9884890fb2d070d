"""What the user says about a source, against what the file says."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from engine.jobs.choices import Borders, Codec, Colours, Crop, Deinterlace, Repair, Shape
from engine.jobs.options import Options
from engine.rendering.output import frames_per_picture, output_size_of, resolved, upright_size
from engine.video.colour import Colour, written_colour
from engine.video.facts import Finding, Scan, as_chosen, trimmed
from tests.gui.fakes import source_info

WIDE = source_info("tape.avi", width=720, height=576, aspect=Fraction(64, 45))
TURNED = source_info("phone.mp4", width=640, height=480, rotation=90, is_mirrored=True)


def test_nothing_chosen_changes_nothing():
    for info in (WIDE, TURNED):
        assert as_chosen(info, Options()) == info


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (Shape.AUTO, (1024, 576)),
        (Shape.STORED, (720, 576)),
        (Fraction(4, 3), (768, 576)),
        (Fraction(16, 9), (1024, 576)),
    ],
)
def test_the_shape(shape, size):
    info = as_chosen(WIDE, Options(shape=shape))
    assert (info.display_width, info.display_height) == size
    assert as_chosen(info, Options(shape=shape)) == info


def test_the_shape_is_that_of_the_upright_picture():
    info = as_chosen(TURNED, Options(shape=Fraction(9, 16)))
    assert info.display_width / info.display_height == pytest.approx(9 / 16, rel=0.002)


@pytest.mark.parametrize(("degrees", "size"), [(0, (640, 480)), (270, (480, 640))])
def test_a_turn_replaces_the_display_matrix_with_its_mirroring(degrees, size):
    info = as_chosen(TURNED, Options(rotation_degrees=degrees))
    assert (info.rotation_degrees, info.is_mirrored) == (degrees, False)
    assert (info.display_width, info.display_height) == size
    assert output_size_of(TURNED, Options(rotation_degrees=degrees)) == output_size_of(
        info, Options()
    )


def test_the_colours():
    colour = as_chosen(WIDE, Options(colours=Colours.BT709)).colour
    assert (colour.matrix, colour.transfer, colour.is_tagged) == (1, 1, True)
    rgb = replace(WIDE, colour=replace(WIDE.colour, matrix=0))
    assert as_chosen(rgb, Options(colours=Colours.BT709)) == rgb


@pytest.mark.parametrize(("transfer", "codec"), [(1, Codec.H264), (16, Codec.HEVC)])
def test_the_codec_goes_by_the_source(transfer, codec):
    info = replace(WIDE, colour=replace(WIDE.colour, transfer=transfer))
    assert resolved(info, Options())[1].codec is codec
    assert resolved(info, Options(codec=Codec.FFV1))[1].codec is Codec.FFV1


def test_borders_are_cut_off_where_that_is_wanted():
    info = replace(WIDE, borders_crop=Crop(0, 72, 720, 432))
    assert upright_size(info, Options())[:2] == (720, 576)
    assert upright_size(info, Options(borders=Borders.CROP))[:2] == (720, 432)
    chosen = Options(borders=Borders.CROP, crop=Crop(0, 0, 100, 100))
    assert upright_size(info, chosen)[:2] == (100, 100)
    assert upright_size(info, Options(borders=Borders.MASK))[:2] == (720, 576)
    assert upright_size(WIDE, Options(borders=Borders.CROP))[:2] == (720, 576)


def test_torn_lines_go_with_the_borders_unless_they_stay():
    torn = Finding(
        repair=Repair.SWITCHING,
        confidence=0.9,
        is_automatic=True,
        parameters=(("top", 0.0), ("bottom", 9.0)),
    )
    info = replace(WIDE, borders_crop=Crop(8, 0, 704, 576), findings=(torn,))
    assert trimmed(info, Options(borders=Borders.CROP)) == Crop(8, 0, 704, 566)
    assert trimmed(info, Options(borders=Borders.CROP, repair="off")) == info.borders_crop
    assert trimmed(info, Options(borders=Borders.KEEP)) is None


@pytest.mark.parametrize(
    ("scan", "way", "factor"),
    [
        (Scan.PROGRESSIVE, Deinterlace.AUTO, Fraction(1)),
        (Scan.INTERLACED, Deinterlace.FRAME, Fraction(1)),
        (Scan.INTERLACED, Deinterlace.FIELD, Fraction(2)),
        (Scan.TELECINED, Deinterlace.AUTO, Fraction(4, 5)),
        (Scan.TELECINED, Deinterlace.FRAME, Fraction(1)),
    ],
)
def test_frames_that_come_of_a_picture(scan, way, factor):
    assert frames_per_picture(replace(WIDE, scan=scan), Options(deinterlace=way)) == factor


@pytest.mark.parametrize(
    ("source", "height", "expected"),
    [
        ((6, 6, 6), 480, (6, 6, 6)),
        ((6, 5, 1), 1080, (1, 5, 1)),  # SD that becomes HD; what is named keeps its name
        ((6, 2, 6), 1080, (1, 1, 1)),
        ((1, 1, 1), 480, (6, 1, 6)),
        ((9, 9, 16), 480, (9, 9, 16)),  # HDR stays what it is
        ((9, 9, 18), 2160, (9, 9, 18)),
        ((9, 9, 14), 480, (9, 9, 14)),
        ((1, 12, 13), 1080, (1, 12, 13)),  # Display P3 of a phone
        ((5, 5, 4), 576, (6, 5, 4)),
    ],
)
def test_the_tags_that_are_written(source, height, expected):
    matrix, primaries, transfer = source
    colour = Colour(
        matrix=matrix,
        is_full_range=True,
        primaries=primaries,
        transfer=transfer,
        is_tagged=True,
    )
    written = written_colour(colour, height)
    assert (written.matrix, written.primaries, written.transfer) == expected
    assert not written.is_full_range
