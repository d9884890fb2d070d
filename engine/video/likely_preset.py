"""Which of the presets that come with the program a source looks like."""

from __future__ import annotations

from engine.jobs import presets
from engine.video.facts import SourceInfo

_DV = {"dvvideo"}
_MPEG = {"mpeg1video", "mpeg2video"}
_DISC_SUFFIXES = {".vob", ".vro", ".mod"}
_PHONE_CODECS = {"h263", "h263p"}
_PHONE_SOUND = {"amrnb", "amr_nb", "amr_wb", "amrwb", "qcelp"}
_CAMERA_CODECS = {"mjpeg", "mjpegb", "cinepak", "indeo3", "indeo5", "msvideo1", "svq1", "svq3"}
_TAPE_LINES = {480, 486, 576}
_TAPE_WIDTHS = range(640, 769)
_FILM_RATES = (15.5, 18.6)
"""Pictures per second of 8 mm and Super 8 film: 16 and 18, as scanners write them."""


def likely_preset(info: SourceInfo) -> str | None:
    """Return the name of the preset that a source looks like; None where it looks like none."""
    has_tape_size = info.height in _TAPE_LINES and info.width in _TAPE_WIDTHS
    is_of_disc = has_tape_size or info.path.suffix.lower() in _DISC_SUFFIXES
    sounds = {track.codec for track in info.sound}
    has_film_rate = _FILM_RATES[0] <= float(info.frame_rate or 0) <= _FILM_RATES[1]
    signs = (
        (presets.MINIDV, info.codec in _DV),
        (presets.DVD, info.codec in _MPEG and is_of_disc),
        (presets.OLD_PHONE, info.codec in _PHONE_CODECS or bool(sounds & _PHONE_SOUND)),
        (presets.FILM_SCAN, has_film_rate and not sounds),
        (presets.OLD_CAMERA, info.codec in _CAMERA_CODECS and info.width <= 640),
        (presets.VHS, has_tape_size and info.is_interlaced),
    )
    return next((name for name, fits in signs if fits), None)
