"""FFmpeg's filters for the sound of a track: which ones, and sound that goes through them.

What was found in a track becomes a chain of filters (plain text), and clicks are taken out before
them; `RepairedSound` lets sound through it, sample for sample in time; `LoudnessMeter` measures it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, cast

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.layout import AudioLayout
from av.filter import Graph
from numpy.typing import NDArray

from engine.jobs.sound import SoundRepair
from engine.video.declicking import Declicker
from engine.video.facts import SoundFinding, SoundTrack
from engine.video.sound_layout import usual_layout

Filter = tuple[str, str]
"""Name and arguments."""
Samples = NDArray[np.float32]

FORM = "flt"
"""32-bit floats, the channels by turns: PyAV dies of more than eight channels in planes."""
TARGET_LUFS = -18.0
LIMIT_DBTP = -1.5
"""Highest true peak after the level was changed; encoders may add some tenths of a decibel."""
_LEAST_LUFS = -60.0
_MOST_GAIN_DB = 30.0
_LIMITER_RATE = "192000"

_LEAST_SURE = 0.1
"""What is asked for by name is repaired from this confidence on."""
_PROFILE_BANDS = 15
_USUAL_LINES = 10
_NOISE_REDUCTION_DB = 12.0
_LEFT, _AGAINST = 1.0, 3.0
_WARM_UP_SECONDS = 1.0

_LATE = {"afftdn": lambda rate: 2 * (rate // 80)}
"""Samples by which FFmpeg 8's filters are late without saying so."""


