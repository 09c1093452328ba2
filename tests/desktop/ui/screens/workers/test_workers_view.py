"""The workers' list by keyboard: search, move, open the card, copy a cell."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.worker import StateFilter
from perisai_desktop.ui.screens.workers.state import WorkersState
from perisai_desktop.ui.screens.workers.view import WorkersView
from perisai_desktop.ui.widgets.marks import Chip
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.states import ClientState
from tests.desktop.ui.conftest import Showing
from tests.support.screen_values import TODAY, WIB, worker_card, worker_row

ROWS = tuple(worker_row(place, arrears=place % 4) for place in range(30))
STATE = WorkersState(
    rows=ROWS,
    counts={StateFilter.ALL: 1284, StateFilter.TO_FIX: 3},
    chosen="w0",
    card=worker_card(ROWS[0]),
    loaded=True,
)


def _view(showing: Showing, state: WorkersState = STATE) -> WorkersView:
    view = WorkersView({"photo_blurred": "Foto KTP buram"}, TODAY, WIB)
    showing(view)
    view.show_state(state)
    return view


def _table(view: WorkersView) -> Table:
    found = view.findChild(Table, "workers_table")
    assert isinstance(found, Table)
    return found


def test_typing_searches_and_enter_goes_to_the_list(showing: Showing) -> None:
    view = _view(showing)
    asked: list[str] = []
    view.searched.connect(asked.append)
    view.arrive()
    line = QApplication.focusWidget()
    assert isinstance(line, TextInput)
    QTest.keyClicks(line, "dewi")
    assert asked == ["d", "de", "dew", "dewi"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert _table(view).hasFocus()


def test_arrows_choose_and_the_chosen_row_is_told_once(showing: Showing) -> None:
    view = _view(showing)
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    table = _table(view)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    view.show_state(replace(STATE, chosen="w1"))
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert chosen == ["w1", "w2"]


def test_a_nik_is_read_with_gaps_and_copied_without(showing: Showing) -> None:
    view = _view(showing)
    table = _table(view)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "3202081408900000"


@pytest.mark.usefixtures("indonesian")
def test_the_words_of_a_row_and_of_the_header(showing: Showing) -> None:
    view = _view(showing)
    table = _table(view)
    assert [table.words(1, column) for column in (0, 2, 3, 4)] == [
        "Bambang Darsono 1",
        "Petani",
        "Jan 2027, menunggak 1 bulan",
        "Belum terkirim",
    ]
    assert (view.title(), view.subtitle()) == ("Peserta", "1.284 orang di laptop ini")
    chip = view.findChild(Chip, "filter_to_fix")
    assert chip is not None
    assert chip.text() == "Perlu diperbaiki 3"


@pytest.mark.usefixtures("indonesian")
def test_the_card_tells_where_the_data_is_and_why_it_came_back(qtbot: QtBot, showing: Showing) -> None:
    back = worker_row(0, ClientState.TASK)
    view = _view(showing, replace(STATE, rows=(back,), card=worker_card(back)))
    expected = {"Foto KTP buram", "Lunas s.d. Januari 2027", "320208 140890 0000"}
    qtbot.waitUntil(
        lambda: expected <= {label.text() for label in view.findChildren(QLabel) if label.isVisible()}
    )
    button = view.findChild(QPushButton, "receipt_7Q2FK-01-000123-Q")
    assert button is not None
    opened: list[str] = []
    view.receipt_asked.connect(opened.append)
    button.click()
    assert opened == ["7Q2FK-01-000123-Q"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (WorkersState(loaded=True), "No workers yet"),
        (WorkersState(text="zz", loaded=True), "Nobody found"),
        (WorkersState(narrowed=StateFilter.TO_FIX, loaded=True), "Nothing fits this filter"),
    ],
)
def test_an_empty_list_says_what_to_do(showing: Showing, state: WorkersState, words: str) -> None:
    view = _view(showing, state)
    assert words in {label.text() for label in view.findChildren(QLabel) if label.isVisible()}


def test_search_and_filter_are_taken_off_where_they_leave_nobody(showing: Showing) -> None:
    view = _view(showing, WorkersState(loaded=True))
    every = view.findChild(QPushButton, "show_everything")
    assert isinstance(every, QPushButton)
    assert every.isHidden()
    view.show_state(WorkersState(text="zz", narrowed=StateFilter.TO_FIX, loaded=True))
    told: list[object] = []
    view.searched.connect(told.append)
    view.narrowed.connect(told.append)
    assert every.isVisible()
    every.click()
    assert told == ["", StateFilter.ALL]


def test_the_end_of_the_list_asks_for_more(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    table = _table(view)
    with qtbot.waitSignal(view.end_near):
        table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())


def test_a_list_of_a_hundred_thousand_opens_and_jumps_without_reading_it(showing: Showing) -> None:
    read: list[int] = []
    table = Table(_table(_view(showing)).columns, "Peserta")
    showing(table)

    def fetch(place: int) -> list[Cell]:
        read.append(place)
        return [Cell(str(place))] * len(table.columns)

    table.show_rows(100_000, fetch)
    table.scrollToBottom()
    table.viewport().repaint()
    assert len(set(read)) < 100
    assert max(read) == 99_999


def test_every_part_that_takes_keys_has_a_name_for_readers(showing: Showing) -> None:
    view = _view(showing)
    nameless = [
        part
        for part in view.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and not part.accessibleName()
    ]
    assert [
        type(part).__name__ for part in nameless if type(part).__name__ not in ("Split", "QScrollArea")
    ] == []
