"""Joins the dialog for new receipt numbers, and the card of notices, with their presenters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.numbers.dialog import NumbersDialog
from perisai_desktop.ui.screens.numbers.notices_card import NoticesCard, Tell
from perisai_desktop.ui.screens.numbers.notices_presenter import NoticesPresenter
from perisai_desktop.ui.screens.numbers.notices_words import notices
from perisai_desktop.ui.screens.numbers.presenter import NumbersPresenter, Phoning


def numbers_dialog(
    phoning: Phoning, jobs: Jobs, parent: QWidget, begun: Callable[[], None]
) -> tuple[NumbersDialog, NumbersPresenter]:
    """A dialog and its presenter, joined; `begun` hears that the laptop may write again."""
    dialog = NumbersDialog(parent)
    presenter = NumbersPresenter(phoning, jobs, dialog.show_state, begun)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.typed.connect(lambda text: presenter.type_code(text))
    dialog.sent.connect(lambda: presenter.send())
    dialog.appeared.connect(lambda: presenter.look())
    return dialog, presenter


def notices_card(desk: AgentDesk, jobs: Jobs, tell: Tell = notices) -> tuple[NoticesCard, NoticesPresenter]:
    """A card and its presenter, joined; `tell` chooses what is told."""
    card = NoticesCard(desk.clock.now, desk.clock.offset(), tell)
    presenter = NoticesPresenter(desk.standings, jobs, card.show_standing)
    return card, presenter
