"""A stretch of a film is restored and encoded, as in a render on one computer."""

from __future__ import annotations

import errno
import hashlib
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from itertools import chain
from pathlib import Path

import numpy as np
import safetensors.numpy
import torch

from engine.cluster.frame_file import read_ahead, read_frames
from engine.cluster.tasks import (
    TRIAL,
    Done,
    Failed,
    Recipe,
    Task,
    model_file,
    pack_answer,
)
from engine.devices.precision import PRECISIONS
from engine.jobs.errors import (
    DeviceMemoryError,
    DiskFullError,
    EngineError,
    WeightsError,
)
from engine.jobs.events import PeerFault
from engine.networks import catalogue
from engine.rendering.claim import versions_of
from engine.rendering.preparing import computing_with, prepared
from engine.rendering.segments import OpenSegment
from engine.rendering.steps.registry import finish_steps
from engine.restoring.known_before import with_finishing
from engine.restoring.restorer import Restoration, RestoredFrame, pack_state
from engine.restoring.shots import ShotFrame
from engine.resuming.state import State
from engine.resuming.work import pack, unpack
from engine.video.frame import Frame
from engine.video.frame_copies import FrameCopies
from engine.video.writing.encoder import PictureEncoder

Fetch = Callable[[str, int], bytes]
"""Returns some bytes of a file of the coordinator, from an offset on; none at its end."""

OnFrame = Callable[[int], None]

DEVICE = "device"
"""Where a program's device stands in `own_program`."""

_TEST_FRAMES, _TEST_WIDTH, _TEST_HEIGHT = 3, 64, 48


class _UnlikeError(Exception):
    """This computer cannot restore the film as the coordinator would."""

    def __init__(self, fault: PeerFault, detail: str = "") -> None:
        super().__init__(str(fault), detail)
        self.fault, self.detail = fault, detail


class Stopped(Exception):  # noqa: N818 - it is no error
    """The coordinator wants no more of this stretch, or this computer leaves."""


def carry_out(task: Task, fetch: Fetch, on_frame: OnFrame) -> bytes:
    """Carry out a task for another computer, and return the answer to it.

    Args:
        task: what is to be done.
        fetch: gets the files of the coordinator.
        on_frame: told how many frames are done before each step of the network; what it raises
            ends the work.

    Raises:
        Stopped: by ``on_frame``, or by ``fetch`` where the coordinator has gone.
    """
    fault, detail = PeerFault.FAILED, ""
    try:
        _fetch_models(task.recipe, fetch)
        restoration = restoration_of(task.recipe)
        if task.number == TRIAL:
            return _tried(task, restoration)
        return restore_segment(task, restoration, fetch, on_frame)
    except _UnlikeError as unlike:
        fault, detail = unlike.fault, unlike.detail
    except (DeviceMemoryError, MemoryError):
        fault = PeerFault.NO_MEMORY
    except WeightsError as error:
        fault, detail = PeerFault.NO_MODEL, error.model
    except DiskFullError:
        fault = PeerFault.DISK_FULL
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            fault = PeerFault.DISK_FULL
        else:
            detail = str(error)
    except EngineError as error:
        detail = str(error)
    return pack_answer(Failed(attempt=task.attempt, fault=fault, detail=detail))


def own_program(recipe: Recipe, restoration: Restoration) -> dict[str, str]:
    """Return what has to be the same on all computers that restore a film."""
    versions = versions_of(recipe.info, recipe.encoding, Path(recipe.output))
    # Builds for a card and for the processor are the same version; the test frames tell the rest.
    version = torch.__version__.partition("+")[0]
    return versions | {"PyTorch": version, DEVICE: restoration.device_name}


def restoration_of(recipe: Recipe) -> Restoration:
    """Return the restoration of a film, as the coordinator has it.

    Raises:
        EngineError: this computer has not what it takes.
    """
    options = replace(recipe.options, precision=recipe.precision)
    restoration = prepared(options, recipe.info, recipe.width, recipe.height)
    if restoration.precision != recipe.precision:  # numbers overflowed in another stretch
        restoration.model.set_precision(PRECISIONS[recipe.precision])
    return replace(restoration, plan=recipe.plan)


