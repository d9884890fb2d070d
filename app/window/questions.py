"""The questions of the window: about unfinished work, and where things are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from app.text.language import translate
from app.text.messages import translated
from engine.jobs.errors import UnfinishedWorkError, WorkProblem
from engine.jobs.options import Resume
from engine.jobs.translation import QT_TRANSLATE_NOOP

_WORK_TEXTS = {
    WorkProblem.OTHER_SOURCE: QT_TRANSLATE_NOOP(
        "Questions",
        "They were made of another video of that name. Leave them and rename this one, or throw"
        " them away and start again.",
    ),
    WorkProblem.OTHER_OPTIONS: QT_TRANSLATE_NOOP(
        "Questions",
        "They were made with other options ({detail}). Leave them and choose the old ones to go on,"
        " or throw them away and start again.",
    ),
    WorkProblem.OTHER_PROGRAM: QT_TRANSLATE_NOOP(
        "Questions",
        "They were made by another version or on another device ({detail}). If you go on all the"
        " same, the picture may change a little at that place.",
    ),
    WorkProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "Questions",
        "What is finished of it cannot be read, or was written by another version of Homereel.",
    ),
}
"""As `app.text.messages` has them for the command line, for people who have buttons."""


class Leaving(Enum):
    """What becomes of a render that is cancelled."""

    KEEP = auto()
    DISCARD = auto()
    STAY = auto()


def ask_for_group(parent: QWidget, names: Sequence[str], current: str) -> str | None:
    """Ask under which name clips are to stand in the list.

    Args:
        parent: the window that waits for the answer.
        names: of the groups there are.
        current: the name under which they stand now; empty: they are in no group.

    Returns:
        The name, empty where they are to be in no group; None where nothing is to be changed.
    """
    name, is_chosen = QInputDialog.getItem(
        parent,
        translate("Questions", "Group"),
        translate("Questions", "&Name of the group, for example “Tape 3, summer of 1994”:"),
        names,
        names.index(current) if current in names else -1,
    )
    return " ".join(name.split()) if is_chosen else None


def ask_to_cancel(parent: QWidget, name: str) -> Leaving:
    """Ask whether what is finished of a render is kept for later, or thrown away."""
    box = _box(parent, translate("Questions", "“{name}” is being restored.").format(name=name))
    box.setInformativeText(
        translate(
            "Questions",
            "If you pause it, what is finished is kept, and it goes on from there the next time. If"
            " you throw that away, it begins anew.",
        )
    )
    keep = box.addButton(translate("Questions", "Pause it"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(
        translate("Questions", "Throw it away"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(
        translate("Questions", "Go on restoring"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(stay)
    box.exec()
    answers = {keep: Leaving.KEEP, discard: Leaving.DISCARD}
    return next((a for b, a in answers.items() if b is box.clickedButton()), Leaving.STAY)


def ask_to_quit(parent: QWidget, names: Sequence[str]) -> bool:
    """Ask whether to quit in the middle of renders."""
    text = translate("Questions", "“{name}” is being restored.").format(name=", ".join(names))
    if len(names) > 1:
        text = translate("Questions", "%n videos are being restored.", "", len(names))
    box = _box(parent, text)
    box.setInformativeText(
        translate(
            "Questions",
            "If you quit now, what is finished is kept, and Homereel goes on from there the next"
            " time.",
        )
    )
    leave = box.addButton(
        translate("Questions", "Pause it and quit"), QMessageBox.ButtonRole.AcceptRole
    )
    stay = box.addButton(
        translate("Questions", "Keep restoring"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is leave


def ask_to_go_on(parent: QWidget, count: int) -> bool:
    """Ask at the start whether an interrupted queue goes on."""
    text = translate("Questions", "The queue was interrupted; %n clips are left.", "", count)
    box = _box(parent, text)
    box.setInformativeText(
        translate("Questions", "Renders go on where they stopped, and end as if nothing happened.")
    )
    go_on = box.addButton(
        translate("Questions", "Go on restoring"), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(translate("Questions", "Not now"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(go_on)
    box.exec()
    return box.clickedButton() is go_on


def ask_for_source(parent: QWidget, name: str, folder: str) -> Path | None:
    """Ask where a source is that was begun with and has gone; None: not now."""
    box = _box(parent, translate("Questions", "“{name}” is not there any more.").format(name=name))
    box.setInformativeText(
        translate(
            "Questions",
            "It was being restored. If it was moved or renamed, show where it is, and what is"
            " finished is kept. If its disk is not connected, connect it and open Homereel again.",
        )
    )
    find = box.addButton(
        translate("Questions", "Find the file…"), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(translate("Questions", "Not now"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(find)
    box.exec()
    return choose_source(parent, name, folder) if box.clickedButton() is find else None


def choose_source(parent: QWidget, name: str, folder: str) -> Path | None:
    """Let the user show where a source is now."""
    title = translate("Questions", "Find “{name}”").format(name=name)
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, folder)
    return Path(chosen) if chosen else None


def ask_about_work(
    parent: QWidget, error: UnfinishedWorkError, *, has_old_options: bool = False
) -> Resume | None:
    """Ask what becomes of finished work that does not fit.

    Args:
        parent: the window.
        error: says what does not fit.
        has_old_options: the options are known with which it was begun.

    Returns:
        AUTO: go on with the old options. None: it is left as it is.
    """
    text = translate("Questions", "%Ln frames of “{name}” are finished already.", "", error.frames)
    if not error.frames:
        text = translate("Questions", "“{name}” was begun already.")
    box = _box(parent, text.format(name=error.path.name))
    reason = translated(_WORK_TEXTS[error.reason], "Questions")
    box.setInformativeText(reason.format(detail=error.detail))
    further = back = None
    if has_old_options and error.reason is WorkProblem.OTHER_OPTIONS:
        back = box.addButton(
            translate("Questions", "Go on with the old options"), QMessageBox.ButtonRole.AcceptRole
        )
    if error.reason is WorkProblem.OTHER_PROGRAM:
        further = box.addButton(
            translate("Questions", "Go on all the same"), QMessageBox.ButtonRole.AcceptRole
        )
    again = box.addButton(
        translate("Questions", "Start again"), QMessageBox.ButtonRole.DestructiveRole
    )
    leave = box.addButton(translate("Questions", "Leave it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.exec()
    clicked = box.clickedButton()
    if clicked is again:
        return Resume.NEVER
    if back is not None and clicked is back:
        return Resume.AUTO
    return Resume.ALWAYS if further is not None and clicked is further else None


def ask_to_remove_preset(parent: QWidget, name: str) -> bool:
    """Ask whether to delete a preset of the user's."""
    box = _box(parent, translate("Questions", "Remove the preset “{name}”?").format(name=name))
    box.setInformativeText(
        translate("Questions", "It cannot be brought back. The options of your clips stay.")
    )
    return _agrees(box, translate("Questions", "Remove it"))


def ask_to_delete_model(parent: QWidget, name: str) -> bool:
    """Ask whether to delete a model file that Homereel cannot fetch again."""
    box = _box(parent, translate("Questions", "Delete the file of “{name}”?").format(name=name))
    box.setInformativeText(
        translate(
            "Questions",
            "Homereel cannot fetch it again. To use it later, you would have to add its file once"
            " more.",
        )
    )
    return _agrees(box, translate("Questions", "Delete it"))


def _agrees(box: QMessageBox, deed: str) -> bool:
    """Show a question, and tell whether the answer is ``deed``, which is not the usual one."""
    go_on = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(translate("Questions", "Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.exec()
    return box.clickedButton() is go_on


def _box(parent: QWidget, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Homereel")
    box.setText(text)
    return box
