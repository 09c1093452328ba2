"""Joins the screen of a branch's settings with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.branch_configuring import read_brackets
from perisai_desktop.ui.consent_dialog import ConsentDialog
from perisai_desktop.ui.screens.branch_settings.presenter import BranchSettingsPresenter, Configuring
from perisai_desktop.ui.screens.branch_settings.publish_dialog import DropDialog, PublishDialog
from perisai_desktop.ui.screens.branch_settings.view import BranchSettingsView
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from sync.rules.iuran_month import IuranMonth


def branch_settings_screen(
    configuring: Configuring,
    jobs: Jobs,
    today: Callable[[], date],
    ask: Callable[[QDialog], None],
    *,
    reads_only: bool = False,
) -> tuple[BranchSettingsView, BranchSettingsPresenter]:
    """A view and its presenter, joined; `ask` shows a question. `reads_only`: nobody edits here."""
    view = BranchSettingsView(IuranMonth.of(today()), reads_only=reads_only)
    presenter = BranchSettingsPresenter(configuring, jobs, view.show_state, today, read_brackets)
    view.appeared.connect(presenter.load)
    view.turned.connect(presenter.turn)
    view.edited.connect(presenter.edit)
    view.table_asked.connect(
        lambda path, name, first: presenter.add_table(Path(path), name, IuranMonth.parse(first))
    )
    view.table_dropped.connect(presenter.drop_table)
    view.outlook.day_chosen.connect(presenter.start_on)
    view.outlook.looked.connect(presenter.look)

    def ask_to_publish() -> None:
        preview = presenter.state.preview
        if preview is not None and presenter.state.publishable:
            ask(_acting(PublishDialog(preview, view), presenter.publish))

    view.publish_asked.connect(ask_to_publish)
    view.consent.read_asked.connect(lambda text: ask(ConsentDialog(text, view)))
    view.drop_asked.connect(lambda: ask(_acting(DropDialog(view), presenter.drop)))
    return view, presenter


def _acting(dialog: ActDialog, act: Callable[[], None]) -> ActDialog:
    """A question that acts and closes once it is answered with yes."""
    dialog.acted.connect(lambda: act())
    dialog.acted.connect(dialog.accept)
    return dialog
