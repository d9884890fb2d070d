"""A job is carried out in this process: by this computer alone, or with others."""

from __future__ import annotations

import threading
from collections.abc import Callable

from engine.cluster.pausing import PausedPeers
from engine.jobs.events import Event, Summary
from engine.jobs.options import Job
from engine.resuming.unfinished import has_work_ahead


def carry_out(
    job: Job,
    on_event: Callable[[Event], None],
    cancel: threading.Event,
    make_room: threading.Event | None = None,
    paused: PausedPeers | None = None,
) -> Summary:
    """Carry out a job, or go on with it; see `engine.rendering.render.restore`.

    What several computers have finished ahead is used by one alone as well.

    Args:
        job: what is to be done, and with whom.
        on_event: told what happens, on the calling thread.
        cancel: ends it.
        make_room: lets it stand still.
        paused: other computers that get nothing for now.

    Raises:
        EngineError: the job failed.
        Cancelled: ``cancel`` was set.
    """
    # Late, since both load torch and PyAV.
    if job.cluster is None and not job.options.parts and not has_work_ahead(job.output):
        from engine.rendering.render import restore  # noqa: PLC0415

        if make_room is None:
            return restore(job, on_event, cancel)
        return restore(job, on_event, cancel, make_room=make_room)
    from engine.cluster import renders  # noqa: PLC0415

    return renders.carry_out(job, on_event, cancel, make_room=make_room, paused=paused)
