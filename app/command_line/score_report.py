"""Scores of clips as a table, and in words how results differ from their sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.text.messages import harmless

if TYPE_CHECKING:
    from engine.scoring.clips import ClipScore, Score

HEAD = "Lower is better. NIQE: how far from undamaged photographs; BRISQUE: what people disliked."
STEPS = {"niqe": (0.2, 1.0), "brisque": (2.0, 10.0)}
"""Differences from which a measure says “a little”, and “clearly”."""
_NAME_COLUMNS = 44


def score_report(scores: Sequence[ClipScore]) -> str:
    """A page for people: each clip, with its source where it has one, and their means."""
    lines = [HEAD, "", _row("", "NIQE", "BRISQUE", "frames")]
    for scored in scores:
        source = scored.source_score
        if source is not None and scored.clip.source is not None:
            lines.append(_scores(f"{scored.clip.source.name} (source, enlarged)", source))
        numbers = ", ".join(map(str, scored.frames))
        lines.append(_scores(scored.clip.path.name, scored.score, numbers))
        if source is not None:
            lines.append(f"  {difference(source, scored.score)}")
    pairs = [(s.source_score, s.score) for s in scores if s.source_score is not None]
    if len(pairs) > 1:
        sources, results = (mean_score(some) for some in zip(*pairs, strict=True))
        lines += ["", _scores(f"mean of {len(pairs)} sources", sources)]
        lines.append(_scores(f"mean of {len(pairs)} results", results))
        lines.append(f"  {difference(sources, results)}")
    elif len(scores) > 1:
        mean = mean_score([scored.score for scored in scores])
        lines += ["", _scores(f"mean of {len(scores)} clips", mean)]
    if all(scored.score.brisque is None for scored in scores):
        lines += ["", "BRISQUE needs its file of parameters: see “homereel score --help”."]
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
        gain = before - after
        how = "clearly " if abs(gain) >= clear else "a little "
        what = "better than the source" if gain > 0 else "worse than the source"
        text = "about as the source" if abs(gain) < little else how + what
        said.append(f"{text} by {name.upper()} ({-gain:+.1f})")
    return f"Looks {', '.join(said)}." if said else "Too small to compare."


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
    return "-" if value is None else f"{value:.{digits}f}"


def _row(name: str, niqe: str, brisque: str, frames: str) -> str:
    shown = harmless(name)
    if len(shown) > _NAME_COLUMNS:
        shown = f"{shown[: _NAME_COLUMNS - 1]}…"
    return f"{shown:<{_NAME_COLUMNS}} {niqe:>7} {brisque:>8}  {frames}".rstrip()
