"""The dialog of a kelompok that pays on: its list, its members, and what each key asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from perisai_desktop.domain.collection import Hurdle
from perisai_desktop.ui.screens.group_renewal.view import GroupRenewalDialog
from perisai_desktop.ui.screens.group_renewal.words import (
    member_cells,
    payer_cells,
    progress_words,
    sum_words,
)
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.marks import Chip
from tests.desktop.ui.conftest import Showing
from tests.support.gallery.group_renewal_scenes import KELOMPOK, LISTED, OPENED

ALT, CTRL, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def dialog(showing: Showing) -> GroupRenewalDialog:
    shown = showing(GroupRenewalDialog())
    assert isinstance(shown, GroupRenewalDialog)
    return shown


def heard(signal: Any) -> list[object]:
    """What a signal carries from now on."""
    told: list[object] = []
    signal.connect(lambda *values: told.append(values[0] if values else True))
    return told


def words(dialog: GroupRenewalDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_the_list_says_who_pays_for_whom_and_what_is_owed(dialog: GroupRenewalDialog) -> None:
    opened = heard(dialog.list.opened)
    dialog.show_state(LISTED)
    assert dialog.list.table.hasFocus()
    rows = [[cell.words for cell in payer_cells(one)] for one in KELOMPOK]
    assert rows[0] == [
        "CV Sumber Rejeki, Desa Sukamaju",
        "Enterprise (UMKM)",
        "20",
        "Oct 2026",
        "Rp168.000, 20 to pay",
    ]
    assert rows[1][0].endswith("Desa Sukamaju, Desa Karang Anyar …")
    assert [row[4] for row in rows[3:]] == ["Paid", "–"]
    QTest.keyClick(dialog.list.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list.table, Qt.Key.Key_Return)
    dialog.act.click()
    assert opened == [(40, 41), (40, 41)]
    searched = heard(dialog.list.searched)
    QTest.keyClick(dialog.list.table, Qt.Key.Key_S)
    assert searched == ["s"]
    assert dialog.list.search.hasFocus()
    dialog.show_state(replace(LISTED, wanted=7, text="s"))
    assert dialog.list.table.chosen_row == 2
    dialog.show_state(replace(LISTED, text="zzz"))
    assert not dialog.act.isEnabled()


def test_members_are_ticked_and_months_chosen_by_keyboard(dialog: GroupRenewalDialog) -> None:
    dialog.show_state(LISTED)
    dialog.show_state(OPENED)
    page, table = dialog.members, dialog.members.table
    assert table.hasFocus()
    ticked, chosen = heard(page.ticked), heard(page.chosen)
    one, every = heard(table.stepped), heard(page.every)
    everybody = heard(table.all_stepped)
    for key, held in (
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_Right, NONE),
        (Qt.Key.Key_Left, NONE),
        (Qt.Key.Key_Right, CTRL),
        (Qt.Key.Key_Left, CTRL),
        (Qt.Key.Key_A, CTRL),
    ):
        QTest.keyClick(table, key, held)
    assert (ticked, chosen, one, everybody, every) == ([0, 1], [1], [1, -1], [1, -1], [True])
    months = heard(page.months_taken)
    chip = dialog.findChild(Chip, "renewal_ahead_6")
    assert chip is not None
    chip.click()
    assert months == [6]


def test_a_key_that_is_held_down_leaves_nobody_out(dialog: GroupRenewalDialog) -> None:
    dialog.show_state(LISTED)
    dialog.show_state(OPENED)
    table, ticked = dialog.members.table, heard(dialog.members.ticked)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QApplication.sendEvent(table, QKeyEvent(QEvent.Type.KeyPress, key, NONE, "", True))
    assert ticked == []


def test_the_sum_stands_on_the_act_and_who_cannot_pay_is_told(dialog: GroupRenewalDialog) -> None:
    paid, again = heard(dialog.pay_pressed), heard(dialog.members.enrol_asked)
    dialog.show_state(OPENED)
    assert words(dialog, "renewal_total") == "Rp134.400"
    assert words(dialog, "renewal_sum") == "15 of 20 pay · 2 left out · 3 can't pay"
    assert dialog.act.words == "Take the money"
    dialog.act.click()
    assert paid == [True]
    cells = [dialog.members.table.words(row, 2) for row in (0, 4, 5, 6, 17)]
    assert cells == [
        "Oct 2026, due now",
        "Aug 2026, 2 months overdue",
        "Sep 2026, left out last time",
        "Dec 2026, paid",
        "Apr 2026",
    ]
    assert [dialog.members.table.words(row, 0) for row in (0, 5, 17)] == [
        "pays",
        "left out",
        "can't be paid for",
    ]
    reasons = [member_cells(one, None, ticked=False)[1].detail for one in OPENED.barred]
    assert [words.partition(" · ")[2] for words in reasons] == [
        "The membership has ended",
        "The branch refused the enrolment",
        "Registered already; the branch will call",
    ]
    button = dialog.findChild(Button, "renewal_enrol_again")
    assert button is not None
    assert not button.isVisible()
    dialog.show_state(replace(OPENED, row=17))
    button.click()
    assert again == ["w18"]
    dialog.show_state(replace(OPENED, ticked=frozenset()))
    assert (words(dialog, "renewal_total"), dialog.act.isEnabled()) == ("–", False)


def test_escape_goes_back_then_out_and_nowhere_while_money_is_taken(dialog: GroupRenewalDialog) -> None:
    left = heard(dialog.left)
    dialog.show_state(replace(OPENED, paying=1))
    assert not dialog.leave.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    dialog.show_state(OPENED)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.leave.click()
    assert left == [True, True]
    assert dialog.isVisible()
    dialog.show_state(LISTED)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_receipts_that_were_written_can_be_opened(dialog: GroupRenewalDialog) -> None:
    from tests.desktop.documents.receipts import receipt

    asked = heard(dialog.list.receipt_asked)
    dialog.show_state(replace(LISTED, issued=(receipt(),)))
    QApplication.processEvents()
    (link,) = (one for one in dialog.list.findChildren(Button) if one.words == receipt().number)
    link.click()
    assert asked == [receipt().number]
    dialog.show_state(LISTED)


def test_words_of_the_writing_and_of_few(dialog: GroupRenewalDialog) -> None:
    one = replace(OPENED, ticked=frozenset({"w1"}))
    assert progress_words(replace(one, paying=1)) == "The receipt for 1 member is being written"
    assert progress_words(replace(one, paying=3, paid=1)) == "Receipt 2 of 3 is being written"
    assert sum_words(replace(one, ticked=OPENED.ticked)).count("receipts") == 0
    assert {member.hurdle for member in one.barred} == {Hurdle.ENDED, Hurdle.REFUSED, Hurdle.DUPLICATE}
