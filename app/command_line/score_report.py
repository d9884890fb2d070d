"""Scores of clips as a table, and in words how results differ from their sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.text.language import Number, decimal, translate
from app.text.messages import harmless
from engine.jobs.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.scoring.clips import ClipScore, Score

HEAD = QT_TRANSLATE_NOOP(
    "score",
    "Lower is better. NIQE: how far from undamaged photographs; BRISQUE: what people disliked.",
)
STEPS = {"niqe": (0.2, 1.0), "brisque": (2.0, 10.0)}
"""Differences from which a measure says “a little”, and “clearly”."""
_NAME_COLUMNS = 44


def score_report(scores: Sequence[ClipScore]) -> str:
    """A page for people: each clip, with its source where it has one, and their means."""
    frames = translate("score", "frames")
    lines = [translate("score", HEAD), "", _row("", "NIQE", "BRISQUE", frames)]
    for scored in scores:
        source = scored.source_score
        if source is not None and scored.clip.source is not None:
            name = translate("score", "{name} (source, enlarged)")
            lines.append(_scores(name.format(name=scored.clip.source.name), source))
        numbers = ", ".join(map(str, scored.frames))
        lines.append(_scores(scored.clip.path.name, scored.score, numbers))
        if source is not None:
            lines.append(f"  {difference(source, scored.score)}")
    pairs = [(s.source_score, s.score) for s in scores if s.source_score is not None]
    if len(pairs) > 1:
        sources, results = (mean_score(some) for some in zip(*pairs, strict=True))
        lines += ["", _scores(translate("score", "mean of %n sources", "", len(pairs)), sources)]
        lines.append(_scores(translate("score", "mean of %n results", "", len(pairs)), results))
        lines.append(f"  {difference(sources, results)}")
    elif len(scores) > 1:
        mean = mean_score([scored.score for scored in scores])
        lines += ["", _scores(translate("score", "mean of %n clips", "", len(scores)), mean)]
    if all(scored.score.brisque is None for scored in scores):
        text = translate(
            "score", "BRISQUE needs its file of parameters: see “homereel score --help”."
        )
        lines += ["", text]
    return "\n".join(lines)


def scores_for_scripts(scores: Sequence[ClipScore]) -> list[dict[str, object]]:
    """Return the same as values for JSON."""
    return [
        {
            "path": str(scored.clip.path),
            "source": scored.clip.source and str(scored.clip.source),
            "frames": list(scored.frames),
            "niqe": scored.score.niqe,
            "brisque": scored.score.brisque,
            "source_niqe": scored.source_score and scored.source_score.niqe,
            "source_brisque": scored.source_score and scored.source_score.brisque,
        }
        for scored in scores
    ]


def difference(source: Score, result: Score) -> str:
    """How a result differs from its source, in a sentence."""
    said = []
    for name, (little, clear) in STEPS.items():
        before, after = getattr(source, name), getattr(result, name)
        if before is None or after is None:
            continue
        change = Number(after - before)
        text = _verdict(change, little, clear)
        said.append(text.format(measure=name.upper(), change=change))
    return " ".join(said) or translate("score", "Too small to compare.")


def _verdict(change: float, little: float, clear: float) -> str:
    """A sentence for a change of a measure, of which less is better."""
    if abs(change) < little:
        return translate("score", "Looks about as the source by {measure} ({change:+.1f}).")
    if change < 0 and -change < clear:
        return translate(
            "score", "Looks a little better than the source by {measure} ({change:+.1f})."
        )
    if change < 0:
        return translate(
            "score", "Looks clearly better than the source by {measure} ({change:+.1f})."
        )
    if change < clear:
        return translate(
            "score", "Looks a little worse than the source by {measure} ({change:+.1f})."
        )
    return translate("score", "Looks clearly worse than the source by {measure} ({change:+.1f}).")


def mean_score(scores: Sequence[Score]) -> Score:
    """Mean over the clips that have each measure."""
    from engine.scoring.clips import Score  # noqa: PLC0415 - loads torch, which is there by now

    means = {}
    for name in STEPS:
        values = [v for score in scores if (v := getattr(score, name)) is not None]
        means[name] = sum(values) / len(values) if values else None
    return Score(**means)


def _scores(name: str, score: Score, frames: str = "") -> str:
    return _row(name, _figure(score.niqe, 2), _figure(score.brisque, 1), frames)


def _figure(value: float | None, digits: int) -> str:
    return "-" if value is None else decimal(value, digits)


def _row(name: str, niqe: str, brisque: str, frames: str) -> str:
    shown = harmless(name)
    if len(shown) > _NAME_COLUMNS:
        shown = f"{shown[: _NAME_COLUMNS - 1]}…"
    return f"{shown:<{_NAME_COLUMNS}} {niqe:>7} {brisque:>8}  {frames}".rstrip()
