"""The sound of one track in a range of a source, as it is heard: decoded, repaired if wanted."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from typing import cast

from av import AudioStream
from av.audio.frame import AudioFrame

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
    *,
    rate: int | None = None,
    layout: str | None = None,
) -> Generator[AudioFrame]:
    """Yield the sound of a track as 32-bit floats, gaps filled with silence.

    Args:
        info: the source.
        track: one of its tracks that can be read.
        chain: what the sound goes through.
        start_seconds: of the range, counted from the start of the source; the times of the
            frames begin there.
        end_seconds: end of the range.
        rate: samples a second that are wanted; None: as the track has.
        layout: channels that are wanted; None: as the track has.

    Raises:
        InputVideoError: the file cannot be read.
    """
    with open_source(info.path) as container:
        stream = cast("AudioStream", container.streams[track.index])
        stored = make_safe(stream.codec_context)
        rate, layout = rate or track.sample_rate, layout or stored.name
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
