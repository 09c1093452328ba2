"""Joins the settings with their presenter."""

from __future__ import annotations

from datetime import datetime, timedelta

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.printers import Printers
from perisai_desktop.ui.i18n import moment_words
from perisai_desktop.ui.screens.settings.presenter import Choices, Ports, Post, SettingsPresenter
from perisai_desktop.ui.screens.settings.view import Setting, SettingsView


def settings_screen(
    desk: AgentDesk,
    jobs: Jobs,
    choices: Choices,
    printers: Printers,
    post: Post,
    scale: int,
    pdf_folder: str,
    *,
    tour: bool,
) -> tuple[SettingsView, SettingsPresenter]:
    """A view and its presenter, joined; `scale` is what this run is drawn at, `tour` whether there is one to show."""
    upkeep, clock = desk.upkeep, desk.clock

    def moment(at: datetime) -> str:
        shift = timedelta(minutes=clock.offset())
        return moment_words(at + shift, clock.today())

    view = SettingsView(Setting(upkeep.facts, upkeep.report.name, moment, tour))
    backing_up, password, report = upkeep.backing_up, upkeep.password, upkeep.report
    ports = Ports(choices, backing_up, password, report, printers.listed, desk.purging.standing)
    presenter = SettingsPresenter(ports, jobs, view.show_state, post, scale, pdf_folder)
    view.appeared.connect(presenter.load)
    view.looks.scale_chosen.connect(presenter.scale)
    view.paper.paper_chosen.connect(presenter.paper)
    view.paper.printer_chosen.connect(presenter.printer)
    view.paper.folder_chosen.connect(presenter.pdf_folder)
    view.backup.folder_chosen.connect(lambda folder, begin: presenter.backup_folder(folder, begin=begin))
    view.backup.backup_asked.connect(presenter.back_up)
    view.backup.stop_asked.connect(presenter.stop)
    view.password.lock_chosen.connect(presenter.lock_after)
    view.password.submitted.connect(presenter.change_password)
    view.report.saved.connect(presenter.save_report)
    view.show_state(presenter.state)
    return view, presenter
