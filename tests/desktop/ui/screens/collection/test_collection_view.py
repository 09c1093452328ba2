"""The round by keyboard: people under their villages, months with Left and Right, Enter to the money."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from perisai_desktop.domain.collection import DueFilter, DueSum, DueTotals, Hurdle
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.contribution_words import hurdle_words, overdue_words
from perisai_desktop.ui.screens.collection.due_list import DueList
from perisai_desktop.ui.screens.collection.option_row import OptionRow
from perisai_desktop.ui.screens.collection.state import CollectionState
from perisai_desktop.ui.screens.collection.view import CollectionView
from perisai_desktop.ui.screens.collection.words import (
    benefit_words,
    paid_words,
    relief_words,
    standing_words,
    village_words,
)
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Chip
from tests.desktop.ui.conftest import Showing
from tests.support.gallery.collection_scenes import ROWS, TODAY, outlook, state_of


def _view(showing: Showing, state: CollectionState | None = None) -> CollectionView:
    view = CollectionView(TODAY)
    showing(view)
    view.show_state(state or state_of(2))
    return view


def _texts(view: QWidget) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible() and label.text()]


def _lines(view: CollectionView) -> list[str]:
    model = view.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_people_stand_under_their_villages_with_what_is_paid_and_owed(showing: Showing) -> None:
    lines = _lines(_view(showing))
    assert lines[0] == "Desa Sukamaju, Kec. Cibadak, Rp16.800 of Rp58.800"
    assert lines[1] == "Ahmad Sarkim, Paid until Sep 2026 · due by 15 Nov, Rp16.800"
    assert lines[3] == "Bambang Darsono, Paid until Jul 2026 · 3 months overdue, Rp25.200"
    assert lines[5] == "Desa Karang Anyar, Kec. Cibadak, Rp34.950"
    assert lines[7] == "Joko Waluyan, Paid until Jun 2026 · membership ended, –"


def test_the_sums_of_the_day_are_on_top(showing: Showing) -> None:
    view = _view(showing)
    texts = _texts(view.head)
    assert "Rp16.800" in texts
    assert "Rp93.750" in texts
    assert "1 · 5 left" in texts
    chips = [chip.text() for chip in view.findChildren(Chip)]
    assert chips == ["To collect 7", "Overdue 4", "All 1.284"]


def test_arrows_go_past_villages_and_tell_who_is_chosen(showing: Showing) -> None:
    view = _view(showing, state_of(3))
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    view.arrive()
    assert QApplication.focusWidget() is view.list
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Up)
    QTest.keyClick(view.list, Qt.Key.Key_Up)
    assert chosen == ["w4", "w3", "w2"]


def test_left_and_right_choose_the_months_enter_leads_to_the_money_and_enter_takes_it(
    showing: Showing,
) -> None:
    view = _view(showing)
    stepped: list[int] = []
    taken: list[bool] = []
    view.stepped.connect(stepped.append)
    view.collect_pressed.connect(lambda: taken.append(True))
    view.arrive()
    QTest.keyClick(view.list, Qt.Key.Key_Right)
    QTest.keyClick(view.list, Qt.Key.Key_Left)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.objectName() == "collection_collect"
    assert button.accessibleName() == "Take the money Rp25.200"
    QTest.keyClick(button, Qt.Key.Key_Right)
    QTest.keyClick(button, Qt.Key.Key_Left)
    assert stepped == [1, -1, 1, -1]
    assert taken == []
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert taken == [True, True]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.list


def test_every_option_is_told_with_its_months_and_its_price(showing: Showing) -> None:
    view = _view(showing)
    rows = view.findChildren(OptionRow)
    assert [row.accessibleName() for row in rows][:4] == [
        "1 month, Aug 2026, Rp8.400",
        "2 months, to Sep 2026, Rp16.800",
        "3 months, to Oct 2026, Rp25.200",
        "4 months, to Nov 2026, Rp33.600",
    ]
    assert [row.isChecked() for row in rows].index(True) == 2
    taken: list[int] = []
    view.option_taken.connect(taken.append)
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert taken == [0]


def test_a_letter_in_the_list_begins_a_search_and_enter_comes_back(showing: Showing) -> None:
    view = _view(showing)
    asked: list[str] = []
    view.searched.connect(asked.append)
    view.arrive()
    QTest.keyClick(view.list, Qt.Key.Key_D)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.objectName() == "collection_search"
    QTest.keyClicks(field, "ew")
    assert asked == ["d", "de", "dew"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.list
    assert view.seek()
    assert QApplication.focusWidget() is field


def test_who_cannot_pay_now_is_told_why_and_what_to_do(showing: Showing) -> None:
    ended = replace(outlook(ROWS[5]), options=(), hurdle=Hurdle.ENDED, usual=0)
    view = _view(showing, state_of(5, outlook=ended))
    again: list[str] = []
    terms: list[bool] = []
    view.enrol_asked.connect(again.append)
    view.terms_asked.connect(lambda: terms.append(True))
    assert "The membership has ended" in _texts(view)
    view.arrive()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.objectName() == "collection_go_on"
    button.click()
    assert again == ["w5"]
    unknown = replace(outlook(ROWS[1]), options=(), hurdle=Hurdle.TERMS_UNKNOWN)
    view.show_state(state_of(1, outlook=unknown))
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert terms == [True]


def test_a_failure_and_a_payment_that_is_being_written_are_shown(showing: Showing) -> None:
    view = _view(showing, state_of(1, failure=Failure(FailureCode.MONTHS_NOT_PAYABLE), busy=True))
    assert "These months can't be paid now: what is owed has changed." in _texts(view)
    button = view.findChild(QPushButton, "collection_collect")
    assert button is not None
    assert not button.isEnabled()


def test_an_empty_list_says_what_to_do(showing: Showing) -> None:
    counts = dict.fromkeys(DueFilter, 0)
    view = _view(showing, CollectionState(totals=DueTotals({}, counts), loaded=True))
    assert "Nobody owes anything now" in _texts(view)
    assert "Choose who pays" in _texts(view)
    view.show_state(CollectionState(text="zubaidah", loaded=True))
    assert "Nobody found" in _texts(view)
    asked: list[DueFilter] = []
    view.narrowed.connect(asked.append)
    view.findChildren(Chip)[2].click()
    assert asked == [DueFilter.ALL]


def test_further_pages_are_added_behind_without_a_jump(showing: Showing) -> None:
    view = _view(showing, state_of(2, rows=ROWS[:3]))
    inserted: list[int] = []
    near: list[bool] = []
    view.list.model().rowsInserted.connect(lambda _parent, first, _last: inserted.append(first))
    view.end_near.connect(lambda: near.append(True))
    view.show_state(state_of(2))
    assert inserted == [4]
    view.list.verticalScrollBar().valueChanged.emit(0)
    assert near
    assert isinstance(view.list, DueList)


@pytest.mark.usefixtures("indonesian")
def test_everything_is_told_in_indonesian(showing: Showing) -> None:
    view = _view(showing)
    assert view.title() == "Iuran"
    assert view.subtitle() == "Minggu, 22 November 2026"
    assert _lines(view)[3] == "Bambang Darsono, Lunas s.d. Jul 2026 · menunggak 3 bulan, Rp25.200"
    assert "Lunas s.d. Juli 2026, menunggak 3 bulan" in _texts(view)


def test_words_for_every_standing() -> None:
    ahead = replace(ROWS[3], month=ROWS[3].month.plus(3))
    assert standing_words(ahead, due=False) == ("Paid until Jan 2027", Tone.MUTED)
    assert standing_words(ROWS[2], due=True)[1] is Tone.ERROR
    assert overdue_words(1) == "1 month overdue"
    assert village_words(DueSum(1, 8_400)) == "Rp8.400"
    unknown = replace(outlook(ROWS[1]), paid_until=None)
    assert paid_words(unknown) == ("Paid until when is not known here", Tone.MUTED)
    assert paid_words(replace(outlook(ROWS[3])))[1] is Tone.OK
    assert {hurdle_words(hurdle)[2] for hurdle in Hurdle} == {Tone.ERROR, Tone.WARNING, Tone.OK, Tone.INFO}


def test_the_death_benefit_and_the_relief_are_told_where_they_change_something() -> None:
    option = outlook(ROWS[2]).options[0]
    told = "Full death benefit after 3 paid months in a row; with this payment 2."
    assert benefit_words(replace(option, in_a_row=2)) == (told, Tone.MUTED)
    assert benefit_words(replace(option, in_a_row=3))[1] is Tone.OK
    assert benefit_words(replace(option, in_a_row=9)) == ("", Tone.MUTED)
    assert benefit_words(replace(option, in_a_row=None)) == ("", Tone.MUTED)
    assert relief_words(option) == "Relief 50% PP 50/2025 · saves Rp8.400"
    assert relief_words(replace(option, reliefs=())) == ""
