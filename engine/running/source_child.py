"""The process that looks at sources for another process, see `engine.running.source_reader`."""

from __future__ import annotations

import logging

from engine.jobs.errors import EngineError
from engine.rendering.cuts import cuts_between
from engine.running.child_process import own_streams
from engine.running.looks import (
    Answer,
    Cuts,
    CutTimes,
    Glance,
    Look,
    Probe,
    Still,
    Thumbnail,
    read_look,
    write_answer,
)
from engine.running.messages import Failed, Unexpected
from engine.video.probing.probe import glance, probe
from engine.video.reading.reader import still, thumbnail

log = logging.getLogger(__name__)


def look_at_sources() -> int:
    """Answer requests from standard input on standard output until there are no more.

    Returns:
        The exit status.
    """
    requests, answers = own_streams()
    try:
        while (look := read_look(requests)) is not None:
            write_answer(answers, _answer(look))
    except OSError:  # nobody reads any more
        return 1
    return 0


def _seen(look: Look) -> Answer:
    match look:
        case Glance():
            return glance(look.path)
        case Probe():
            return probe(look.path)
        case Thumbnail():
            return thumbnail(look.info, long_side=look.long_side)
        case Still():
            return still(look.info, at_seconds=look.at_seconds, long_side=look.long_side)
        case Cuts():
            return CutTimes(tuple(cuts_between(look.info, look.start_seconds, look.stop_seconds)))


def _answer(look: Look) -> Answer:
    try:
        return _seen(look)
    except EngineError as error:
        return Failed(error)
    except Exception as error:  # the boundary of the process: the other one says it
        log.exception("a look at a source failed unexpectedly")
        return Unexpected.of(error)
