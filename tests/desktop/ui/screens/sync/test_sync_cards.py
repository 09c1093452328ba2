"""The cards at the side: what came down and the proof, what was compared, and the pictures that wait."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.counters import Tally
from perisai_desktop.domain.exchange import Answers, PhotoTally, Run, SyncReport
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.sync.branch_card import BranchCard
from perisai_desktop.ui.screens.sync.photos_card import PhotosCard
from perisai_desktop.ui.screens.sync.sending_card import SendingCard
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.marks import Badge
from sync.rules.states import Counter
from tests.desktop.ui.conftest import Showing
from tests.support.screen_values import NOW, WIB, overview

OVERVIEW = overview()


def _seen(card: QWidget) -> set[str]:
    return {label.text() for label in card.findChildren(QLabel) if label.isVisible()}


@pytest.mark.usefixtures("indonesian")
def test_what_came_down_and_the_proof(showing: Showing) -> None:
    card = BranchCard(lambda: NOW, WIB)
    showing(card)
    card.show_state(SyncState())
    card.show_state(SyncState(OVERVIEW))
    assert {"Disetujui", "2", "Mendapat nomor KPJ", "1", "Nomor bukti terkirim", "0a1b2c3d4e5f"} <= _seen(
        card
    )
    assert "Ditolak" not in _seen(card)
    card.show_state(SyncState(replace(OVERVIEW, proof=None, today=Answers())))
    assert {"Hari ini belum ada keputusan.", "Terakhir diterima cabang", "belum"} <= _seen(card)
    assert "0a1b2c3d4e5f" not in _seen(card)


@pytest.mark.usefixtures("indonesian")
def test_what_was_compared_with_the_branch(showing: Showing) -> None:
    card = BranchCard(lambda: NOW, WIB)
    showing(card)
    card.show_state(SyncState(OVERVIEW))
    assert {"Dicocokkan dengan cabang", "belum"} <= _seen(card)
    card.show_state(SyncState(replace(OVERVIEW, verified_at=NOW - timedelta(hours=2), differing=3)))
    assert {"07.15", "Berbeda dengan cabang", "3"} <= _seen(card)


@pytest.mark.usefixtures("indonesian")
def test_pictures_that_wait_and_the_choice(qtbot: QtBot, showing: Showing) -> None:
    card = PhotosCard()
    showing(card)
    photos = PhotoTally(waiting=3, lost=1, bytes=412_000, arrived=96_000, held=True)
    card.show_state(SyncState(replace(OVERVIEW, photos=photos)))
    assert {"3 · 412 kB", "96 kB", "1 foto tidak terbaca di laptop ini; cabang diberi tahu."} <= _seen(card)
    box, button = card.findChild(CheckRow, "sync_free_only"), card.findChild(QPushButton, "sync_photos")
    assert isinstance(box, CheckRow)
    assert isinstance(button, QPushButton)
    assert box.isChecked()
    with qtbot.waitSignal(card.free_only_chosen, check_params_cb=lambda on: on is False):
        QTest.keyClick(box, Qt.Key.Key_Space)
    with qtbot.waitSignal(card.photos_asked):
        button.click()
    card.show_state(SyncState(OVERVIEW))
    assert not button.isVisible()
    assert "tidak ada" in _seen(card)


@pytest.mark.usefixtures("indonesian")
def test_after_a_run_a_laptop_apart_is_not_told_that_all_is_well(showing: Showing) -> None:
    card = SendingCard(lambda: NOW, WIB)
    showing(card)
    empty = replace(OVERVIEW, tallies={each: Tally(0, 0, None) for each in Counter})
    run = Run(report=SyncReport(0, 0, 0, 0, 0, cancelled=False, at=NOW))
    card.show_state(SyncState(empty, run=run))
    assert "Tidak ada lagi yang menunggu dikirim" in _seen(card)
    apart = replace(empty, apart=Failure(FailureCode.DEVICE_PAUSED))
    card.show_state(SyncState(apart, run=run))
    assert "Yang ada di sini sudah di cabang" in _seen(card)
    assert "Tidak ada lagi yang menunggu dikirim" not in _seen(card)
    link = card.findChild(Badge)
    assert isinstance(link, Badge)
    assert link.accessibleName() == "Laptop dijeda oleh cabang"
