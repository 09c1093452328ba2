"""The sync screen: items in words, sending by key, progress, stop, and the end."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.counters import LinkState
from perisai_desktop.domain.exchange import Phase, SyncProgress, SyncReport
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.screens.sync.view import SyncView
from perisai_desktop.ui.widgets.cards import ProgressRow
from perisai_desktop.ui.widgets.table import Table
from sync.rules.states import ClientState
from tests.desktop.ui.conftest import Showing
from tests.support.screen_values import NOW, WIB, overview, sync_item

STATE = SyncState(overview(sync_item(0), sync_item(1, ClientState.TASK, "photo_blurred")))
REPORT = SyncReport(sent=4, rupiah=33600, applied=3, decisions=1, bytes_up=900, cancelled=False, at=NOW)


def _view(showing: Showing, state: SyncState = STATE) -> SyncView:
    view = SyncView({"photo_blurred": "Foto KTP buram"}, lambda: NOW, WIB)
    showing(view)
    view.show_state(state)
    return view


def _seen(view: SyncView) -> set[str]:
    return {label.text() for label in view.findChildren(QLabel) if label.isVisible()}


@pytest.mark.usefixtures("indonesian")
def test_items_are_told_with_state_age_reason_and_bytes(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    table = view.findChild(Table, "sync_items")
    assert isinstance(table, Table)
    rows = [[table.words(row, column) for column in range(5)] for row in range(2)]
    assert rows == [
        ["Ahmad Sarkim, 7Q2FK-01-000000", "8.400", "2 hari", "1 kB", "Belum terkirim"],
        ["Bambang Darsono, Foto KTP buram", "8.400", "2 hari", "1 kB", "Perlu diperbaiki"],
    ]
    assert view.subtitle() == "2 dalam perjalanan"
    qtbot.waitUntil(lambda: {"1 · 1 kB", "Rp8.400", "08.15"} <= _seen(view))


@pytest.mark.usefixtures("indonesian")
def test_nothing_on_its_way_says_so(showing: Showing) -> None:
    view = _view(showing, SyncState(overview(state=LinkState.ONLINE)))
    assert "Semua sudah sampai" in _seen(view)
    assert view.subtitle() == "semua sudah sampai"


def test_sending_by_key_and_by_the_button(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    with qtbot.waitSignal(view.send_asked):
        QTest.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    view.arrive()
    button = view.findChild(QPushButton, "sync_now")
    assert button is not None
    with qtbot.waitSignal(view.send_asked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_run_can_be_watched_and_stopped(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing, replace(STATE, running=True, progress=SyncProgress(Phase.SENDING, 3, 12, 0)))
    assert "Sent 3 of 12" in _seen(view)
    button = view.findChild(QPushButton, "sync_now")
    assert button is not None
    assert not button.isEnabled()
    row = view.findChild(ProgressRow)
    assert isinstance(row, ProgressRow)
    with qtbot.waitSignal(view.cancel_asked):
        row.cancelled.emit()
    view.show_state(replace(STATE, running=True, stopping=True))
    assert "Stopping after this step…" in _seen(view)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (replace(STATE, report=REPORT), "The branch has everything"),
        (replace(STATE, report=replace(REPORT, cancelled=True)), "Stopped"),
        (replace(STATE, failure=Failure(FailureCode.NO_NETWORK)), "No connection to the branch."),
    ],
)
def test_the_end_is_told(showing: Showing, state: SyncState, words: str) -> None:
    assert words in _seen(_view(showing, state))
