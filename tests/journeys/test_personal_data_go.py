"""Months after the branch decided, what is personal leaves the laptop by itself, and the round goes on as ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.photo import Photo, PhotoSubject
from perisai_desktop.domain.receipt_check import Arrival, Genuineness
from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.support.centres import Centre, running_centre
from tests.support.desk_money import MoneyHand
from tests.support.desks import MARKET_DAY, HandClock, filled_draft
from tests.support.enrolled_desks import LIGHT, PASSWORD
from tests.support.fake_printers import FakePrinters
from tests.support.photo_house import picture
from tests.support.stores import everything
from tests.support.typist import Typist

SENSITIVE = ("Siti Rahayu", "Jl. Melati")
KEYS = 3


def _approve(centre: Centre, number: str) -> None:
    reviewing = Reviewing.at(centre.url)
    reviewing.sign_in("penyelia", centre.secrets.reviewer_password)
    (record,) = [
        record
        for group in reviewing.queue()
        for record in group.records
        if record.receipt_number == number and record.kind == "enrolment"
    ]
    reviewing.approve(record.entry_id, reviewing.record(record.entry_id).hash)
    reviewing.close()


def test_a_quarter_later(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    clock, jobs, printers = HandClock(), HandRunJobs(), FakePrinters()
    with running_centre(tmp_path / "centre") as centre:
        desk = EnrollingDevice(Profile(tmp_path / "laptop"), clock, cost=LIGHT).enrol(
            centre.url, centre.new_code(), PASSWORD
        )
        draft, card = filled_draft(desk, months="1"), Photo(PhotoSubject.KTP, picture(20_000))
        issued = desk.enrolling.enrol(draft, photos=[card])
        cash = DepositWish((issued.number,), issued.total, "12345678", DepositChannel.ATM, MARKET_DAY)
        desk.depositing.deposit(cash)
        desk.syncing.run()
        _approve(centre, issued.number)
        desk.syncing.run()
    papers = tmp_path / "kuitansi"
    desk.receipting.save_pdf(issued.number, papers / f"{issued.number}.pdf")
    database = desk.enrolling.database
    assert all(words in everything(database) for words in SENSITIVE)

    looks = Looks(Theme(qapp, ThemeChoice.LIGHT, lambda _choice: None), "id", lambda _language: None)
    window = AgentWindow(desk, jobs, looks, papers, printers=printers)
    clock.move(days=92)
    port = int(centre.url.rsplit(":", 1)[1])
    with running_centre(tmp_path / "centre", date(2027, 2, 22), port=port) as centre:
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.start()
        window.pages.runs.begin()
        jobs.run_all()
        assert desk.purging.standing().cleaned == 2
        assert [words for words in SENSITIVE if words in everything(database)] == []
        assert [*desk.upkeep.readiness.profile.attachments.iterdir(), *papers.iterdir()] == []
        MoneyHand(desk).prove_rebuild()
        assert desk.receipting.receipt(issued.number) == replace(issued, signature=())

        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.frame.go("collection")
        jobs.run_all()
        typist = Typist(jobs)
        typist.press(Qt.Key.Key_Return)
        typist.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: typist.place == "receipt_print")
        typist.press(Qt.Key.Key_Return)
        assert typist.keys <= KEYS
        assert len(printers.sent) == 1
        (renewal,) = desk.receipting.recent()[:1]
        assert (renewal.received_from, renewal.nik_tail) == (issued.received_from, issued.nik_tail)

        report = desk.syncing.run()
        assert (report.sent, desk.counting.strip().unsent.count) == (2, 0)
        check = desk.checking.verify(issued.link)
        assert (check.genuineness, check.arrival) == (Genuineness.GENUINE, Arrival.RECEIVED)
        window.close()
    desk.close()
