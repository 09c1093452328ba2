"""When a record was made is told in the time of its place, and the zone is named where the reviewer's differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.review import TakenBack
from perisai_desktop.ui.screens.review.queue_list import QueueList
from perisai_desktop.ui.screens.review.record_card import RecordCard
from perisai_desktop.ui.screens.review.settling_words import settling_words
from perisai_desktop.ui.screens.review.state import ReviewScreenState
from perisai_desktop.ui.screens.review.void_words import VOID, void_words
from perisai_desktop.ui.screens.review.withdrawn_words import PURPOSES, withdrawn_words
from perisai_desktop.ui.screens.review.words import clock_at
from sync.rules.states import ReviewState
from tests.desktop.ui.screens.review.conftest import Screen
from tests.support.fake_reviewing import RECORDED_AT, record
from tests.support.reference_data import reference

AT = datetime(2026, 11, 22, 15, 34, tzinfo=UTC)


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("offset", "here", "words"),
    [
        (420, 420, "22.34"),
        (0, 0, "15.34"),
        (420, 0, "22.34\u00a0WIB"),
        (480, 420, "23.34\u00a0WITA"),
        (540, 420, "00.34\u00a0WIT"),
        (0, 420, "15.34\u00a0UTC"),
        (-210, 420, "12.04\u00a0UTC-03:30"),
    ],
)
def test_the_zone_is_named_where_it_differs(offset: int, here: int, words: str) -> None:
    assert clock_at(AT, offset, here) == words


def test_one_rule_holds_for_the_queue_the_head_and_the_history(
    screen: Screen, showing: Callable[[QWidget], QWidget]
) -> None:
    record = replace(screen.session.records["entry-1"], recorded_at=AT, utc_offset=420)
    card = RecordCard(0, str, str)
    showing(card)
    card.show_state(ReviewScreenState(record=record))
    told = [part.accessibleName() or str(part.property("text")) for part in card.findChildren(QWidget)]
    assert sum("22:34\u00a0WIB" in words for words in told) >= 2
    assert not any("15:34" in words for words in told)
    (group, *_) = screen.state.groups
    first = replace(group.records[0], recorded_at=AT, utc_offset=420)
    queue = QueueList(0)
    queue.show_groups((replace(group, records=(first,)),), None)
    rows = [str(queue.model().index(row, 0).data()) for row in range(queue.model().rowCount())]
    assert any("22:34\u00a0WIB" in row for row in rows)


@pytest.mark.parametrize(("cash", "words"), [("no_cash", "No money"), ("cash_taken", "Money was taken")])
def test_a_void_says_why_it_is_asked_for_and_what_it_does(screen: Screen, cash: str, words: str) -> None:
    form = {"reason": "wrong_amount", "cash": cash}
    record = replace(screen.session.records["entry-1"], kind=VOID, form=form)
    asked = void_words(record, lambda code: f"<{code}>")
    assert asked is not None
    assert asked[0].endswith("<wrong_amount>")
    assert asked[1].startswith(words)
    assert void_words(screen.session.records["entry-1"], str) is None


def test_consent_that_was_taken_back_tells_what_for_and_by_when() -> None:
    assert withdrawn_words(record(1, "Ujang"), 420) is None
    times = (
        TakenBack(("enrolment", "of_tomorrow"), RECORDED_AT),
        TakenBack(("other_programmes",), RECORDED_AT),
    )
    told = withdrawn_words(replace(record(1, "Ujang"), withdrawn=times, utc_offset=420), 420)
    assert told is not None
    assert told[1].splitlines() == [
        "enrolling and recording contributions, of_tomorrow: taken back 22 November 2026 09:15, stop by 25 November 2026 09:15",
        "being contacted about other programmes: taken back 22 November 2026 09:15, stop by 25 November 2026 09:15",
    ]
    assert {purpose.code for purpose in reference().consent.purposes} <= PURPOSES.keys()


@pytest.mark.parametrize(("erases", "words"), [(True, "can't be undone"), (False, "Nothing is erased")])
def test_a_withdrawal_tells_what_approving_it_erases(erases: bool, words: str) -> None:
    taken = (TakenBack(("enrolment",), RECORDED_AT, erases), TakenBack(("enrolment",), AT, not erases))
    asked = replace(record(1, "Ujang"), kind="consent_withdrawal", withdrawn=taken, recorded_at=RECORDED_AT)
    told = settling_words(asked)
    assert told is not None
    assert words in told[1]
    assert settling_words(replace(asked, state=ReviewState.APPROVED)) is None