@dataclass(frozen=True)
class SoundChain:
    """What is done to one track: clicks are taken out, then filters follow in their order.

    ``period_seconds`` is that of a hum; its filters start with some whole periods of the beginning,
    so that they are in motion when the sound begins.
    """

    filters: tuple[Filter, ...] = ()
    period_seconds: float = 0.0
    removes_clicks: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether sound stays as it is."""
        return not self.filters and not self.removes_clicks

    def then(self, *filters: Filter) -> SoundChain:
        """Return a chain with filters after those of this one."""
        return replace(self, filters=(*self.filters, *filters))


def chain_for(track: SoundTrack, wanted: Sequence[SoundRepair]) -> SoundChain:
    """Return what is done about what was found in a track; empty where there is nothing to do.

    The level is not among them: it is measured after them, see `level_filters`.

    Args:
        track: of a source.
        wanted: what the user chose.
    """
    filters: list[Filter] = []
    period_seconds = 0.0
    clicks = track.finding(SoundRepair.CLICKS)
    removes_clicks = SoundRepair.CLICKS in wanted and clicks.confidence >= _LEAST_SURE
    makers = {
        SoundRepair.MONO: _sides_filters,
        SoundRepair.HUM: _hum_filters,
        SoundRepair.HISS: _hiss_filters,
    }
    for repair, make in makers.items():
        found = track.finding(repair)
        if repair not in wanted or found.confidence < _LEAST_SURE:
            continue
        made = make(found)
        filters += made
        if repair is SoundRepair.HUM and made:
            period_seconds = 1 / found.measured("frequency")
    return SoundChain(tuple(filters), period_seconds, removes_clicks)


def _sides_filters(found: SoundFinding) -> list[Filter]:
    kind = found.measured("kind")
    both = "0.5*c0-0.5*c1" if kind == _AGAINST else "c0" if kind == _LEFT else "c1"
    return [("pan", f"stereo|c0={both}|c1={both}")]


def _hum_filters(found: SoundFinding) -> list[Filter]:
    """Two notches for each tone: deep, and narrow enough for voices."""
    frequency = found.measured("frequency")
    heard = [int(name.split()[1]) for name, _ in found.parameters if name.startswith("line ")]
    # Where there is a hum, voices only hide its other tones.
    usual = range(1, _USUAL_LINES + 1) if found.is_found else ()
    numbers = sorted({*usual, *heard})
    return [
        ("bandreject", f"f={number * frequency:.3f}:width_type=h:w={width:.2f}:r=f64")
        for number in numbers
        for width in [1.0 + 0.15 * number] * 2
    ]


def _hiss_filters(found: SoundFinding) -> list[Filter]:
    bands = [found.measured(f"band {number}") for number in range(_PROFILE_BANDS)]
    level = float(np.clip(np.mean(bands), -80, -20))
    profile = np.clip([band - level for band in bands], -24, 24)
    text = " ".join(f"{value:.1f}" for value in profile)
    return [("afftdn", f"nr={_NOISE_REDUCTION_DB}:nf={level:.1f}:nt=custom:bn={text}")]


@dataclass(frozen=True)
class Loudness:
    """What EBU R 128 measures: integrated loudness, and the highest true peak (-200: unknown)."""

    loudness_lufs: float
    peak_dbtp: float = -200.0


def level_filters(measured: Loudness, *, extra_db: float = 0.0) -> list[Filter]:
    """Return filters that bring sound to the target: one gain, and a limiter where peaks need it.

    Args:
        measured: the sound before.
        extra_db: more gain, for what the limiter takes away.
    """
    if measured.loudness_lufs < _LEAST_LUFS:
        return []
    gain_db = min(TARGET_LUFS - measured.loudness_lufs, _MOST_GAIN_DB) + extra_db
    filters: list[Filter] = [("volume", f"{gain_db:.3f}dB")]
    if measured.peak_dbtp + gain_db > LIMIT_DBTP:
        # True peaks lie between samples, so it works at a rate that is higher by far.
        limit = 10 ** ((LIMIT_DBTP - 0.1) / 20)
        limiter = f"limit={limit:.5f}:attack=4:release=60:level=0:latency=1"
        filters += [("aresample", _LIMITER_RATE), ("alimiter", limiter)]
    return filters


class RepairedSound:
    """Lets sound through a chain of filters; each sample keeps its time."""

    def __init__(self, chain: SoundChain, rate: int, layout: str) -> None:
        """Prepare for sound of this rate and layout, in 32-bit floats."""
        self._rate, self._layout = rate, layout
        self._channels = AudioLayout(layout).nb_channels
        # Filters leave channels alone of which nobody says for which loudspeaker they are.
        self._inner_layout = usual_layout(self._channels)
        self._graph = _graph(chain.filters, rate, self._inner_layout) if chain.filters else None
        self._declicker = Declicker(rate) if chain.removes_clicks else None
        late = (_LATE[name](rate) for name, _ in chain.filters if name in _LATE)
        self._late = sum(late)
        self._period = chain.period_seconds * rate
        self._held: list[Samples] = []
        self._is_warm = not self._period
        self._first: int | None = None
        self._taken = self._given = self._pushed = 0
        self._left_out = self._late

    def push(self, frame: AudioFrame) -> list[AudioFrame]:
        """Take sound that follows on what was taken before; return what is ready."""
        if self._first is None:
            self._first = round((frame.pts or 0) * (frame.time_base or Fraction(1)) * self._rate)
        # A number that is none, from a damaged file, would stay in the filters for ever.
        samples = samples_of(frame)
        if not np.isfinite(samples).all():
            samples = np.nan_to_num(samples, posinf=0.0, neginf=0.0)
        self._taken += samples.shape[1]
        if self._declicker is not None:
            samples = self._declicker.push(samples)
        return self._filtered(samples)

    def _filtered(self, samples: Samples) -> list[AudioFrame]:
        if self._is_warm:
            return self._through(samples)
        self._held.append(samples)
        is_enough = sum(held.shape[1] for held in self._held) >= _WARM_UP_SECONDS * self._rate
        return self._warm_up() if is_enough else []

    def finish(self) -> list[AudioFrame]:
        """Return what was kept back."""
        if self._first is None:
            return []
        ready = [] if self._declicker is None else self._filtered(self._declicker.finish())
        ready += [] if self._is_warm else self._warm_up()
        if self._late:
            ready += self._through(np.zeros((self._channels, self._late), np.float32))
        if self._graph is not None:
            self._graph.push(None)
            ready += self._pulled(self._graph)
        missing = self._taken - self._given
        if missing > 0:
            ready += self._stamped(np.zeros((self._channels, missing), np.float32))
        return ready

    def _warm_up(self) -> list[AudioFrame]:
        """Send some whole periods of the beginning ahead, then what was held."""
        held = np.concatenate(self._held, axis=1)
        self._held, self._is_warm = [], True
        most = int(held.shape[1] / self._period)
        # Of some numbers of periods, the one that is nearest to whole samples.
        counts = range(max(1, most - 20), most + 1)
        best = min(counts, key=lambda n: abs(n * self._period - round(n * self._period)))
        ahead = round(best * self._period) if most else 0
        self._left_out += ahead
        ready = self._through(held[:, :ahead]) if ahead else []
        return ready + self._through(held)

    def _through(self, samples: Samples) -> list[AudioFrame]:
        if self._graph is None or not samples.shape[1]:
            return self._stamped(samples)
        frame = _frame(samples, self._rate, self._inner_layout, self._pushed)
        self._pushed += samples.shape[1]
        self._graph.push(frame)
        return self._pulled(self._graph)

    def _pulled(self, graph: Graph) -> list[AudioFrame]:
        ready = []
        for frame in pulled(graph):
            samples = samples_of(frame)
            skipped = min(self._left_out, samples.shape[1])
            self._left_out -= skipped
            ready += self._stamped(samples[:, skipped:])
        return ready

    def _stamped(self, samples: Samples) -> list[AudioFrame]:
        samples = samples[:, : self._taken - self._given]
        if not samples.shape[1]:
            return []
        assert self._first is not None
        frame = _frame(samples, self._rate, self._layout, self._first + self._given)
        self._given += samples.shape[1]
        return [frame]


class LoudnessMeter:
    """Measures sound by EBU R 128, as FFmpeg's ``ebur128`` does."""

    def __init__(self, rate: int, channels: int, *, has_peak: bool = True) -> None:
        """Prepare for sound of this rate; ``has_peak``: true peaks are looked for as well."""
        self._rate, self._layout = rate, usual_layout(channels)
        # Silence at the end, so that the last tenths of a second count too.
        filters = [("apad", "pad_dur=0.5"), ("ebur128", f"peak={'true' if has_peak else 'none'}")]
        filters[1] = (filters[1][0], filters[1][1] + ":metadata=1")
        self._graph = _graph(filters, rate, self._layout)
        self._place, self._notes = 0, dict[str, str]()

    def add(self, samples: Samples) -> None:
        """Measure ``(channels, samples)``."""
        self._graph.push(_frame(samples, self._rate, self._layout, self._place))
        self._place += samples.shape[1]
        self._note()

    def finish(self) -> Loudness:
        """Return what was measured."""
        self._graph.push(None)
        self._note()
        loudness = float(self._notes.get("lavfi.r128.I", -70.0))
        peak = float(self._notes.get("lavfi.r128.true_peak", 0.0))
        return Loudness(loudness, float(20 * np.log10(max(peak, 1e-10))))

    def _note(self) -> None:
        for frame in pulled(self._graph):
            self._notes = dict(cast("Any", frame).metadata) or self._notes


