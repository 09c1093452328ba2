"""A kelompok pays on by keyboard: how many keys it takes from the list to the printed receipt, and who is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.kelompok import KelompokKind
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.group_renewal.view import GroupRenewalDialog
from sync.protocol.signatures import SigningKey
from tests.journeys.test_collection_round import Street
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.kelompok_lists import SPONSOR, enrolled
from tests.support.typist import CONTROL

BEST_KEYS = 3
"""Keys from the list of kelompok to a printed receipt, measured; five would still do."""


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[AgentDesk]:
    """A sponsor's five and a family of two, who owe February on 2027-02-05."""
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), clock)
    enrolled(opened, tmp_path, range(1, 6))
    enrolled(opened, tmp_path, (7, 8), payer="Ujang Sobarna", kind=KelompokKind.FAMILY)
    clock.move(days=75)
    yield opened
    opened.close()


@pytest.fixture
def street(desk: AgentDesk, clock: HandClock, tmp_path: Path, qapp: QApplication) -> Street:
    return Street(desk, clock, tmp_path, qapp)


def dialog_of(street: Street) -> GroupRenewalDialog:
    dialog = street.window.pages.renewal.dialog
    assert dialog is not None
    return dialog


def test_the_same_as_last_month_takes_no_more_keys_than_the_best(
    street: Street, qtbot: QtBot, record_property: Callable[[str, object], None]
) -> None:
    street.begin(qtbot)
    typist = street.typist
    typist.press(Qt.Key.Key_F4)
    street.await_place(qtbot, "renewal_payers")
    before = typist.keys
    typist.press(Qt.Key.Key_Return)
    street.await_place(qtbot, "renewal_members")
    typist.press(Qt.Key.Key_Return, CONTROL)
    street.await_place(qtbot, "receipt_print")
    assert street.window.pages.renewal.dialog is None
    typist.press(Qt.Key.Key_Return)
    assert [document.title for _printer, document in street.printers.sent] == ["0Q2FK-01-000003-Q"]
    keys = typist.keys - before
    record_property("measure", f"one kelompok, list to printed receipt: {keys} keys")
    print(f"one kelompok, list to printed receipt: {keys} keys")
    assert keys <= BEST_KEYS
    (receipt, *_) = street.desk.receipting.recent()
    assert (receipt.received_from, receipt.total, len(receipt.people)) == (SPONSOR, 5 * 16_800, 5)

    typist.press(Qt.Key.Key_Return)
    assert street.receipt() is None
    street.window.activateWindow()
    street.await_place(qtbot, "due_list")
    assert [row.paid for row in street.window.pages.collection.state.rows] == [16_800] * 5
    assert street.desk.rounds.totals().whole.paid == 5 * 16_800
    street.window.close()


def test_who_left_stays_out_and_the_rest_pays_three_months(street: Street, qtbot: QtBot) -> None:
    street.begin(qtbot, "kelompok")
    typist = street.typist
    typist.press(Qt.Key.Key_F4)
    street.await_place(qtbot, "renewal_payers")
    typist.type("uj")
    street.jobs.run_all()
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_Return)
    street.await_place(qtbot, "renewal_members")
    typist.press(Qt.Key.Key_Escape)
    street.await_place(qtbot, "renewal_payers")
    typist.press(Qt.Key.Key_Return)
    street.await_place(qtbot, "renewal_members")
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Space)
    typist.press(Qt.Key.Key_Right, CONTROL)
    typist.press(Qt.Key.Key_Right, CONTROL)
    assert dialog_of(street).members.total.text() == "Rp50.400"
    typist.press(Qt.Key.Key_Return, CONTROL)
    street.await_place(qtbot, "receipt_print")
    (receipt, *_) = street.desk.receipting.recent()
    assert (receipt.total, receipt.people) == (50_400, ())
    assert MoneyHand(street.desk).paid_until(receipt.worker_id) == "2027-04"
    shown = street.receipt()
    assert shown is not None
    shown.reject()
    street.jobs.run_all()
    assert street.window.frame.current == "kelompok"
    street.window.close()


def test_the_kelompok_of_who_is_chosen_in_the_round_is_chosen(street: Street, qtbot: QtBot) -> None:
    street.begin(qtbot)
    collection = street.window.pages.collection
    family = next(one for one in street.desk.payers.all() if one.name != SPONSOR)
    member = street.desk.group_renewing.outlook(family.steps).members[0].worker_id
    collection.choose(member)
    street.jobs.run_all()
    street.typist.press(Qt.Key.Key_F4)
    street.await_place(qtbot, "renewal_payers")
    table = dialog_of(street).list.table
    assert table.words(table.chosen_row, 0).startswith("Ujang Sobarna")
    street.window.pages.renewal.ask()
    dialog_of(street).reject()
    street.jobs.run_all()
    assert street.window.pages.renewal.dialog is None
    street.window.close()
