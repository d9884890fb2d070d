"""What each action of the menus does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.window import questions
from app.window.compare.comparison_panel import ZOOM_STEP
from app.window.help_pages import ShortcutsDialog

if TYPE_CHECKING:
    from app.window.main_window import Window


def connect_menus(window: Window) -> None:
    """Connect the actions of the menus to the parts of a window."""
    menus, panel, view = window.menus, window.panel, window.panel.comparison
    adding, editing, commands = window.adding, window.editing, window.commands
    for action, act in (
        (menus.add_files, adding.ask_for_files),
        (menus.add_folder, adding.ask_for_folder),
        (menus.remove, adding.remove_selected),
        (menus.undo, window.changes.stack.undo),
        (menus.redo, window.changes.stack.redo),
        (menus.duplicate, lambda: adding.duplicate(window.selection.clips)),
        (menus.add_part, window.on_part_wanted),
        (menus.copy_look, window.on_look_copied),
        (menus.paste_look, editing.paste_look),
        (menus.reset_all, editing.reset_all),
        (menus.keep_as_defaults, window.on_defaults_wanted),
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
        (menus.history, window.show_history),
        (menus.look_again, adding.look_again),
        (menus.quit, window.close),
        (menus.preview, editing.request_preview),
        (menus.play_preview, panel.toggle_playing),
        (menus.previous_frame, lambda: panel.step(-1)),
        (menus.next_frame, lambda: panel.step(1)),
        (menus.choose_region, panel.region_button.click),
        (menus.start_here, panel.start_here),
        (menus.end_here, panel.end_here),
        (menus.side_by_side, panel.side_button.click),
        (menus.split, panel.split_button.click),
        (menus.zoom_in, lambda: view.zoom_by(ZOOM_STEP)),
        (menus.zoom_out, lambda: view.zoom_by(1 / ZOOM_STEP)),
        (menus.one_to_one, view.zoom_one_to_one),
        (menus.fit_region, view.fit_region),
        (menus.fit_picture, view.fit_picture),
        (menus.shortcuts, lambda: ShortcutsDialog(window.menuBar(), window).show()),
        (menus.show_log, window.show_log),
        (menus.report, window.report_problem),
        (menus.about, lambda: questions.show_about(window)),
    ):
        action.triggered.connect(lambda _is_checked, act=act: act())
    menus.appearance_chosen.connect(window.choose_appearance)
