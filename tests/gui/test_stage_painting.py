"""What is written on the stage."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from app.window.compare.stage_painting import chip_in

SENTENCE = (
    "/media/tapes/1994/summer/holiday_by_the_sea_first_tape_restored.mp4 is not a video that can"
    " be read, or its beginning or index is lost."
)


@pytest.fixture
def metrics(qapp):
    return QFontMetrics(QFont())


@pytest.mark.parametrize("width", [300, 480, 900])
def test_a_sentence_that_says_what_is_wrong_is_shown_whole(metrics, width):
    place = QRect(0, 0, width, 450)
    chip, shown = chip_in(metrics, SENTENCE, place, is_at_top=False)
    assert shown.replace("\u200b", "") == SENTENCE
    assert place.toRectF().contains(chip)


def test_a_caption_stays_one_line(metrics):
    chip, shown = chip_in(metrics, SENTENCE, QRect(0, 0, 300, 450), is_at_top=True)
    assert shown.endswith("…")
    assert chip.height() == metrics.height() + 12
