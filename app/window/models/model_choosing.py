"""Choosing the model: in the options, or on the page that also fetches those that are missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.window.editing import Editing
from app.window.models.models_page import ModelsPage
from app.window.options.look import LookControls
from engine.background.intake_thread import Intake
from engine.background.model_keeper import ModelKeeper
from engine.estimating.model_costs import ModelState


class ModelChoosing(QObject):
    """Gives the selected clips another model; a missing one is offered on the page of models.

    Attributes:
        page: the page of models; None until it is first opened.
    """

    def __init__(
        self,
        look: LookControls,
        editing: Editing,
        *,
        keeper: ModelKeeper,
        intake: Intake,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look, self._editing, self._window = look, editing, window
        self._keeper, self._intake = keeper, intake
        self._installed: set[str] = set()
        self.page: ModelsPage | None = None
        look.model_picked.connect(self.on_picked)
        intake.models_listed.connect(self.on_listed)

    def open_page(self, name: str = "") -> None:
        """Open the page of models, at the one in use or at another one."""
        if self.page is None:
            self.page = ModelsPage(self._keeper, self._intake, self._window)
            self.page.model_chosen.connect(self.choose)
        self.page.open_at(name or self._look.model, self._look.model)

    def choose(self, name: str) -> None:
        """Restore the selected clips, and those to come, with a model; its slider is reset."""
        self._look.show_model(name)
        # Thresholds and mixes of one model mean nothing to another.
        self._editing.edit(
            lambda options: replace(options, model=name, threshold=None, denoise=None, steady=False)
        )
        if self.page is not None:
            self.page.show_chosen(name)

    def on_picked(self, name: str) -> None:
        """A row of the options was picked; an empty name stands for the page."""
        if name in self._installed:
            self.choose(name)
        else:
            self.open_page(name)

    def on_listed(self, states: Sequence[ModelState]) -> None:
        """It is known which models there are."""
        self._installed = {state.entry.name for state in states if state.is_installed}
        self._look.offer_models(states)
