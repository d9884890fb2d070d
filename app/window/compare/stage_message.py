"""What is said at the lower edge of the picture."""

from __future__ import annotations

from app.text.language import translate
from app.text.messages import describe
from app.window.compare.film import Film
from app.window.compare.preview import PreviewState, PreviewStrip


def message_without_preview(error: Exception | None, film: Film, *, is_pair_there: bool) -> str:
    """Say what to do first, or why the finished file is not shown."""
    if error is not None:
        return describe(error)
    if film.is_comparing and not is_pair_there:
        return translate("ComparisonPanel", "Opening the finished file…")
    if film.is_comparing or film.is_playing:
        return ""
    return translate("ComparisonPanel", "Press “Preview” (P) to restore the marked region")


def message_of_preview(strip: PreviewStrip) -> str:
    """Say how far the preview is, or why there is none."""
    if strip.error is not None:
        return describe(strip.error)
    if strip.state is PreviewState.WORKING:
        return _progress(strip)
    if strip.is_shortened:
        return translate(
            "ComparisonPanel",
            "Only the first %n frames: more would take too much memory",
            "",
            strip.frame_count,
        )
    return ""


def _progress(strip: PreviewStrip) -> str:
    if strip.waits_for_render:
        return translate("ComparisonPanel", "The render makes room for the preview…")
    if strip.fresh_frames:
        return translate("ComparisonPanel", "Restoring… %n frames", "", strip.fresh_frames)
    text = translate("ComparisonPanel", "Restoring… {count} s")
    return text.format(count=strip.seconds_taken)
