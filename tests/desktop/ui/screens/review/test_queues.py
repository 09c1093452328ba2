"""The saved queues: what each holds, told by count and age."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from perisai_desktop.domain.review import DayTill, QueueGroup, QueueRecord
from perisai_desktop.ui.screens.review.queue_list import _details
from perisai_desktop.ui.screens.review.queue_menu import QueueMenu
from perisai_desktop.ui.screens.review.queues import QueueFilter, Tally, narrowed, tally
from perisai_desktop.ui.screens.review.state import ReviewScreenState
from perisai_desktop.ui.screens.review.words import shown_value, till_words
from sync.rules.states import ReviewState
from tests.desktop.ui.screens.review.conftest import Screen
from tests.support.fake_reviewing import RECORDED_AT

PLAIN = QueueRecord(
    entry_id="plain",
    action_id="plain",
    kind="enrolment",
    worker_name="Ujang",
    occupation="Petani",
    rupiah=8_400,
    state=ReviewState.RECEIVED,
    flags=(),
    recorded_at=RECORDED_AT,
    receipt_number=None,
)
EARLIER = RECORDED_AT - timedelta(days=2)
RECORDS = (
    PLAIN,
    replace(PLAIN, entry_id="taken", state=ReviewState.IN_REVIEW, claimed_by="Sari"),
    replace(PLAIN, entry_id="flagged", state=ReviewState.FLAGGED, flags=("likely_duplicate",)),
    replace(PLAIN, entry_id="twice", state=ReviewState.DUPLICATE, recorded_at=EARLIER),
    replace(PLAIN, entry_id="corrected", corrected=True),
    replace(PLAIN, entry_id="void", kind="void_request"),
    replace(PLAIN, entry_id="deposit", kind="deposit", state=ReviewState.FLAGGED, flags=("amount_differs",)),
    replace(PLAIN, entry_id="held", state=ReviewState.HELD),
    replace(PLAIN, entry_id="parked", state=ReviewState.PARKED),
    replace(PLAIN, entry_id="returned", state=ReviewState.RETURNED),
)
GROUP = QueueGroup("a", "Nining", date(2026, 11, 22), len(RECORDS), 84_000, RECORDS)


def held(queue: QueueFilter) -> list[str]:
    """The entries that a queue lists."""
    return [each.entry_id for group in narrowed((GROUP,), queue) for each in group.records]


def test_every_queue_holds_its_own() -> None:
    assert held(QueueFilter.TO_REVIEW) == [
        "plain",
        "flagged",
        "twice",
        "corrected",
        "void",
        "deposit",
        "held",
    ]
    assert held(QueueFilter.FLAGGED) == ["flagged", "deposit"]
    assert held(QueueFilter.DUPLICATES) == ["flagged", "twice"]
    assert held(QueueFilter.CORRECTIONS) == ["corrected"]
    assert held(QueueFilter.VOIDS) == ["void"]
    assert held(QueueFilter.CASH) == ["deposit"]
    assert held(QueueFilter.SUSPENSE) == ["held"]
    assert held(QueueFilter.PARKED) == ["parked"]
    assert len(held(QueueFilter.ALL)) == len(RECORDS)
    assert tally((GROUP,), QueueFilter.DUPLICATES) == Tally(2, EARLIER)


def test_consent_that_was_taken_back_comes_first_the_oldest_on_top_until_it_is_settled() -> None:
    new = replace(PLAIN, entry_id="new", kind="consent_withdrawal", state=ReviewState.FLAGGED)
    old = replace(new, entry_id="old", recorded_at=EARLIER)
    done = replace(new, entry_id="done", state=ReviewState.APPROVED)
    first = replace(GROUP, records=(PLAIN, new, done), till=DayTill(8_400, 0, 0))
    second = replace(GROUP, agent_id="b", records=(old,))
    shown = narrowed((first, second), QueueFilter.ALL)
    told = [[record.entry_id for record in group.records] for group in shown]
    assert told == [["old"], ["new"], ["plain", "done"]]
    assert [(group.count, group.till) for group in shown[1:]] == [(1, None), (2, first.till)]
    urgent = narrowed((first, second), QueueFilter.WITHDRAWALS)
    assert [group.records for group in urgent] == [(old,), (new,)]
    assert _details(old, 420) == "stop by 23 Nov, 09:15"


def test_the_menu_tells_count_and_age_of_each(qapp: object) -> None:
    button = QueueMenu(lambda: RECORDED_AT + timedelta(days=1))
    button.show_state(ReviewScreenState(groups=(GROUP,), loaded=True))
    assert button.accessibleName() == "Needs me 7"
    chosen: list[QueueFilter] = []
    button.narrowed.connect(chosen.append)
    menu = button.menu_of_queues()
    told = {action.text().split("\t")[0]: action for action in menu.findChildren(QAction) if action.text()}
    assert told["Possible duplicates"].text() == "Possible duplicates\t2 · 3 days"
    assert told["Late laptops"].text() == "Late laptops\t0"
    told["Corrections"].trigger()
    assert chosen == [QueueFilter.CORRECTIONS]


def test_a_day_tells_what_became_of_its_receipts() -> None:
    words = "receipts 84.000 · deposited 42.000 · matched 8.400"
    assert till_words(DayTill(84_000, 42_000, 8_400)) == words


def test_q_unfolds_the_queues_and_another_one_is_chosen(screen: Screen) -> None:
    screen.typist.press(Qt.Key.Key_Q)
    menu = screen.part("queue_menu")
    assert menu.isVisible()
    for _ in range(3):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert screen.state.shown is QueueFilter.FLAGGED
    assert [each.worker_name for each in screen.state.records] == ["Maria Kewa"]


def test_what_was_typed_is_read_as_the_form_shows_it() -> None:
    typed = {"nik": "3202081408900004", "birth_date": "1990-08-14", "village": "3202082005", "name": "Siti"}
    shown = [shown_value(name, text, "Desa Warnajati") for name, text in typed.items()]
    assert shown == ["320208 140890 0004", "14-08-1990", "Desa Warnajati", "Siti"]
    assert [shown_value("birth_date", "14/08", ""), shown_value("village", "3202082005", "")] == [
        "14/08",
        "3202082005",
    ]
