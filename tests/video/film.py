"""A whole film from frames, as a render of a single segment writes it."""

import contextlib

from engine.jobs.choices import Codec, Container, Encoder
from engine.video.timeline import tick_range
from engine.video.writing.encoder import Encoding, PictureEncoder
from engine.video.writing.writer import Writer


class Film(contextlib.AbstractContextManager):
    """Takes frames; `finish` writes the file beside a part in the folder of the output."""

    def __init__(
        self,
        info,
        output,
        *,
        time_base,
        width,
        height,
        codec=Codec.H264,
        container=Container.MKV,
        quality=None,
        encoder=Encoder.AUTO,
        finish=(),
        preset="ultrafast",
        start_seconds=None,
        end_seconds=None,
        overwrite=False,
        on_warning,
    ):
        self.encoding = Encoding(
            codec=codec,
            width=width,
            height=height,
            time_base=time_base,
            frame_rate=info.frame_rate,
            quality=quality,
            encoder=encoder,
            preset=preset,
        )
        shift = tick_range(info.start_seconds, start_seconds, end_seconds, time_base).shift
        self.part = output.with_name(".part")
        self._writer = Writer(
            info,
            output,
            self.encoding,
            part=self.part,
            container=container,
            start_seconds=start_seconds,
            end_seconds=end_seconds,
            overwrite=overwrite,
            on_warning=on_warning,
        )
        self._encoder = PictureEncoder(info, output, self.encoding, shift=shift, finish=finish)
        self._pictures = []

    def write(self, frame):
        self._pictures += self._encoder.encode(frame)

    def finish(self, on_step=lambda: None):
        self._pictures += self._encoder.finish()
        with self._writer as writer:
            writer.write(self._pictures, [picture.pts for picture in self._pictures], on_step)
            writer.publish()

    def __exit__(self, *_exception):
        pass
