"""Sentences and numbers as people read them."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from app.text import clock, language
from app.text.language import translate
from app.text.messages import translated
from engine.jobs.choices import OutputSize, SizeByFactor, SizeByHeight
from engine.jobs.translation import QT_TRANSLATE_NOOP

LONG_SECONDS = 600
"""From here on it is of interest when it will be over."""

_VERY_LONG_SECONDS = 24 * 3600

_TELEVISIONS = {
    720: QT_TRANSLATE_NOOP("Wording", "HD"),
    1080: QT_TRANSLATE_NOOP("Wording", "Full HD"),
    2160: QT_TRANSLATE_NOOP("Wording", "4K"),
}
"""Sizes by the names that televisions are sold under."""

rough_duration = clock.rough_duration


def pixels(size: tuple[int, int]) -> str:
    """A size: "1440 × 1080"."""
    return f"{size[0]} × {size[1]}"


def decimal(value: float) -> str:
    """A number with one decimal in the user's notation."""
    return language.decimal(value)


def size_choice(size: OutputSize | None) -> str:
    """The name of an output size in the list of choices."""
    match size:
        case None:
            return translate("Wording", "Automatic")
        case SizeByFactor(1):
            return translate("Wording", "Original size")
        case SizeByFactor(factor):
            return translate("Wording", "{factor} times").format(factor=factor)
        case SizeByHeight(short_side) if short_side in _TELEVISIONS:
            return translated(_TELEVISIONS[short_side], "Wording")
        case SizeByHeight(short_side):
            return f"{short_side}p"
        case _:
            return pixels((size.width, size.height))


def verdict(
    seconds: float | None, *, is_disturbed: bool = False, unused_card: str | None = None
) -> str:
    """What this computer can do, by the time that an hour of video from a tape takes it.

    Args:
        seconds: for an hour; None where it is not known yet.
        is_disturbed: other programs were busy while it was measured.
        unused_card: name of a graphics card that PyTorch was not built for.
    """
    text = translate("Wording", "Finding out how fast this computer is…")
    if seconds is not None:
        text = translate("Wording", "On this computer an hour from a PAL tape takes about {time}.")
        text = text.format(time=rough_duration(seconds))
    if unused_card is not None:
        more = translate(
            "Wording",
            "Its graphics card ({card}) is not used yet and would be many times faster: “Clips,"
            " Graphics card” says what it needs.",
        ).format(card=unused_card)
    elif is_disturbed:
        more = translate("Wording", "It was busy with other programs; it is measured again later.")
    elif seconds is not None and seconds > _VERY_LONG_SECONDS:
        more = translate(
            "Wording",
            "A graphics card is many times faster; without one, begin with your best minutes.",
        )
    else:
        return text
    return f"{text}\n{more}"


def outlook(
    count: int, seconds: float | None, *, is_running: bool, now: QDateTime | None = None
) -> str:
    """How long the queue will take, for below the list; empty where that is said elsewhere.

    Args:
        count: of the clips that are to be restored.
        seconds: until all are; None where unknown.
        is_running: they are being restored.
        now: the time of day; None: by the clock.
    """
    if seconds is None or count == 0 or (count == 1 and not is_running):
        return ""
    time = rough_duration(seconds)
    if not is_running:
        text = translate("Wording", "%n videos · about {time}", "", count)
        return text.format(time=time)
    if seconds < LONG_SECONDS:
        text = translate("Wording", "About {time} left for all") if count > 1 else ""
        return text.format(time=time)
    text = translate("Wording", "About {time} left, until {end}")
    return text.format(time=time, end=time_of_day(seconds, now=now))


def time_of_day(seconds: float, *, now: QDateTime | None = None) -> str:
    """When something will be over that takes so long: "23:40", "Tue 01:00" on a later day."""
    now = now or QDateTime.currentDateTime()
    end = now.addSecs(round(seconds))
    clock_time = QLocale().toString(end.time(), QLocale.FormatType.ShortFormat)
    if now.daysTo(end) > 1:
        clock_time = f"{QLocale().toString(end.date(), 'ddd')} {clock_time}"
    return clock_time


def queue_result(done: int, failed: int) -> str:
    """What came of the queue, in one sentence or two."""
    text = translate("Wording", "%n videos are restored.", "", done) if done else ""
    if not failed:
        return text
    fault = translate("Wording", "%n videos could not be restored.", "", failed)
    return f"{text} {fault}".strip()
