"""A pause of the sending ends by itself, is remembered over a restart, and can be taken back."""

import math
from datetime import UTC, datetime, timedelta

import pytest

from perisai_desktop.domain.counters import Pause, PauseSpan
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.pausing import Pausing
from tests.support.desks import MARKET_DAY, HandClock

SIX_TOMORROW = datetime(2026, 11, 22, 23, tzinfo=UTC)
"""6 o'clock of 23 November, WIB."""


def again(desk: AgentDesk, clock: HandClock) -> Pausing:
    """The same store after a restart."""
    return Pausing(desk.enrolling.database, clock)


def test_nothing_is_paused_at_first(desk: AgentDesk) -> None:
    assert (desk.pausing.standing(), desk.pausing.left()) == (None, 0.0)


@pytest.mark.parametrize(
    ("span", "until"),
    [
        (PauseSpan.HOUR, MARKET_DAY + timedelta(hours=1)),
        (PauseSpan.TOMORROW, SIX_TOMORROW),
        (PauseSpan.OPEN, None),
    ],
)
def test_a_pause_is_remembered_and_ends_by_itself(
    desk: AgentDesk, clock: HandClock, span: PauseSpan, until: datetime | None
) -> None:
    assert desk.pausing.pause(span) == Pause(until)
    clock.move(minutes=10)
    for pausing in (desk.pausing, again(desk, clock)):
        assert pausing.standing() == Pause(until)
        assert pausing.left() == (math.inf if until is None else (until - clock.now()).total_seconds())
    clock.move(days=2)
    for pausing in (desk.pausing, again(desk, clock)):
        assert (pausing.standing() is None) is (until is not None)
        assert pausing.left() == (math.inf if until is None else 0.0)


def test_a_pause_is_taken_back(desk: AgentDesk, clock: HandClock) -> None:
    desk.pausing.pause(PauseSpan.OPEN)
    desk.pausing.resume()
    assert desk.pausing.standing() is None
    assert again(desk, clock).left() == 0.0
