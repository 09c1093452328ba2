"""A receipt is scanned at the table: this laptop answers, the branch beside it, and no false page changes a verdict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from perisai_desktop.app import Practice
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.receipt_check import Verdict
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.receipt_check.state import Checked
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.protocol.receipt_proof import parse_link
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.liars import LIES, Answer, Liar, Lie, lying_line
from tests.support.programs import practice_at, running_program, signed_in, words_on

PASSWORD = "kopi-pagi-di-pasar"
PAGE = "/k/"


@dataclass(frozen=True, slots=True)
class Table:
    """A market table: the agent's window, the line to the branch, and one receipt that was issued there."""

    window: AgentWindow
    hand: Hand
    line: Liar
    centre: Centre
    receipt: Receipt

    def scan(self, text: str) -> Checked:
        """Type the text and Enter as a scanner does, and wait for both answers."""
        field = self.hand.write("check_field", text)
        before = self.window.pages.receipt_check.state.turn
        self.hand.keyboard.press(field, Qt.Key.Key_Return)
        screen = self.window.pages.receipt_check
        wait_for(lambda: screen.state.turn not in (None, before), "answer of this laptop")
        wait_for(lambda: screen.state.shown is not None and not screen.state.shown.asking, "the branch")
        shown = screen.state.shown
        assert shown is not None
        return shown


@pytest.fixture(scope="module")
def table(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    folder = tmp_path_factory.mktemp("table")
    with running_centre(folder / "centre") as centre, lying_line(centre.url) as line:
        practice: Practice = replace(practice_at(centre), url=line.url)
        with running_program(folder, practice) as program:
            window = signed_in(program)
            receipt = window.desk.enrolling.enrol(filled_draft(window.desk))
            hand = Hand(window)
            hand.shortcut(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
            wait_for(lambda: window.frame.current == "receipt_check", "screen in sight")
            yield Table(window, hand, line, centre, receipt)


def test_one_s_own_before_and_after_the_branch_has_it(table: Table) -> None:
    shown = table.scan(table.receipt.link)
    assert shown.verdict is Verdict.NOT_RECEIVED
    assert "Jawaban cabang: asli, belum diterima." in words_on(table.window)
    table.window.pages.sync.send()
    wait_for(lambda: table.window.pages.sync.state.run.ended == 1, "synced")
    assert table.scan(table.receipt.number.lower().replace("-", "")).verdict is Verdict.RECEIVED
    assert table.scan(table.receipt.link).verdict is Verdict.RECEIVED
    assert "Asli, latihan" in words_on(table.window)
    table.hand.press("check_open")
    wait_for(lambda: table.window.receipt_window is not None, "the receipt itself")
    opened = table.window.receipt_window
    assert opened is not None
    opened.reject()
    wait_for(lambda: table.window.receipt_window is None, "closed again")


def test_an_altered_one_is_found_here_and_there(table: Table) -> None:
    link = replace(parse_link(table.receipt.link), amount=336_000)
    shown = table.scan(link.url)
    assert shown.answer is not None
    assert (shown.verdict, shown.answer.standing.value) == (Verdict.ALTERED, "altered")
    assert "Hubungi cabang" in words_on(table.window)


def test_one_of_another_laptop_is_known_to_the_branch(table: Table, tmp_path: Path) -> None:
    light = Cost(memory_kib=64, passes=1, lanes=1)
    door = EnrollingDevice(Profile(tmp_path / "other"), HandClock(), cost=light)
    other = door.enrol(table.centre.url, table.centre.new_code(), PASSWORD)
    try:
        issued = other.enrolling.enrol(filled_draft(other))
    finally:
        other.close()
    shown = table.scan(issued.link)
    assert (shown.check.device_listed, shown.verdict) == (False, Verdict.NOT_RECEIVED)
    assert table.scan(issued.number).verdict is Verdict.UNKNOWN, "a number alone proves nothing"


@pytest.mark.parametrize("lie", ["html", "500", "nothing", "redirect", "half", "altered"])
def test_what_comes_in_the_branch_s_place_is_no_network(table: Table, lie: str) -> None:
    assert table.scan(table.receipt.link).answer is not None, "the line is kept open"
    table.line.begin(PAGE, LIES[lie])
    shown = table.scan(table.receipt.link)
    table.line.repent()
    assert table.line.told == (2 if lie == "nothing" else 1), (
        "cut off before any answer, it is asked once more"
    )
    assert shown.answer is None
    assert shown.unreached is not None
    assert shown.verdict in (Verdict.NOT_RECEIVED, Verdict.RECEIVED), "this laptop knows its own"


def saying(standing: str) -> Lie:
    """The branch's answer with another standing: TLS alone vouches for it."""

    def lie(answer: Answer) -> bytes:
        body = json.dumps({**json.loads(answer.body), "standing": standing}).encode()
        return Answer(answer.status, body, answer.headers).bytes()

    return lie


def test_a_false_page_takes_nothing_from_a_signature(table: Table) -> None:
    table.line.begin(PAGE, saying("unknown"))
    shown = table.scan(table.receipt.link)
    assert shown.verdict in (Verdict.NOT_RECEIVED, Verdict.RECEIVED)
    assert "Tanda tanganlah buktinya" in words_on(table.window)
    table.line.begin(PAGE, saying("genuine_received"))
    false = replace(parse_link(table.receipt.link), amount=336_000)
    assert table.scan(false.url).verdict is Verdict.ALTERED
    assert "Tanda tanganlah buktinya" in words_on(table.window)
    table.line.repent()
