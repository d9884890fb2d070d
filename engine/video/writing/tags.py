"""Titles, dates and other words that a source says of itself, for a new file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from av.stream import Stream

# Of the old file's technical facts, and wrong for the new one.
_STALE_TAGS = frozenset(
    {
        "major_brand",
        "minor_version",
        "compatible_brands",
        "encoder",
        "duration",
        "filesize",
        "timecode",
        "bps",
        "number_of_frames",
        "number_of_bytes",
        "vendor_id",
        "rotate",
    }
)
_STALE_START = "_statistics"
_PLAIN_TAGS = frozenset({"title", "language", "date", "location", "creation_time", "comment"})
_LANGUAGE_LETTERS = 3


def describe_stream(target: Stream, source: Stream) -> None:
    """Copy title, language and role of a track of the source to one of the output."""
    target.metadata.update(lasting_tags(source.metadata))
    target.disposition = source.disposition


def lasting_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return the tags that are still true for a new file.

    libavformat repeats those of MOV with their language behind the name ("title-eng"), and
    Matroska's may be in capitals, in which MP4 does not look for them.
    """
    lasting = {}
    for key, value in tags.items():
        plain = key.lower()
        name, _, language = plain.rpartition("-")
        base = name if name and len(language) == _LANGUAGE_LETTERS else plain
        is_repeated = base != plain and tags.get(base) == value
        if not (is_repeated or base in _STALE_TAGS or base.startswith(_STALE_START)):
            lasting[plain if plain in _PLAIN_TAGS else key] = value
    return lasting


def add_date(tags: dict[str, str], recorded: str) -> None:
    """Say where all players look for it when the film was recorded.

    Some files have it under a name of their camera only. Libraries of photos sort by
    ``creation_time``, which MP4 and Matroska have in a field of their own.
    """
    tags.setdefault("date", recorded)
    try:
        moment = datetime.fromisoformat(recorded)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        tags.setdefault("creation_time", moment.astimezone(UTC).isoformat())
    except (ValueError, OverflowError):
        return  # no date, or one that falls off the calendar in another zone of time
