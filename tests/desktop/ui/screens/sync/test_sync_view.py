"""The sync screen: items in words, parts that add up, sending and pausing by key, progress, and the end."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.counters import LinkState, Pause, PauseSpan
from perisai_desktop.domain.exchange import Phase, Pressing, Run, SyncProgress, SyncReport
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.sync.pause_button import PauseButton
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.screens.sync.view import SyncView
from perisai_desktop.ui.widgets.cards import ProgressRow
from perisai_desktop.ui.widgets.marks import Badge, Chip
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.timeline import Timeline
from sync.rules.states import ClientState, Counter, ReviewState
from tests.desktop.ui.conftest import Showing
from tests.support.screen_values import NOW, WIB, ListedItems, overview, sync_item

ITEMS = (sync_item(0), sync_item(1, ClientState.TASK, ReviewState.RETURNED, "photo_blurred"))
STATE = SyncState(
    overview(*ITEMS),
    items={item.action_id: item for item in ITEMS},
    chosen="a1",
    detail=ListedItems(*ITEMS).detail("a1"),
)
REPORT = SyncReport(
    sent=4, rupiah=33600, applied=3, decisions=2, bytes_up=900, cancelled=False, at=NOW, arrived=1
)


def _view(showing: Showing, state: SyncState = STATE) -> SyncView:
    view = SyncView({"photo_blurred": "Foto KTP buram"}, lambda: NOW, WIB)
    showing(view)
    view.show_state(state)
    return view


def _seen(view: SyncView) -> set[str]:
    return {label.text() for label in view.findChildren(QLabel) if label.isVisible()}


def _table(view: SyncView) -> Table:
    table = view.findChild(Table, "sync_items")
    assert isinstance(table, Table)
    return table


def _button(view: SyncView, name: str) -> QPushButton:
    button = view.findChild(QPushButton, name)
    assert button is not None
    return button


def _badges(view: SyncView) -> set[str]:
    return {badge.accessibleName() for badge in view.findChildren(Badge) if badge.isVisible()}


@pytest.mark.usefixtures("indonesian")
def test_items_are_told_with_state_age_reason_and_bytes(showing: Showing) -> None:
    view = _view(showing)
    rows = [[_table(view).words(row, column) for column in range(5)] for row in range(2)]
    assert rows == [
        [
            "Ahmad Sarkim, Pendaftaran · 7Q2FK-01-000000-Q",
            "Belum terkirim",
            "menunggu sambungan",
            "8.400",
            "2 hari, 1 kB",
        ],
        [
            "Bambang Darsono, Pendaftaran · 7Q2FK-01-000001-Q",
            "Perlu diperbaiki",
            "Foto KTP buram",
            "8.400",
            "2 hari, 1 kB",
        ],
    ]
    assert view.subtitle() == "2 belum selesai"
    assert {"Terakhir tersambung", "08.15", "Menunggu dikirim", "1 kB", "2 kiriman · Rp16.800"} <= _seen(view)


@pytest.mark.usefixtures("indonesian")
def test_the_chosen_item_tells_where_its_data_are_and_what_to_do(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    assert _table(view).chosen_row == 1
    assert {
        "Foto KTP buram",
        "Lihat jawaban cabang, lalu perbaiki.",
        "Rp8.400 · 20 Nov 09.15 · 1 kB",
    } <= _seen(view)
    line = view.findChild(Timeline)
    assert line is not None
    assert line.accessibleName() == "Di laptop ini: 09.15. Terkirim: "
    with qtbot.waitSignal(view.task_asked):
        _button(view, "sync_fix").click()
    with qtbot.waitSignal(view.receipt_asked, check_params_cb=lambda number: number == "7Q2FK-01-000001-Q"):
        _button(view, "sync_receipt").click()
    QTest.keyClick(_table(view), Qt.Key.Key_Return)
    qtbot.waitUntil(_button(view, "sync_fix").hasFocus)
    first = replace(STATE, chosen="a0", detail=ListedItems(*ITEMS).detail("a0"))
    view.show_state(first)
    assert not _button(view, "sync_fix").isVisible()
    QTest.keyClick(_table(view), Qt.Key.Key_Return)
    qtbot.waitUntil(_button(view, "sync_receipt").hasFocus)


def test_an_item_without_a_receipt_has_nothing_to_open(showing: Showing) -> None:
    item = replace(sync_item(0), kind="closing", worker_name="", receipt_number=None, rupiah=0)
    state = SyncState(overview(item), items={"a0": item}, chosen="a0", detail=ListedItems(item).detail("a0"))
    view = _view(showing, state)
    assert [_table(view).words(0, column) for column in (0, 3)] == ["This laptop, Closing of a day", "–"]
    assert not _button(view, "sync_receipt").isVisible()
    view.arrive()
    QTest.keyClick(_table(view), Qt.Key.Key_Return)
    assert _table(view).hasFocus()


@pytest.mark.usefixtures("indonesian")
def test_parts_are_chosen_by_their_chips(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    chips = {chip.objectName(): chip for chip in view.findChildren(Chip)}
    assert {name: chip.text() for name, chip in chips.items()} == {
        "sync_all": "Semua 2",
        "sync_unsent": "Belum terkirim 1",
        "sync_waiting": "Menunggu keputusan 0",
        "sync_to_fix": "Perlu diperbaiki 1",
    }
    with qtbot.waitSignal(view.narrowed, check_params_cb=lambda part: part is Counter.WAITING):
        QTest.keyClick(chips["sync_waiting"], Qt.Key.Key_Space)
    assert STATE.overview is not None
    empty = replace(STATE.overview, listing=())
    view.show_state(replace(STATE, counter=Counter.WAITING, overview=empty))
    assert "Tidak ada yang cocok dengan saringan ini" in _seen(view)


@pytest.mark.usefixtures("indonesian")
def test_nothing_on_its_way_says_so(showing: Showing) -> None:
    view = _view(showing, SyncState(overview(state=LinkState.ONLINE)))
    assert "Semua sudah selesai" in _seen(view)
    assert view.subtitle() == "semua sudah selesai"


def test_rows_that_were_not_read_are_asked_for(qtbot: QtBot, showing: Showing) -> None:
    listed = [sync_item(place) for place in range(300)]
    state = SyncState(overview(*listed), items={item.action_id: item for item in listed[:20]})
    view = _view(showing, state)
    with qtbot.waitSignal(view.wanted, check_params_cb=lambda place: place >= 20):
        _table(view).scrollToBottom()
        _table(view).viewport().repaint()
    assert _table(view).words(299, 0) == "…"


def test_ages_move_on_without_a_look_into_the_store(qtbot: QtBot, showing: Showing) -> None:
    moved = [NOW]
    view = SyncView({}, lambda: moved[0], WIB)
    showing(view)
    view.show_state(STATE)
    assert _table(view).words(0, 4) == "2 days, 1 kB"
    moved[0] = NOW + timedelta(days=1)
    with qtbot.waitSignal(view.ticked):
        view._ticker.timeout.emit()
    assert _table(view).words(0, 4) == "3 days, 1 kB"


def test_sending_by_key_and_by_the_button(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    with qtbot.waitSignal(view.send_asked):
        QTest.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    view.arrive()
    with qtbot.waitSignal(view.send_asked):
        QTest.keyClick(_button(view, "sync_now"), Qt.Key.Key_Space)


@pytest.mark.parametrize("span", list(PauseSpan))
def test_a_pause_is_asked_for_in_a_menu_and_ended_by_the_same_key(
    qtbot: QtBot, showing: Showing, span: PauseSpan
) -> None:
    view = _view(showing)
    part = view.findChild(PauseButton)
    assert part is not None
    menu = part.spans()
    with qtbot.waitSignal(view.pause_asked, check_params_cb=lambda asked: asked is span):
        menu.actions()[list(PauseSpan).index(span)].trigger()
    view.show_state(replace(STATE, pause=Pause(NOW + timedelta(hours=1))))
    assert {"Paused until 10:15"} <= _badges(view)
    assert _table(view).words(0, 2) == "sending is paused"
    with qtbot.waitSignal(view.resume_asked):
        QTest.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)


def test_the_key_of_the_pause_opens_its_menu(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    QTest.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    part = view.findChild(PauseButton)
    assert part is not None
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in part.findChildren(QMenu)))
    menu = part.findChild(QMenu)
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(view.pause_asked, check_params_cb=lambda asked: asked is PauseSpan.HOUR):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(menu, key)


@pytest.mark.parametrize(
    ("pressing", "paused", "words"),
    [
        (Pressing(withdrawal_at=NOW - timedelta(hours=1)), True, "A withdrawal of consent waits"),
        (Pressing(withdrawal_at=NOW - timedelta(days=2)), False, "A withdrawal of consent waits"),
        (Pressing(withdrawal_at=NOW - timedelta(hours=1)), False, ""),
        (Pressing(receipt_at=NOW - timedelta(days=1)), True, "Money taken more than a day ago waits"),
        (Pressing(receipt_at=NOW - timedelta(hours=23)), True, ""),
        (Pressing(receipt_at=NOW - timedelta(days=9)), False, ""),
    ],
)
def test_what_must_not_wait_is_told(showing: Showing, pressing: Pressing, paused: bool, words: str) -> None:
    assert STATE.overview is not None
    state = replace(STATE, overview=replace(STATE.overview, pressing=pressing))
    seen = _seen(_view(showing, replace(state, pause=Pause(None) if paused else None)))
    urgent = {"A withdrawal of consent waits", "Money taken more than a day ago waits"}
    assert seen & urgent == ({words} if words else set())


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (None, "Looking for the branch…"),
        (SyncProgress(Phase.SENDING, 3, 12, 0, 1, 3, 2_000, 6_000), "1 of 4 arrived · 2 kB of 8 kB"),
        (
            SyncProgress(Phase.SENDING, 3, 12, 0, 1, 3, 2_000, 6_000, 7_900.0),
            "1 of 4 arrived · 2 kB of 8 kB · 7 kB a second",
        ),
        (SyncProgress(Phase.FETCHING, 3, 12, 7), "Fetching answers: 7"),
        (SyncProgress(Phase.DONE, 3, 12, 7), "Nearly done…"),
    ],
)
def test_a_run_can_be_watched_and_stopped(
    qtbot: QtBot, showing: Showing, progress: SyncProgress | None, words: str
) -> None:
    view = _view(showing, replace(STATE, run=Run(running=True, progress=progress)))
    assert words in _seen(view)
    assert not _button(view, "sync_now").isVisible()
    row = view.findChild(ProgressRow)
    assert isinstance(row, ProgressRow)
    with qtbot.waitSignal(view.stop_asked):
        row.cancelled.emit()
    view.show_state(replace(STATE, run=Run(running=True, stopping=True)))
    assert "Stopping after this step…" in _seen(view)


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("run", "words"),
    [
        (
            Run(report=REPORT),
            {"Sebagian masih menunggu di laptop ini", "1 kiriman sampai, 2 keputusan datang."},
        ),
        (
            Run(report=replace(REPORT, cancelled=True)),
            {
                "Dihentikan",
                "1 kiriman sampai, 2 keputusan datang. Yang sudah sampai aman, sisanya menunggu di sini.",
            },
        ),
        (Run(failure=Failure(FailureCode.NO_NETWORK)), {"Tidak tersambung ke cabang."}),
    ],
)
def test_the_end_is_told(showing: Showing, run: Run, words: set[str]) -> None:
    assert words <= _seen(_view(showing, replace(STATE, run=run)))


def test_the_end_of_a_run_that_left_nothing(showing: Showing) -> None:
    done = sync_item(0, ClientState.ACKNOWLEDGED, ReviewState.RECEIVED)
    view = _view(showing, SyncState(overview(done), items={"a0": done}, run=Run(report=REPORT)))
    assert {"Nothing waits to be sent", "1 item(s) arrived, 2 decision(s) came."} <= _seen(view)
