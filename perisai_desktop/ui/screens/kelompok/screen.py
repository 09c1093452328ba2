"""Joins the screen of a kelompok with its presenter and the reader of lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.kelompok import Kelompok
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.importing import Intake
from perisai_desktop.services.kelompok_papers import KelompokPapers
from perisai_desktop.services.list_files import ListFile
from perisai_desktop.services.list_pages import read_page
from perisai_desktop.ui.screens.kelompok.columns_dialog import ColumnsDialog
from perisai_desktop.ui.screens.kelompok.discard_dialog import DiscardDialog
from perisai_desktop.ui.screens.kelompok.list_reader import ListReader
from perisai_desktop.ui.screens.kelompok.paper_saver import PaperSaver
from perisai_desktop.ui.screens.kelompok.ports import KelompokPorts
from perisai_desktop.ui.screens.kelompok.presenter import KelompokPresenter
from perisai_desktop.ui.screens.kelompok.view import KelompokView
from perisai_desktop.ui.screens.kelompok.words import result_words
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.iuran_month import IuranMonth


def kelompok_screen(
    desk: AgentDesk, jobs: Jobs, issued: Callable[[Receipt], None], written: Callable[[], None]
) -> tuple[KelompokView, KelompokPresenter]:
    """A view and its presenter, joined; `issued` hears of a receipt to be shown, `written` of every receipt."""

    def places(text: str) -> list[Option]:
        found = desk.grouping.places(text)
        return [Option(place.code, place.village_label, place.label) for place in found]

    @cache
    def village_of(code: str) -> Option | None:
        place = desk.grouping.place(code)
        return None if place is None else Option(place.code, place.village_label, place.label)

    today = desk.clock.today()
    view = KelompokView(desk.reference, IuranMonth.of(today), places, village_of, desk.clock.offset())
    ports = KelompokPorts(
        grouping=desk.grouping,
        page=read_page,
        enrol=desk.group_enrolling.enrol,
        issued=issued,
        written=written,
    )
    presenter = KelompokPresenter(ports, jobs, view.show_state, today)

    def ask(head: ListHead, columns: Columns) -> None:
        dialog = ColumnsDialog(head, columns, view)
        if desk.identity.practice:
            PracticeFrame(dialog)
        dialog.chosen.connect(lambda chosen: reader.read(_target(desk, presenter), chosen))
        dialog.rejected.connect(lambda: reader.put_away())
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()

    def throw_away(kelompok: Kelompok) -> None:
        dialog = DiscardDialog(kelompok, view)
        if desk.identity.practice:
            PracticeFrame(dialog)
        dialog.acted.connect(lambda: presenter.discard(kelompok.kelompok_id))
        dialog.acted.connect(lambda: dialog.accept())
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()

    papers = PaperSaver(KelompokPapers(desk.identity, desk.reference), jobs, presenter.fail)

    def save_result(path: str) -> None:
        state = presenter.state
        signed = state.kelompok is not None and state.kelompok.pages > 0
        papers.save_result(Path(path), state, lambda one: result_words(one, signed=signed))

    reader: ListReader[ListFile, Intake] = ListReader(
        desk.importing, jobs, ask, presenter.tell_reading, presenter.show_kelompok, presenter.fail
    )
    view.appeared.connect(presenter.load)
    view.left.connect(presenter.leave)
    view.narrowed.connect(presenter.narrow)
    view.file_named.connect(lambda path: reader.open(Path(path)))
    view.given_up.connect(lambda: reader.give_up())
    view.start.begun.connect(presenter.begin)
    view.start.opened.connect(lambda place: presenter.show_kelompok(presenter.state.unpaid[place]))
    view.start.discarded.connect(lambda place: throw_away(presenter.state.unpaid[place]))
    view.grid.edited.connect(presenter.edit)
    view.grid.turned.connect(presenter.choose)
    view.grid.reason_wanted.connect(view.line.lead)
    view.line.explained.connect(presenter.explain)
    view.line.spread.connect(presenter.explain_all)
    view.line.listed.connect(presenter.list_person)
    view.line.removed.connect(presenter.remove)
    view.side.payer_chosen.connect(presenter.set_payer)
    view.side.payer_named.connect(presenter.name_payer)
    view.side.shared.connect(presenter.share)
    view.side.captured.connect(presenter.capture_in)
    view.side.pages_named.connect(lambda paths: presenter.add_pages([Path(path) for path in paths]))
    view.side.pages_dropped.connect(presenter.drop_pages)
    view.side.pay_pressed.connect(presenter.pay)
    view.side.list_named.connect(lambda path: papers.save_signing_list(Path(path), presenter.state))
    view.result_named.connect(save_result)
    return view, presenter


def _target(desk: AgentDesk, presenter: KelompokPresenter) -> Kelompok:
    """The open kelompok for a list to go into."""
    kelompok = presenter.state.kelompok
    assert kelompok is not None
    return replace(kelompok, updated_at=desk.clock.now())
