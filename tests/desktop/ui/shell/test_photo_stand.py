"""A photo is replaced through the agent's own window: the same dialog as at the enrolment, over task and correction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.photo import Photo, PhotoSubject
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.own_correcting import OwnCorrecting
from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.feed import FeedItem
from perisai_desktop.ui.screens.tasks.correction_dialog import CorrectionDialog
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.photo_stand import PhotoStand
from perisai_desktop.ui.theme.theme import Theme
from perisai_desktop.ui.widgets.button import Button
from sync.protocol.canonical import JsonValue, canonical_bytes
from sync.protocol.signatures import SigningKey
from tests.support.card_pictures import blurred, card, file_of
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile

KTP = PhotoSubject.KTP


class House:
    """An agent's window, somebody enrolled with a blurred card, and a sharp one in a file."""

    def __init__(self, desk: AgentDesk, theme: Theme, folder: Path) -> None:
        self.desk, self.jobs = desk, HandRunJobs()
        self.receipt = desk.enrolling.enrol(filled_draft(desk), photos=[Photo(KTP, file_of(blurred()))])
        self.file = folder / "card.jpg"
        self.file.write_bytes(file_of(card()))
        self.window = AgentWindow(desk, self.jobs, Looks(theme, "en", lambda _language: None), folder)

    def send_back(self) -> str:
        """The branch can't read the card."""
        with self.desk.enrolling.database.reading() as session:
            enrolment = journal.of_action(session, self.receipt.action_id)[0]
        payload: dict[str, JsonValue] = {
            "entry_id": enrolment.entry_id,
            "hash": enrolment.hash,
            "state": "returned",
            "decided_at": "2026-11-22T05:00:00.000Z",
            "reviewer": "Penyelia Contoh",
            "comments": [{"field": "ktp_photo", "text": "NIK tidak terbaca"}],
        }
        item = FeedItem(1, "decision", self.desk.clock.now(), canonical_bytes(payload))
        feed.apply_page(self.desk.enrolling.database, [item], 1, self.desk.clock.now())
        return enrolment.entry_id

    def take(self, stand: PhotoStand, above: QWidget) -> None:
        """Drop the file on the act's place, and use what the dialog shows."""
        slot = above.findChild(QWidget, "photo_slot_ktp")
        assert slot is not None
        slot.asked.emit(str(self.file))  # type: ignore[attr-defined]
        self.jobs.run_all()
        dialog = stand.dialog
        assert dialog is not None
        dialog.acted.emit()
        self.jobs.run_all()
        assert stand.dialog is None

    def standing(self) -> bytes:
        """The bytes of the card that stands with the enrolment."""
        (task,) = OwnCorrecting(self.desk.correcting, self.receipt.worker_id).tasks()
        (photo,) = task.photos
        return self.desk.draft_photos.read(photo.sha256)


@pytest.fixture
def house(tmp_path: Path, theme: Theme, showing: Callable[[QWidget], QWidget]) -> Iterator[House]:
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    made = House(desk, theme, tmp_path)
    showing(made.window)
    made.window.start()
    made.jobs.run_all()
    yield made
    made.window.close()
    made.jobs.run_all()
    desk.close()


def test_a_photo_that_was_sent_back_is_replaced_on_the_task(house: House) -> None:
    before, entry_id = house.standing(), house.send_back()
    house.window.frame.go("tasks")
    house.jobs.run_all()
    pages = house.window.pages
    view = house.window.frame.findChild(QWidget, "photo_take_ktp")
    assert isinstance(view, Button)
    QTest.keyClick(house.window, Qt.Key.Key_F2)
    assert pages.new_photos.dialog is not None
    pages.new_photos.dialog.reject()
    house.take(pages.new_photos, house.window)
    kept = house.desk.correcting.kept(entry_id)
    assert kept is not None
    assert len(kept.photos) == 1
    pages.tasks.send()
    house.jobs.run_all()
    assert house.desk.correcting.tasks() == ()
    assert house.standing() != before


def test_a_photo_is_replaced_of_ones_own_accord_before_anything_was_sent(house: House) -> None:
    before, life = house.standing(), house.window.pages.life
    life.correct(house.receipt.worker_id)
    house.jobs.run_all()
    dialog = life.dialog
    assert isinstance(dialog, CorrectionDialog)
    dialog.desk.field_opened.emit("ktp_photo")
    house.take(life.photos, dialog)
    keep = dialog.findChild(Button, "photo_keep_ktp")
    assert keep is not None
    assert keep.isEnabled()
    dialog.desk.sent.emit()
    house.jobs.run_all()
    assert house.standing() != before
