"""Closed captions (CEA-608 and CEA-708), carried from the pictures of a source to the new ones.

They lie within pictures, so that a restored picture has none. While a film is joined, the source
is decoded once more for them alone, and each goes to the new picture of its time. That needs no
room in the segments of a render, and a resumed render has the same.

Source: ANSI/CTA-708-E, 4.4 (cc_data); ATSC A/53 part 4, 6.2.3.1 (user data); ITU-T H.264 and
H.265, annex D; AV1 bitstream specification, 5.8.2.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from engine.jobs.choices import Codec
from engine.video.facts import PictureExtra, SourceInfo
from engine.video.reading.reader import Reader
from engine.video.side_data import side_data_of
from engine.video.timeline import tick_range
from engine.video.writing.containers import keeps_captions
from engine.video.writing.encoder import EncodedPicture, Encoding

_MOST_BYTES = 31 * 3
"""In one picture: cc_count has five bits, and each of what it counts three bytes."""
_USUAL_RATE = Fraction(25)
_HALF_TICK = Fraction(1, 2)

_SEI_H264, _SEI_HEVC = b"\x06", b"\x4e\x01"
_REGISTERED = 4  # in both: user_data_registered_itu_t_t35
_FIRST_SLICE_H264, _LAST_SLICE_H264 = 1, 5
_LAST_SLICE_HEVC = 31
_OBU_METADATA = b"\x2a"
_OBU_T35 = b"\x04"
_OBU_BEFORE = frozenset({1, 2})  # sequence header, temporal delimiter
_END = b"\x80"

Captions = dict[int, bytes]
"""What belongs to the pictures of an output, by their times in ticks: cc_data without its count."""


def read_captions(
    info: SourceInfo,
    encoding: Encoding,
    times: Sequence[int],
    *,
    start_seconds: float | None,
    end_seconds: float | None,
    on_step: Callable[[], None],
) -> Captions:
    """Read the captions of a source for the pictures of an output.

    Args:
        info: the source.
        encoding: of the output, in the ticks of which ``times`` count.
        times: presentation times of its pictures.
        start_seconds: range of the job, counted from the container's start.
        end_seconds: end of the range.
        on_step: called before each picture; what it raises ends the work.

    Raises:
        InputVideoError: the source cannot be read any further.
    """
    if PictureExtra.CAPTIONS not in info.picture_extras or not keeps_captions(encoding.codec):
        return {}
    span = tick_range(info.start_seconds, start_seconds, end_seconds, encoding.time_base)
    shown = sorted(times)
    rate = encoding.frame_rate or info.frame_rate or _USUAL_RATE
    half = 1 / rate / encoding.time_base / 2
    found: dict[int, bytes] = defaultdict(bytes)
    for seconds, data in _stored(info, start_seconds, end_seconds):
        on_step()
        ticks = seconds / encoding.time_base
        place = _place(shown, ticks - span.shift, half)
        if span.contains(round(ticks)) and place < len(shown):
            found[place] += data
    return _spread(shown, found)


def _place(shown: Sequence[int], ticks: Fraction, half: Fraction) -> int:
    """Return the picture that is shown at a time, or else at most half a picture before it."""
    exact = bisect_left(shown, ticks - _HALF_TICK)
    is_exact = exact < len(shown) and shown[exact] <= ticks + _HALF_TICK
    return exact if is_exact else bisect_left(shown, ticks - half)


def with_captions(
    pictures: Iterable[EncodedPicture], captions: Captions, codec: Codec
) -> Iterator[EncodedPicture]:
    """Yield pictures of ``codec``, each with its captions."""
    for picture in pictures:
        text = captions.get(picture.pts)
        data = picture.data if text is None else _inserted(picture.data, text, codec)
        yield replace(picture, data=data)


def _stored(
    info: SourceInfo, start_seconds: float | None, end_seconds: float | None
) -> Iterator[tuple[Fraction, bytes]]:
    """Yield the captions of each picture of a range with its time, and some before it."""
    with Reader(info, start_seconds=start_seconds, end_seconds=end_seconds) as reader:
        for seconds, picture in reader.stored_pictures():
            yield seconds, side_data_of(picture).get("A53_CC", b"")


def _spread(shown: Sequence[int], found: dict[int, bytes]) -> Captions:
    """Give each picture no more than it holds; the rest goes to the pictures after it.

    So captions are whole where pictures were left out, those of 2:3 pulldown for example.
    """
    captions, left = {}, b""
    for place, time in enumerate(shown):
        left += found.get(place, b"")
        if left:
            captions[time], left = left[:_MOST_BYTES], left[_MOST_BYTES:]
    return captions


def _inserted(picture: bytes, captions: bytes, codec: Codec) -> bytes:
    message = _message(captions)
    if codec is Codec.AV1:
        unit = _OBU_T35 + message + _END
        place = _before_frame(picture)
        return picture[:place] + _OBU_METADATA + _leb128(len(unit)) + unit + picture[place:]
    header = _SEI_H264 if codec is Codec.H264 else _SEI_HEVC
    unit = header + _escaped(bytes([_REGISTERED, len(message)]) + message + _END)
    is_by_start_code = picture.startswith((b"\0\0\1", b"\0\0\0\1"))
    place = _before_slice(picture, codec, is_by_start_code=is_by_start_code)
    prefix = b"\0\0\0\1" if is_by_start_code else len(unit).to_bytes(4, "big")
    return picture[:place] + prefix + unit + picture[place:]


def _message(captions: bytes) -> bytes:
    """Return the user data of ATSC: United States, ATSC, GA94, cc_data with its marker."""
    return b"\xb5\0\x31GA94\x03" + bytes([0x40 | len(captions) // 3, 0xFF]) + captions + b"\xff"


def _escaped(data: bytes) -> bytes:
    """Return ``data`` without what would be taken for a start code; H.264, 7.4.1."""
    escaped, zeros = bytearray(), 0
    for byte in data:
        if zeros == 2 and byte <= 3:
            escaped.append(3)
            zeros = 0
        escaped.append(byte)
        zeros = 0 if byte else zeros + 1
    return bytes(escaped)


def _before_slice(picture: bytes, codec: Codec, *, is_by_start_code: bool) -> int:
    """Return where the first unit begins that holds a part of the picture itself."""
    place = 0
    while 0 <= place < len(picture):
        start = picture.find(b"\1", place) + 1 if is_by_start_code else place + 4
        kind = picture[start] & 31 if codec is Codec.H264 else picture[start] >> 1 & 63
        first = _FIRST_SLICE_H264 if codec is Codec.H264 else 0
        last = _LAST_SLICE_H264 if codec is Codec.H264 else _LAST_SLICE_HEVC
        if first <= kind <= last:
            return place
        place = _next_unit(picture, place, start, is_by_start_code=is_by_start_code)
    return 0


def _next_unit(picture: bytes, place: int, start: int, *, is_by_start_code: bool) -> int:
    if not is_by_start_code:
        return start + int.from_bytes(picture[place:start], "big")
    found = picture.find(b"\0\0\1", start)
    # A zero before it belongs to the start code.
    return found - (found > 0 and not picture[found - 1])


def _before_frame(picture: bytes) -> int:
    """Return where the first unit of an AV1 temporal unit begins that may follow metadata."""
    place = 0
    while place < len(picture) and picture[place] >> 3 & 15 in _OBU_BEFORE:
        size, shift, byte = 0, 0, 0x80
        place += 1 + (picture[place] >> 2 & 1)
        while byte & 0x80:
            byte = picture[place]
            size |= (byte & 0x7F) << shift
            place, shift = place + 1, shift + 7
        place += size
    return place


def _leb128(number: int) -> bytes:
    """Return a number as AV1 writes it: seven bits a byte, the lowest first."""
    data = bytearray()
    while number > 0x7F:
        data.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*data, number])
