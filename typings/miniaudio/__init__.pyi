from collections.abc import Generator, Sequence
from enum import Enum

class MiniaudioError(Exception): ...

class SampleFormat(Enum):
    FLOAT32 = 5

class Backend(Enum):
    NULL = 14

class PlaybackDevice:
    backend: str

    def __init__(
        self,
        output_format: SampleFormat = ...,
        nchannels: int = ...,
        sample_rate: int = ...,
        buffersize_msec: int = ...,
        *,
        backends: Sequence[object] | None = ...,
        app_name: str = ...,
    ) -> None: ...
    def start(self, callback_generator: Generator[bytes, int]) -> None: ...
    def close(self) -> None: ...
