"""How the parts of the window are connected with each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread

from app.window.pages import Pages
from engine.rendering.splitting import Split

if TYPE_CHECKING:
    from app.window.main_window import Window


def connect_parts(window: Window, threads: Sequence[QThread]) -> None:
    """Connect what the parts tell of with what shows it."""
    for thread in threads:
        thread.finished.connect(window.on_thread_finished)
    adding, queue, changes = window.adding, window.queue, window.changes
    window.looks.known.connect(window.on_clip_known)
    window.looks.known.connect(window.adding.on_known)
    window.looks.pictured.connect(window.on_pictured)
    window.looks.planned.connect(window.on_planned)
    window.model.dataChanged.connect(lambda *_: window.refresh_delay.ask())
    changes.inserted.connect(queue.on_inserted)
    changes.done.connect(window.on_change)
    window.comparing.filmstrip.shots_found.connect(window.refresh_delay.ask)
    queue.changed.connect(window.refresh)
    window.others.speedup_changed.connect(window.sentences.on_speedup_changed)
    window.others.films_at_once_changed.connect(queue.let_run)
    queue.clip_done.connect(window.history.note)
    queue.plan_wanted.connect(window.editing.request_plan)
    adding.dragged.connect(window.invitation.set_lit)
    adding.dragged.connect(window.side.set_lit)
    window.watched.arrived.connect(adding.add_found)
    adding.done.connect(queue.advance)
    adding.done.connect(window.refresh)
    for part in (
        adding,
        changes,
        window.missing,
        window.kept_queue,
        window.shelf,
        window.overnight.end,
        window.watched,
        window.comparing,
        window.preferences,
        window.card,
    ):
        part.said.connect(window.foot.say)


def connect_panels(window: Window) -> None:
    """Connect what is chosen in the panels with what it does."""
    adding, commands, editing = window.adding, window.commands, window.editing
    window.selection.shown_changed.connect(window.on_shown_changed)
    window.selection.changed.connect(window.show_options)
    window.selection.changed.connect(window.refresh)
    editing.look_changed.connect(window.on_clip_known)
    editing.options_changed.connect(window.on_options_changed)
    window.strip.changed.connect(window.on_preview_changed)
    window.keys.original_held.connect(window.panel.comparison.set_original_shown)
    window.invitation.files_wanted.connect(adding.ask_for_files)
    window.invitation.folder_wanted.connect(adding.ask_for_folder)
    window.side.files_wanted.connect(adding.ask_for_files)
    window.side.removal_wanted.connect(commands.remove_or_cancel)
    window.side.queue_toggled.connect(commands.toggle_queue)
    window.clip_list.doubleClicked.connect(lambda _index: commands.play_output())
    window.foot.playing_wanted.connect(commands.play_output)
    window.foot.folder_wanted.connect(commands.show_folder)
    editing.listen_to(window.panel, window.options_panel)
    window.options_panel.presets.reset_wanted.connect(editing.reset_all)
    window.options_panel.presets.defaults_wanted.connect(window.preferences.keep_as_defaults)


def connect_menus(window: Window, pages: Pages) -> None:
    """Connect the actions of the menus with what they do."""
    menus = window.menus
    adding, editing, commands = window.adding, window.editing, window.commands
    for action, act in (
        (menus.add_files, adding.ask_for_files),
        (menus.add_folder, adding.ask_for_folder),
        (menus.remove, adding.remove_selected),
        (menus.undo, window.changes.stack.undo),
        (menus.redo, window.changes.stack.redo),
        (menus.duplicate, lambda: adding.duplicate(window.selection.clips)),
        (menus.add_part, window.parts.add_another),
        (menus.select_section, window.clip_list.select_section),
        (menus.group, commands.group_selected),
        (menus.ungroup, commands.ungroup_selected),
        (menus.join_parts, window.parts.join_or_split),
        (menus.split_recordings, lambda: window.parts.split_selected(Split.RECORDINGS)),
        (menus.split_shots, lambda: window.parts.split_selected(Split.SHOTS)),
        (menus.copy_look, editing.copy_look),
        (menus.copy_look, window.refresh),
        (menus.paste_look, editing.paste_look),
        (menus.reset_all, editing.reset_all),
        (menus.keep_as_defaults, window.preferences.keep_as_defaults),
        (menus.restore_selected, commands.restore_selected),
        (menus.pause_selected, commands.pause_selected),
        (menus.move_up, commands.move_up),
        (menus.move_down, commands.move_down),
        (menus.move_to_top, commands.move_to_top),
        (menus.move_to_end, commands.move_to_end),
        (menus.toggle_queue, commands.toggle_queue),
        (menus.stop_after_this, window.queue.stop_after_this),
        (menus.cancel, commands.cancel_selected),
        (menus.play_output, commands.play_output),
        (menus.show_folder, commands.show_folder),
        (menus.find_source, commands.find_source),
        (menus.history, pages.show_history),
        (menus.look_again, adding.look_again),
        (menus.models, window.models.open_page),
        (menus.card, window.card.open_page),
        (menus.others, window.others.open_page),
        (menus.quit, window.close),
        (menus.tour, pages.show_tour),
        (menus.shortcuts, pages.show_shortcuts),
        (menus.show_log, pages.show_log),
        (menus.report, pages.report_problem),
        (menus.newest, pages.look_for_new_version),
        (menus.about, pages.show_about),
    ):
        action.triggered.connect(lambda _is_checked, act=act: act())
    menus.appearance_chosen.connect(window.preferences.choose_appearance)
    menus.less_motion.triggered.connect(window.preferences.choose_less_motion)
    for show in (menus.less_motion.setChecked, window.strip.reduce_motion):
        window.preferences.motion_reduced.connect(show)
    menus.language_chosen.connect(window.preferences.choose_language)
