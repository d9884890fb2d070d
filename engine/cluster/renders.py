"""A job is carried out by this computer alone, or with the others that have its key."""

from __future__ import annotations

import threading

from engine.cluster.crew import Crew
from engine.cluster.pausing import PausedPeers
from engine.jobs.events import Summary
from engine.jobs.options import Job
from engine.rendering.parts import restore_parts
from engine.rendering.render import OnEvent, restore
from engine.rendering.segments import SegmentPolicy
from engine.rendering.shared_film import SharedFilm, SharedStages, ShareOut


def carry_out(
    job: Job,
    on_event: OnEvent,
    cancel: threading.Event,
    policy: SegmentPolicy = SegmentPolicy(),  # noqa: B008 - it is frozen
    *,
    make_room: threading.Event | None = None,
    crew: Crew | None = None,
    paused: PausedPeers | None = None,
) -> Summary:
    """Carry out a job, or go on with it; see `engine.rendering.render.restore`.

    Args:
        job: what is to be done, and with whose help.
        on_event: told what happens, on the calling thread.
        cancel: ends it.
        policy: how the film is cut into segments.
        make_room: lets it stand still.
        crew: computers that work on other films as well; None: those of the job.
        paused: computers that get nothing for now.

    Raises:
        EngineError: the job failed; a `ClusterError` where its key cannot be used.
        Cancelled: ``cancel`` was set.
    """

    def run(share_out: ShareOut) -> Summary:
        if job.options.parts:
            return restore_parts(job, on_event, cancel, make_room=make_room, share_out=share_out)
        return restore(job, on_event, cancel, policy, make_room=make_room, share_out=share_out)

    if crew is not None:
        return run(crew.share_out)
    with Crew(job.cluster, paused) as own:

        def share_out(film: SharedFilm) -> SharedStages | None:
            # What several computers have finished ahead is used by one alone as well.
            is_shared = job.cluster is not None or film.work.journal.ahead
            return own.share_out(film) if is_shared else None

        return run(share_out)
