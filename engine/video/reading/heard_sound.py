"""The sound of one track in a range of a source, as it is heard: decoded, repaired if wanted."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from typing import cast

from av import AudioStream
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler

from engine.video.facts import SoundTrack, SourceInfo
from engine.video.reading.decoder import open_source
from engine.video.reading.even_sound import EvenSound
from engine.video.reading.range_packets import RangePackets
from engine.video.sound_filters import FORM, RepairedSound, SoundChain
from engine.video.sound_layout import make_safe


def heard_sound(
    info: SourceInfo,
    track: SoundTrack,
    chain: SoundChain,
    start_seconds: float | None = None,
    end_seconds: float | None = None,
) -> Generator[AudioFrame]:
    """Yield the sound of a track as 32-bit floats, gaps filled with silence.

    Args:
        info: the source.
        track: one of its tracks that can be read.
        chain: what the sound goes through.
        start_seconds: of the range, counted from the start of the source; the times of the
            frames begin there.
        end_seconds: end of the range.

    Raises:
        InputVideoError: the file cannot be read.
    """
    with open_source(info.path) as container:
        stream = cast("AudioStream", container.streams[track.index])
        stored = make_safe(stream.codec_context)
        rate, layout = track.sample_rate, stored.name
        reading = RangePackets(info, container, start_seconds, end_seconds)
        even = EvenSound(
            stream,
            reading.span(stream.time_base),
            rate=rate,
            form=FORM,
            layout=layout,
            order=stored.order if stream.codec_context.codec.name.startswith("pcm_") else (),
        )
        repaired = RepairedSound(chain, rate, layout)
        with closing(reading):
            for packet in reading.read([track.index]):
                for frame in even.decode(packet):
                    yield from repaired.push(frame)
        for frame in even.finish():
            yield from repaired.push(frame)
        yield from repaired.finish()


def as_played(frames: Iterable[AudioFrame], channels: int, rate: int) -> Iterator[AudioFrame]:
    """Yield sound as a loudspeaker takes it.

    Args:
        frames: what `heard_sound` yields.
        channels: of the track; more than two are mixed to two, one stays one.
        rate: samples a second that are wanted.
    """
    layout = "mono" if channels == 1 else "stereo"
    resampler = AudioResampler(format=FORM, layout=layout, rate=rate)
    for frame in frames:
        yield from resampler.resample(frame)
    yield from resampler.resample(None)
