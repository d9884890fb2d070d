"""Sentences for a render that stands still, and goes on by itself."""

from __future__ import annotations

from engine.jobs.events import WaitReason
from engine.jobs.translation import QT_TRANSLATE_NOOP

WAITING_TEXTS = {
    WaitReason.DISK_FULL: QT_TRANSLATE_NOOP(
        "messages",
        "The disk of {path} is full ({free} free); the render waits, and goes on when there is"
        " room.",
    ),
    WaitReason.OUTPUT_GONE: QT_TRANSLATE_NOOP(
        "messages",
        "The folder of {path} has gone; the render waits, and goes on when it is back.",
    ),
    WaitReason.NO_PEERS: QT_TRANSLATE_NOOP(
        "messages", "Waiting for other computers with the key {path}."
    ),
    WaitReason.PREVIEW: QT_TRANSLATE_NOOP(
        "messages", "Makes room for the preview; it goes on by itself."
    ),
    WaitReason.SOURCE_GONE: QT_TRANSLATE_NOOP(
        "messages", "{path} has gone; the render waits, and goes on when it is back."
    ),
}
GOES_ON = QT_TRANSLATE_NOOP("messages", "The render goes on.")