def restored_test_frames(restoration: Restoration, threads: int) -> bytes:
    """Restore a few small frames, and return their pixels; computers that are alike agree."""
    rows, columns = np.mgrid[0:_TEST_HEIGHT, 0:_TEST_WIDTH]
    frames = []
    for number in range(_TEST_FRAMES):
        waves = 120 + 90 * np.sin((columns + 3 * number) / 4.0) * np.cos(rows / 5.0 + number)
        levels = waves[..., None] + np.arange(3) * 11
        if restoration.sample_bytes == 1:
            pixels = levels.clip(0, 255).astype(np.uint8)
        else:
            pixels = (levels * 257).clip(0, 65535).astype(np.uint16)
        starts = number == 0
        frames.append(ShotFrame(Frame(pixels, number, Fraction(1, 25), 1), starts))
    with computing_with(threads):
        small = replace(restoration, width=_TEST_WIDTH, height=_TEST_HEIGHT)
        return b"".join(
            done.frame.data.tobytes()
            for done in small.run(with_finishing(frames), on_step=lambda: None)
        )


def _fetch_models(recipe: Recipe, fetch: Fetch) -> None:
    """Get the models that are not installed here from the coordinator.

    Raises:
        WeightsError: a model is unknown here.
        DiskFullError: there is no room for it.
        OSError: it cannot be written.
        Stopped: by ``fetch``.
    """
    for name, sha256 in recipe.models.items():
        entry = catalogue.find(name)
        if entry.sha256 != sha256:
            raise _UnlikeError(PeerFault.OTHER_VERSION, name)
        if not catalogue.is_installed(entry):
            content = _whole(fetch, model_file(sha256))
            if hashlib.sha256(content).hexdigest() not in (sha256, *entry.twins):
                raise _UnlikeError(PeerFault.NO_MODEL, name)
            catalogue.copy_file(BytesIO(content), entry)


def _tried(task: Task, restoration: Restoration) -> bytes:
    began = time.monotonic()
    content = restored_test_frames(restoration, task.recipe.threads)
    return pack_answer(
        _done(task, restoration, began, frames=0, passes=0.0, content=content), content
    )


def _done(
    task: Task,
    restoration: Restoration,
    began: float,
    *,
    frames: int,
    passes: float,
    content: bytes,
    state: bytes = b"",
) -> Done:
    return Done(
        attempt=task.attempt,
        frames=frames,
        passes=passes,
        seconds=time.monotonic() - began,
        program=own_program(task.recipe, restoration),
        content_crc32=zlib.crc32(content),
        state_crc32=zlib.crc32(state),
    )


def restore_segment(task: Task, restoration: Restoration, fetch: Fetch, on_frame: OnFrame) -> bytes:
    """Restore and encode a stretch, and return the answer; see `carry_out`."""
    began, recipe = time.monotonic(), task.recipe
    with computing_with(recipe.threads):
        segment = OpenSegment(lambda: _encoder(recipe), is_kept=False)
        for index in range(task.kept_files):
            segment.add_copies(unpack(_whole(fetch, task.kept_file(index))))
        passes: list[float] = []
        last: RestoredFrame | None = None
        for done in _restored(task, restoration, fetch, lambda: on_frame(len(passes))):
            if done.plan != recipe.plan:
                device = str(restoration.device)
                raise DeviceMemoryError(device, width=recipe.width, height=recipe.height)
            segment.add(done.frame)
            passes.append(done.passes)
            last = done
            if len(passes) == task.frames:
                break
        content = pack(segment.finish())
    carried = last.carried if last is not None else None
    state = safetensors.numpy.save({} if carried is None else pack_state(carried))
    head = _done(
        task,
        restoration,
        began,
        frames=len(passes),
        passes=sum(passes),
        content=content,
        state=state,
    )
    return pack_answer(head, content, state)


def _restored(
    task: Task, restoration: Restoration, fetch: Fetch, on_step: Callable[[], None]
) -> Iterator[RestoredFrame]:
    recipe = task.recipe
    copies = FrameCopies(recipe.width, recipe.height, 8 if recipe.info.bit_depth == 8 else 16)
    part = lambda offset: fetch(task.frames_file, offset)  # noqa: E731 - short
    frames = with_finishing(read_frames(part, copies, recipe.time_base))
    first = next(frames)
    carried = None
    if task.has_state:
        state = State.from_bytes(_whole(fetch, task.state_file))
        carried = restoration.unpack_state(state.arrays, first)
    return restoration.run(chain([first], frames), on_step, carried)


def _encoder(recipe: Recipe) -> PictureEncoder:
    finish = [step.apply for step in finish_steps(recipe.info, recipe.options)]
    return PictureEncoder(
        recipe.info, Path(recipe.output), recipe.encoding, shift=recipe.shift, finish=finish
    )


def _whole(fetch: Fetch, name: str) -> bytes:
    return b"".join(read_ahead(lambda offset: fetch(name, offset)))
