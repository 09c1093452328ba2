"""A laptop's clock behind the branch's: what the server told with its signature says which day has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.branch_rules import BranchRules
from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.readiness import Check, ClockStanding, TariffInForce
from perisai_desktop.services.branch_releases import BranchReleases, tell
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.greetings import day_reached, hear, hear_carried, told_at
from perisai_desktop.storage.database import Database
from sync.protocol.signatures import SigningKey
from tests.support.desks import MARKET_DAY, HandClock, desk_of, filled_draft, make_profile
from tests.support.publishing_branch import SERVER, PublishingBranch
from tests.support.reference_data import reference, reference_files

TODAY = date(2026, 11, 22)
BASE = reference().version


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "laptop", SigningKey.generate(), SERVER.public), clock)
    yield opened
    opened.close()


@pytest.fixture
def database(desk: AgentDesk) -> Database:
    return desk.upkeep.readiness.database


def fetch(database: Database, clock: HandClock, version: str) -> None:
    """The branch publishes a version that holds from the market day, and the laptop gets it."""
    branch = PublishingBranch()
    branch.publish(version, TODAY, hotline="021-1")
    with database.transaction() as session:
        tell(session, version)
    releases = BranchReleases(SERVER.public, reference(), reference_files())
    assert releases.refresh(database, branch, clock)


def rules_of(desk: AgentDesk) -> BranchRules:
    found = desk.upkeep.readiness.standing(Check.TARIFF)
    assert isinstance(found, TariffInForce)
    return found.rules


def test_settings_whose_day_the_branch_has_seen_hold_however_far_behind_the_clock_is(
    desk: AgentDesk, database: Database, clock: HandClock, tmp_path: Path
) -> None:
    hear(database, clock, MARKET_DAY)
    fetch(database, clock, "001.1")
    clock.move(days=-40)
    assert rules_of(desk) == BranchRules(BASE, coming="001.1")
    holds = desk.due()
    assert holds is not None
    assert holds.version == "001.1"
    desk.close()
    again = desk_of(Profile(tmp_path / "laptop"), clock)
    assert again.reference.version == "001.1", "a restart brings back nothing that is over"
    assert again.due() is None
    again.close()


def test_settings_that_come_while_the_clock_is_behind_hold_at_once(
    desk: AgentDesk, database: Database, clock: HandClock
) -> None:
    clock.move(days=-40)
    hear(database, clock, MARKET_DAY)
    fetch(database, clock, "001.1")
    holds = desk.due()
    assert holds is not None
    assert holds.version == "001.1"


def test_the_day_is_the_laptops_own_unless_the_branch_has_seen_a_later_one(
    database: Database, clock: HandClock
) -> None:
    def day() -> date:
        with database.reading() as session:
            return day_reached(session, clock)

    assert day() == TODAY
    hear(database, clock, MARKET_DAY)
    clock.move(days=3)
    assert day() == date(2026, 11, 25), "offline for days the laptop's clock goes on"
    clock.move(days=-10)
    assert day() == TODAY
    late = MARKET_DAY + timedelta(hours=14, minutes=45)
    hear(database, clock, late)
    assert day() == date(2026, 11, 23), "midnight is the local one"


def test_a_server_is_believed_again_once_its_clock_is_right_and_an_old_stick_sets_nothing_back(
    database: Database, clock: HandClock
) -> None:
    hear(database, clock, MARKET_DAY + timedelta(days=400))
    hear(database, clock, MARKET_DAY)
    hear_carried(database, MARKET_DAY - timedelta(days=3))
    with database.reading() as session:
        assert told_at(session) == MARKET_DAY
    hear_carried(database, MARKET_DAY + timedelta(days=3))
    with database.reading() as session:
        assert told_at(session) == MARKET_DAY + timedelta(days=3)


def test_a_stick_alone_tells_the_time_too(database: Database, clock: HandClock) -> None:
    hear_carried(database, MARKET_DAY)
    clock.move(days=-9)
    with database.reading() as session:
        assert day_reached(session, clock) == TODAY


def test_a_clock_put_back_is_told_without_a_connection(
    desk: AgentDesk, database: Database, clock: HandClock
) -> None:
    standing = desk.upkeep.readiness.standing
    assert standing(Check.CLOCK) == ClockStanding(None, 420)
    hear(database, clock, MARKET_DAY)
    assert desk.counting.strip().connection.drift == 0
    clock.move(hours=-26)
    assert standing(Check.CLOCK) == ClockStanding(-26 * 60, 420)
    assert desk.counting.strip().connection.drift == -26 * 3600
    assert desk.tracking.overview().connection.drift == -26 * 3600


def test_a_clock_put_back_does_not_lengthen_the_grace_of_an_old_program(
    desk: AgentDesk, database: Database, clock: HandClock
) -> None:
    hear(database, clock, MARKET_DAY)
    desk.enrolling.pen.gate.word = BranchWord(minimum_program="99.1.0", minimum_on=TODAY)
    clock.move(days=-2)
    with pytest.raises(Failure) as raised:
        desk.enrolling.enrol(filled_draft(desk))
    assert raised.value.code is FailureCode.PROGRAM_TOO_OLD
