"""People who are enrolled together on the tour: a family typed cell by cell, lists read from files; one payment each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.kelompok import Kelompok, KelompokKind
from perisai_desktop.tour.day.plan import FamilyPlan, ListPlan
from perisai_desktop.tour.day.settling import drop, read_through
from perisai_desktop.tour.day.witness import Witness
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.receipt_walk import ReceiptWalk
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.kelompok.columns_dialog import ColumnsDialog
from perisai_desktop.ui.screens.kelompok.state import KelompokState, Part
from perisai_desktop.ui.screens.kelompok.view import KelompokView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.widgets.table import Table

CELL = "grid_"
FIRST_CELL = "grid_nik"


class KelompokWalk:
    """A kelompok that was begun is gone on with; one whose payer has a receipt of today is paid."""

    def __init__(
        self,
        window: AgentWindow,
        jobs: Jobs,
        pictures: Pictures,
        receipts: ReceiptWalk,
        witness: Witness,
    ) -> None:
        self._window = window
        self._jobs = jobs
        self._hand = Hand(window)
        self._pictures = pictures
        self._receipts = receipts
        self._witness = witness

    def enrol_family(self, plan: FamilyPlan, page: Path) -> None:
        """Type a family into the grid, photograph the list that it signed, and take the money."""
        if self._paid(plan.people[0]["name"]):
            return
        self._open(KelompokKind.FAMILY, plan.people[0]["name"])
        for field, text in plan.shared.items():
            self._hand.write(f"kelompok_{field}", text)
        for place, person in enumerate(plan.people):
            self._type(place, person)
        if self._cell().startswith(CELL):
            self._hand.keyboard.press(self._editor(), Qt.Key.Key_Escape)
        self._sign(page)
        self._pictures.take("kelompok_family", self._window)
        self._pay("family")

    def enrol_list(self, plan: ListPlan, page: Path) -> None:
        """Read a list from its file, mend some of its bad lines in place, and take the money for all that are ready."""
        if self._paid(plan.payer):
            return
        name = plan.kind.value
        self._open(plan.kind, plan.payer)
        self._hand.write("kelompok_payer_name", plan.payer)
        if not self._state.people:
            drop(self._view, plan.file)
            wait_for(lambda: self._columns() is not None, "columns asked")
            columns = self._columns()
            assert columns is not None
            self._pictures.take(f"kelompok_{name}_columns", columns)
            Hand(columns, self._hand.keyboard).press("act")
            wait_for(lambda: bool(self._state.people) and self._state.reading is None, "list read", 120)
        self._sign(page)
        self._pictures.take(f"kelompok_{name}", self._window)
        for row, (field, text) in plan.mended.items():
            self._mend(row, field, text)
        self._hand.press(f"kelompok_{Part.WRONG.value}")
        self._pictures.take(f"kelompok_{name}_wrong", self._window)
        self._pay(name)
        if self._state.kelompok is not None:
            self._hand.press("kelompok_back")
        wait_for(lambda: self._state.kelompok is None, "kelompok left")

    def _open(self, kind: KelompokKind, payer: str) -> None:
        self._window.frame.go("kelompok")
        read_through(self._jobs)
        self._pictures.take("kelompok_start", self._window)
        unpaid = [one for one in self._state.unpaid if self._is(one, kind, payer)]
        if unpaid:
            self._window.pages.kelompok.show_kelompok(unpaid[0])
        else:
            self._hand.press(f"kelompok_{kind.value}")
        wait_for(lambda: self._state.kelompok is not None, "kelompok open")
        read_through(self._jobs)

    def _is(self, kelompok: Kelompok, kind: KelompokKind, payer: str) -> bool:
        return kelompok.kind is kind and kelompok.payer_name in ("", payer)

    def _type(self, place: int, person: Mapping[str, str]) -> None:
        """Type one line, from its NIK on through whatever it lacks."""
        people = self._state.people
        if place < len(people) and people[place].member.form.income:
            return
        grid = self._hand.part("kelompok_grid", Table)
        if self._cell() != FIRST_CELL or grid.chosen_row != place:
            grid.setFocus(Qt.FocusReason.TabFocusReason)
            grid.choose(place)
            self._hand.keyboard.press(grid, Qt.Key.Key_Home)
            self._hand.keyboard.press(grid, Qt.Key.Key_Return)
        wait_for(lambda: self._cell() == FIRST_CELL, "cell of the NIK")
        self._fill(person["nik"])
        while self._cell().startswith(CELL) and self._cell() != FIRST_CELL:
            self._fill(person[self._cell().removeprefix(CELL)])

    def _fill(self, text: str) -> None:
        """Type into the open cell, all of which is marked, and go on to the next."""
        editor = self._editor()
        self._hand.keyboard.type(editor, text)
        self._hand.keyboard.press(editor, Qt.Key.Key_Return)
        wait_for(lambda: QApplication.focusWidget() is not editor, "next cell")

    def _mend(self, row: int, field: str, text: str) -> None:
        """Put a line of the file right in its cell, found by the key that leads to the next problem."""
        if not any(one.member.row == row and one.assessment.errors for one in self._state.people):
            return
        grid = self._hand.part("kelompok_grid", Table)
        grid.setFocus(Qt.FocusReason.TabFocusReason)
        self._to_problem()
        while self._state.row != row:
            self._to_problem()
        self._hand.keyboard.press(grid, Qt.Key.Key_Return)
        wait_for(lambda: self._cell() == f"{CELL}{field}", "cell to mend")
        editor = self._editor()
        self._hand.keyboard.type(editor, text)
        self._hand.keyboard.press(editor, Qt.Key.Key_Return)
        read_through(self._jobs)

    def _to_problem(self) -> None:
        self._hand.shortcut(Qt.Key.Key_F6)
        read_through(self._jobs)

    def _sign(self, page: Path) -> None:
        kelompok = self._state.kelompok
        if kelompok is not None and not kelompok.pages:
            drop(self._view, page)
            wait_for(lambda: self._pages() > 0, "page kept")
        read_through(self._jobs)

    def _pay(self, name: str) -> None:
        read_through(self._jobs)
        to_pay = self._hand.words("kelompok_total")
        self._hand.press("kelompok_pay")
        wait_for(lambda: self._window.receipt_window is not None, "receipt of a kelompok", 120)
        (receipt,) = self._window.desk.receipting.recent(1)
        self._witness.hear("receipt", f"kelompok {name}, to take", to_pay, receipt.number)
        self._receipts.keep(receipt.number, f"receipt_{name}")
        read_through(self._jobs)

    def _paid(self, payer: str) -> bool:
        desk = self._window.desk
        today = desk.clock.today()
        return any(
            one.issued_on == today and one.received_from == payer for one in desk.receipting.recent(1_000)
        )

    def _pages(self) -> int:
        kelompok = self._state.kelompok
        return 0 if kelompok is None else kelompok.pages

    def _editor(self) -> QWidget:
        """The input of the open cell."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def _cell(self) -> str:
        """The name of the open cell, empty where none is."""
        widget: QWidget | None = QApplication.focusWidget()
        return "" if widget is None else widget.objectName()

    def _columns(self) -> ColumnsDialog | None:
        found = self._view.findChildren(ColumnsDialog)
        return next((each for each in found if each.isVisible()), None)

    @property
    def _view(self) -> KelompokView:
        found = self._window.findChild(KelompokView)
        assert found is not None
        return found

    @property
    def _state(self) -> KelompokState:
        return self._window.pages.kelompok.state