def samples_of(frame: AudioFrame) -> Samples:
    """Return the sound of a frame in `FORM` as ``(channels, samples)``."""
    data = cast("Samples", frame.to_ndarray())
    return np.ascontiguousarray(data.reshape(-1, frame.layout.nb_channels).T)


def pulled(graph: Graph) -> Iterator[AudioFrame]:
    """Yield the sound that ``graph`` has ready."""
    while True:
        try:
            yield cast("AudioFrame", graph.pull())
        except (av.BlockingIOError, av.EOFError):
            return


def _graph(filters: Sequence[Filter], rate: int, layout: str) -> Graph:
    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=rate, format=FORM, layout=layout, time_base=Fraction(1, rate)
    )
    nodes = [graph.add(name, arguments) for name, arguments in filters]
    form = graph.add("aformat", f"sample_fmts={FORM}:sample_rates={rate}:channel_layouts={layout}")
    graph.link_nodes(source, *nodes, form, graph.add("abuffersink"))
    graph.configure()
    return graph


def _frame(samples: Samples, rate: int, layout: str, place: int) -> AudioFrame:
    data = np.ascontiguousarray(samples.T, np.float32).reshape(1, -1)
    frame = AudioFrame.from_ndarray(data, format=FORM, layout=layout)
    frame.sample_rate, frame.time_base, frame.pts = rate, Fraction(1, rate), place
    return frame
