"""Every error, reason and warning has a clear sentence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.text.messages import (
    describe,
    describe_trouble,
    describe_waiting,
    describe_warning,
    size_text,
)
from engine.jobs import errors
from engine.jobs.errors import (
    Cancelled,
    CardRuntimeError,
    ClusterError,
    ClusterProblem,
    DeviceError,
    DeviceLostError,
    DeviceMemoryError,
    DiskFullError,
    EngineError,
    InputProblem,
    InputVideoError,
    NewestVersionError,
    NewestVersionProblem,
    OutputProblem,
    OutputVideoError,
    PresetError,
    PresetProblem,
    RunnerDiedError,
    RuntimeProblem,
    ScoreFileError,
    UnfinishedWorkError,
    WeightsError,
    WeightsProblem,
    WorkProblem,
)
from engine.jobs.events import PeerFault, PeerTrouble, Waiting, WaitReason, Warned, WarningKind

CLIP = Path("/films/{odd} name.avi")


def every_error() -> Iterator[EngineError]:
    yield from (InputVideoError(CLIP, reason, "why") for reason in InputProblem)
    yield from (OutputVideoError(CLIP, reason, "why") for reason in OutputProblem)
    yield from (PresetError("VHS", reason, "why") for reason in PresetProblem)
    yield from (WeightsError("a-model", reason, "why") for reason in WeightsProblem)
    yield DiskFullError(CLIP, needed_bytes=5_000_000_000, free_bytes=1_000)
    yield DiskFullError(CLIP, needed_bytes=None, free_bytes=0)
    yield from (UnfinishedWorkError(CLIP, r, frames=7, detail="why") for r in WorkProblem)
    yield DeviceError("cuda:3")
    yield DeviceLostError("cuda:3", "why")
    yield DeviceMemoryError("cuda:0", width=1920, height=1080)
    yield RunnerDiedError(CLIP, -6)
    yield ScoreFileError(CLIP, "why")
    yield from (CardRuntimeError("cuda", reason, "why") for reason in RuntimeProblem)
    yield from (NewestVersionError(reason, "Releases") for reason in NewestVersionProblem)
    yield from (ClusterError(CLIP, reason, "why") for reason in ClusterProblem)


def subclasses(base: type) -> set[type]:
    return {base} | {c for child in base.__subclasses__() for c in subclasses(child)}


def assert_is_sentence(text: str) -> None:
    assert (
        text[0].isupper()
        or text[0].isdigit()
        or text.startswith(("/", "--", "a-model", "cuda", "VHS"))
    )
    assert text.endswith(".")
    assert "\n" not in text
    assert "()" not in text


def test_the_errors_tried_here_are_all_there_are() -> None:
    tried = {type(error) for error in every_error()}
    assert tried == subclasses(EngineError) - {EngineError}
    assert {e for e in vars(errors).values() if isinstance(e, type) and e in tried} == tried


@pytest.mark.parametrize("error", list(every_error()), ids=str)
def test_each_error_has_a_sentence_of_its_own(error: EngineError) -> None:
    text = describe(error)
    assert_is_sentence(text)
    assert "unexpected" not in text
    others = [describe(other) for other in every_error() if str(other) != str(error)]
    assert text not in others


@pytest.mark.parametrize("kind", WarningKind)
@pytest.mark.parametrize("count", [1, 12])
def test_each_warning_has_a_sentence(kind: WarningKind, count: int) -> None:
    assert_is_sentence(describe_warning(Warned(kind, count)))


@pytest.mark.parametrize("reason", [*WaitReason, None])
def test_waiting_has_a_sentence(reason: WaitReason | None) -> None:
    assert_is_sentence(describe_waiting(Waiting(reason, CLIP, 12_000)))


def test_damage_is_reported_with_its_number() -> None:
    assert "12 places" in describe_warning(Warned(WarningKind.DAMAGE, 12))
    assert "one place" in describe_warning(Warned(WarningKind.DAMAGE, 1))


def test_fields_are_in_the_sentence() -> None:
    text = describe(DiskFullError(CLIP, needed_bytes=5_000_000_000, free_bytes=1_000))
    assert str(CLIP) in text
    assert "5.0 GB" in text
    assert "1.0 kB" in text
    assert "why" in describe(WeightsError("m", WeightsProblem.DOWNLOAD_FAILED, "why"))


def test_an_empty_detail_leaves_no_brackets() -> None:
    assert "(" not in describe(InputVideoError(CLIP, InputProblem.READ_FAILED))


def test_anything_else_is_one_sentence_too() -> None:
    assert_is_sentence(describe(Cancelled()))
    assert_is_sentence(describe(KeyboardInterrupt()))
    text = describe(ValueError("first line\nsecond line"))
    assert_is_sentence(text)
    assert "ValueError" in text
    assert "first line" in text


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (148_239_017, "148.2 MB")],
)
def test_sizes_read_well(size_bytes: int, text: str) -> None:
    assert size_text(size_bytes) == text


def test_messages_do_not_load_qt() -> None:
    code = "import app.text.messages, sys; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("fault", PeerFault)
def test_each_fault_of_another_computer_has_a_sentence(fault: PeerFault) -> None:
    text = describe_trouble(PeerTrouble(peer="The attic", fault=fault, detail="why"))
    assert "The attic" in text
    assert_is_sentence(text)
