"""The queue from one run of the window to the next."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from app.window.queue.clip_model import SECTION_ROLE
from app.window.queue.clips import ClipState
from app.window.queue.queue_file import Entry, KeptState, QueueFile
from engine.jobs.choices import (
    Borders,
    Codec,
    Colours,
    Container,
    Crop,
    Deinterlace,
    Encoder,
    Shape,
    SizeByHeight,
    SizeExact,
)
from engine.jobs.errors import InputProblem, UnfinishedWorkError, WorkProblem
from engine.jobs.events import Waiting, WaitReason
from engine.jobs.options import Options, Resume


@pytest.fixture
def answers():
    """What the user says to the offer to go on, if not yes."""
    return []


@pytest.fixture
def questions(monkeypatch, answers):
    asked = []

    def answer(parent, count):
        asked.append(count)
        return answers.pop(0) if answers else True

    monkeypatch.setattr("app.window.questions.ask_to_go_on", answer)
    return asked


def keep(tmp_path, *entries):
    earlier = QueueFile(tmp_path / "state" / "queue.json")
    earlier.open()
    earlier.save(entries)
    earlier.close()


def test_an_interrupted_queue_is_offered_and_goes_on(window, qtbot, tmp_path, clips, questions):
    options = Options(strength=0.5, end_seconds=3.0)
    keep(
        tmp_path,
        Entry(clips[0], options, tmp_path, KeptState.BEGUN),
        Entry(clips[1], Options(), None, KeptState.WAITING),
    )
    window.restore_queue()
    assert questions == [2]
    qtbot.waitUntil(lambda: [c.state for c in window.model] == [ClipState.DONE] * 2)
    assert next(iter(window.model)).options == options


def test_the_offer_to_go_on_can_be_declined(
    *, window, qtbot, tmp_path, clips, restore, questions, answers
):
    answers.append(False)
    keep(tmp_path, Entry(clips[0], Options(), None, KeptState.BEGUN))
    window.restore_queue()
    assert questions == [1]
    qtbot.waitUntil(lambda: [c.state for c in window.model] == [ClipState.PAUSED])
    qtbot.wait(50)
    assert restore.jobs == []


def test_a_queue_that_never_ran_is_there_again_without_a_question(
    *, window, qtbot, tmp_path, clips, questions
):
    keep(tmp_path, Entry(clips[0], Options(), None, KeptState.NEW))
    window.restore_queue()
    qtbot.waitUntil(lambda: [c.state for c in window.model] == [ClipState.READY])
    assert questions == []


def test_groups_are_there_again(window, tmp_path, clips):
    entry = Entry(clips[0], Options(), None, KeptState.NEW)
    keep(tmp_path, entry, replace(entry, path=clips[1], group="Tape 3"))
    window.restore_queue()
    assert window.model.index(1, 0).data(SECTION_ROLE) == "Tape 3"
    window.kept_queue.close()
    kept = json.loads((tmp_path / "state" / "queue.json").read_text())
    assert [clip["group"] for clip in kept["clips"]] == ["", "Tape 3"]


def test_the_queue_is_written_down_while_it_runs(
    *, window, qtbot, tmp_path, clips, restore, questions
):
    path = tmp_path / "state" / "queue.json"
    window.restore_queue()
    restore.waits = True
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: path.exists() and path.read_text().count('"new"') == 2)
    window.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    qtbot.waitUntil(lambda: path.exists() and '"begun"' in path.read_text())
    crashed = QueueFile(tmp_path / "copy" / "queue.json")
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "queue.json").write_text(path.read_text())
    entries = crashed.open()
    crashed.close()
    assert [(e.path, e.progress) for e in entries] == [
        (clips[0], KeptState.BEGUN),
        (clips[1], KeptState.WAITING),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b'{"version": 1, "clips": [{',
        b"\xff\xfe\x00",
        b"[]",
        b'{"version": 2, "clips": []}',
        b'{"version": 1}',
        b'{"version": 1, "clips": ["tape.avi"]}',
    ],
)
def test_a_damaged_queue_is_put_aside_and_told(*, window, tmp_path, questions, content):
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "queue.json").write_bytes(content)
    window.restore_queue()
    assert len(window.model) == 0
    assert "queue.damaged.json" in window.foot.notice.text()
    assert (tmp_path / "state" / "queue.damaged.json").read_bytes() == content


def places(value, way=()):
    """The way to each value of a JSON document."""
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, part in inner:
        yield (*way, key)
        yield from places(part, (*way, key))


def test_no_wrong_value_gets_through_to_the_window(tmp_path, clips):
    """Wherever it stands: the queue is read with a usable value, or put aside."""
    path = tmp_path / "queue.json"
    options = Options(
        size=SizeExact(640, 480), crop=Crop(2, 2, 64, 48), shape=Fraction(4, 3), quality=20
    )
    keep(tmp_path, Entry(clips[0], options, tmp_path, KeptState.WAITING))
    good = (tmp_path / "state" / "queue.json").read_text()
    assert len(list(places(json.loads(good)))) > 30
    for *way, last in places(json.loads(good)):
        for wrong in ({}, [], "1/0", -0.5, None):
            document = json.loads(good)
            spot = document
            for key in way:
                spot = spot[key]
            spot[last] = wrong
            path.write_text(json.dumps(document))
            queue = QueueFile(path)
            (entry,) = queue.open() or [None]
            queue.close()
            if entry is None:
                assert queue.damaged or not document["clips"]
            else:
                ignored = {"options", "begun_with", "type"}
                is_right = last == "parts" and wrong == []
                assert last in ignored or is_right or not isinstance(wrong, dict | list)
                assert entry.options.strength + entry.options.grain < 3
                assert isinstance(entry.options.size, SizeExact | None)


WRITTEN_BEFORE = r"""
{"version": 1, "clips": [{"path": "/films/caf\udce9.avi", "folder": null, "progress": "new",
"options": {"model": "homereel-small", "threshold": null, "strength": 1.0, "grain": 0.0, "size":
null, "deinterlace": "auto", "start_seconds": null, "end_seconds": null, "crop": null,
"trims_borders": false, "rotation_degrees": null, "shape": "auto", "colours": "auto", "codec":
"auto", "quality": null, "encoder": "auto", "container": null, "device": "auto", "precision":
"auto", "window_frames": null, "lookahead_frames": null}}, {"path": "/films/b.avi", "folder":
"/out", "progress": "begun", "options": {"model": "homereel-small", "threshold": 1.5,
"strength": 0.5, "grain": 0.1, "size": {"short_side": 1080}, "deinterlace": "field",
"start_seconds": 1.0, "end_seconds": 2.5, "crop": {"x": 2, "y": 4, "width": 64, "height": 48},
"trims_borders": true, "rotation_degrees": 90, "shape": "16/9", "colours": "bt601", "codec":
"hevc", "quality": 23, "encoder": "nvenc", "container": "mkv", "device": "auto", "precision":
"auto", "window_frames": null, "lookahead_frames": null}}, {"path": "/films/c.avi", "folder":
"/out", "progress": "waiting", "options": {"model": "homereel-small", "threshold": null,
"strength": 1.0, "grain": 0.0, "size": {"width": 640, "height": 480}, "deinterlace": "auto",
"start_seconds": null, "end_seconds": null, "crop": null, "trims_borders": false,
"rotation_degrees": null, "shape": "off", "colours": "auto", "codec": "auto", "quality": null,
"encoder": "auto", "container": null, "device": "auto", "precision": "auto", "window_frames":
null, "lookahead_frames": null}}]}"""
"""As Homereel 0.1.0 wrote it."""


def test_a_queue_of_an_earlier_version_is_read(tmp_path):
    path = tmp_path / "queue.json"
    path.write_text(WRITTEN_BEFORE)
    queue = QueueFile(path)
    entries = queue.open()
    queue.close()
    assert queue.damaged is None
    assert entries == [
        Entry(Path("/films/caf\udce9.avi"), Options(), None, KeptState.NEW),
        Entry(
            Path("/films/b.avi"),
            Options(
                threshold=1.5,
                strength=0.5,
                grain=0.1,
                size=SizeByHeight(1080),
                deinterlace=Deinterlace.FIELD,
                start_seconds=1.0,
                end_seconds=2.5,
                crop=Crop(2, 4, 64, 48),
                borders=Borders.CROP,
                rotation_degrees=90,
                shape=Fraction(16, 9),
                colours=Colours.BT601,
                codec=Codec.HEVC,
                quality=23,
                encoder=Encoder.NVENC,
                container=Container.MKV,
            ),
            Path("/out"),
            KeptState.BEGUN,
        ),
        Entry(
            Path("/films/c.avi"),
            Options(size=SizeExact(640, 480), shape=Shape.STORED),
            Path("/out"),
            KeptState.WAITING,
        ),
    ]
    keep(tmp_path, *entries)
    again = QueueFile(tmp_path / "state" / "queue.json")
    assert again.open() == entries
    again.close()


@pytest.mark.parametrize("answer", [Resume.NEVER, None])
def test_work_that_does_not_fit_is_asked_about(
    *, window, qtbot, clips, restore, monkeypatch, answer
):
    error = UnfinishedWorkError(clips[0], WorkProblem.OTHER_OPTIONS, frames=9, detail="x")

    def ask(parent, asked, *, has_old_options):
        assert asked is error
        assert not has_old_options
        restore.failures = {}
        return answer

    monkeypatch.setattr("app.window.questions.ask_about_work", ask)
    restore.failures = {clips[0].name: error}
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: all(clip.plan for clip in window.model))
    window.commands.toggle_queue()
    end = ClipState.FAILED if answer is None else ClipState.DONE
    qtbot.waitUntil(lambda: [c.state for c in window.model] == [end])
    assert "--" not in window.foot.sentence.text(), "the window has no such options"
    expected = [Resume.AUTO] if answer is None else [Resume.AUTO, answer]
    assert [job.resume for job in restore.jobs] == expected


def test_waiting_for_room_is_said(window, qtbot, clips, restore, engine):
    restore.waits = True
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: all(clip.plan for clip in window.model))
    window.commands.toggle_queue()
    qtbot.waitUntil(restore.has_begun.is_set)
    clip = next(iter(window.model))
    engine.job_waiting.emit(1, Waiting(WaitReason.DISK_FULL, clips[0]))
    assert clip.waiting is not None
    engine.job_waiting.emit(1, Waiting(None, clips[0]))
    assert clip.waiting is None


def test_of_two_windows_the_first_keeps_the_queue(tmp_path, clips):
    path = tmp_path / "queue.json"
    first, second = QueueFile(path), QueueFile(path)
    entry = Entry(clips[0], Options(), None, KeptState.NEW)
    assert first.open() == []
    first.save([entry])
    assert second.open() == []
    second.save([replace(entry, progress=KeptState.BEGUN)])
    first.close()
    third = QueueFile(path)
    assert third.open() == [entry]
    third.close()


@pytest.fixture
def lost(tmp_path):
    """A clip that was begun, whose source has gone."""
    path = tmp_path / "lost.avi"
    keep(tmp_path, Entry(path, Options(), None, KeptState.BEGUN))
    return path


@pytest.fixture
def shown(monkeypatch):
    """What the user shows when asked for the file."""
    answers = []
    monkeypatch.setattr("app.window.questions.ask_for_source", lambda *_: answers.pop(0))
    monkeypatch.setattr("app.window.questions.choose_source", lambda *_: answers.pop(0))
    return answers


def states(window):
    return [clip.state for clip in window.model]


def test_a_source_that_was_moved_nearby_goes_on(
    *, window, qtbot, tmp_path, clips, restore, questions
):
    moved = tmp_path / "moved.avi"
    keep(tmp_path, Entry(moved, Options(), None, KeptState.BEGUN))
    window.restore_queue()
    qtbot.waitUntil(lambda: states(window) == [ClipState.DONE])
    assert restore.jobs[0].source == tmp_path / "there" / "moved.avi"
    assert restore.jobs[0].output.parent == tmp_path
    assert "moved.avi" in window.foot.notice.text()


def test_a_source_that_has_gone_is_asked_for_and_goes_on(
    *, window, qtbot, tmp_path, lost, shown, restore, questions
):
    there = tmp_path / "lost and found.avi"
    there.write_bytes(b"film")
    shown.append(there)
    window.restore_queue()
    qtbot.waitUntil(lambda: states(window) == [ClipState.DONE])
    assert restore.jobs[0].source == there


def test_another_film_is_not_taken_for_it(*, window, qtbot, lost, shown, clips, restore, questions):
    again = lost.with_name("lost again.avi")
    again.write_bytes(b"film")
    shown += [clips[0], None, again]
    window.restore_queue()
    qtbot.waitUntil(lambda: states(window) == [ClipState.REFUSED])
    assert f"“{clips[0].name}” is another video than “lost.avi”" in window.foot.notice.text()
    assert "finished frames: 7" in window.foot.sentence.text()
    clip = next(iter(window.model))
    assert clip.path == lost
    window.commands.find_source()
    assert states(window) == [ClipState.REFUSED]
    window.commands.find_source()
    qtbot.waitUntil(lambda: states(window) == [ClipState.PAUSED])
    assert not window.missing.is_missing(clip)
    assert restore.jobs == []


def test_a_clip_that_crashed_the_reader_is_not_looked_at_again_unasked(
    *, window, qtbot, tmp_path, clips, questions
):
    kept = Entry(clips[0], Options(), None, KeptState.BEGUN, InputProblem.CRASHED_READER)
    keep(tmp_path, kept, Entry(clips[1], Options(), None, KeptState.NEW))
    window.restore_queue()
    qtbot.waitUntil(lambda: states(window)[1] is not ClipState.LOOKING)
    assert states(window)[0] is ClipState.REFUSED
    assert "made the reader crash" in window.foot.sentence.text()
    window.kept_queue.save_soon()
    qtbot.waitUntil(lambda: b"crashed_reader" in (tmp_path / "state" / "queue.json").read_bytes())
    window.clip_list.select(window.model.index(0, 0))
    window.menus.look_again.trigger()
    qtbot.waitUntil(lambda: states(window)[0] is ClipState.DONE)


def test_a_clip_that_was_looked_at_when_the_program_ended_is_left_alone(
    *, window, qtbot, tmp_path, clips, questions
):
    entries = [Entry(path, Options(), None, KeptState.NEW) for path in clips[:3]]
    killed = QueueFile(tmp_path / "state" / "queue.json")
    killed.open()
    killed.save(entries)
    killed.note_look(clips[0])
    killed.note_look(None)
    killed.note_look(clips[1])
    killed.close()
    window.restore_queue()
    qtbot.waitUntil(lambda: ClipState.LOOKING not in states(window))
    assert states(window) == [ClipState.READY, ClipState.REFUSED, ClipState.READY]
    window.clip_list.select(window.model.index(1, 0))
    assert "ended while it looked at" in window.foot.sentence.text()
    window.menus.look_again.trigger()
    qtbot.waitUntil(lambda: states(window)[1] is ClipState.READY)
    window.close()
    again = QueueFile(tmp_path / "state" / "queue.json")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(again.open()) == 3
    assert again.interrupted_look is None
    again.close()


def test_clips_at_which_one_start_after_the_other_ended_are_all_left_alone(tmp_path, clips):
    path = tmp_path / "state" / "queue.json"
    keep(tmp_path, *(Entry(clip, Options(), None, KeptState.NEW) for clip in clips[:3]))
    for clip in clips[:2]:
        killed = QueueFile(path)
        killed.open()
        killed.note_look(clip)
        killed.close()
    queue = QueueFile(path)
    reasons = [entry.left_alone for entry in queue.open()]
    assert reasons == [InputProblem.ENDED_PROGRAM, InputProblem.ENDED_PROGRAM, None]
    queue.close()


def test_a_queue_of_an_earlier_version_knows_no_clips_that_are_left_alone(tmp_path, clips):
    keep(tmp_path, Entry(clips[0], Options(), None, KeptState.NEW))
    path = tmp_path / "state" / "queue.json"
    document = json.loads(path.read_text())
    del document["clips"][0]["left_alone"]
    path.write_text(json.dumps(document))
    queue = QueueFile(path)
    assert queue.open()[0].left_alone is None
    queue.close()
