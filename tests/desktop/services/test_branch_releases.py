"""Settings that the branch publishes: fetched, checked against the pinned key, kept whole, and dated."""

from __future__ import annotations

import json
from datetime import date

import pytest

from perisai_desktop.domain.branch_rules import BranchRules, RulesTrouble
from perisai_desktop.domain.readiness import Check, TariffInForce
from perisai_desktop.services.branch_releases import RELEASES, TROUBLE, BranchReleases, tell
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import choices
from sync.protocol.releases import CarriedReleases, SignedRelease
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock
from tests.support.publishing_branch import SERVER, PublishingBranch
from tests.support.reference_data import reference, reference_files

TODAY, JANUARY, MARCH = date(2026, 11, 22), date(2027, 1, 1), date(2027, 3, 1)
BASE = reference().version


class Laptop:
    """The releases of an open store, and the clock of its desk."""

    def __init__(self, desk: AgentDesk, clock: HandClock) -> None:
        self.database, self.clock, self.desk = desk.upkeep.readiness.database, clock, desk
        self.releases = BranchReleases(SERVER.public, reference(), reference_files())

    def fetch(self, branch: PublishingBranch, told: str) -> bool:
        with self.database.transaction() as session:
            tell(session, told)
        return self.releases.refresh(self.database, branch, self.clock)

    def take(self, carried: CarriedReleases) -> bool:
        return self.releases.take(self.database, carried, self.clock)

    def version(self, day: date) -> str:
        with self.database.reading() as session:
            return self.releases.in_force(session, day).version

    def standing(self) -> BranchRules:
        with self.database.reading() as session:
            return self.releases.standing(session, self.clock.today(), BASE)


@pytest.fixture
def laptop(desk: AgentDesk, clock: HandClock) -> Laptop:
    return Laptop(desk, clock)


@pytest.fixture
def branch() -> PublishingBranch:
    return PublishingBranch()


def test_a_version_is_fetched_once_and_holds_from_its_day(laptop: Laptop, branch: PublishingBranch) -> None:
    branch.publish("001.1", JANUARY, hotline="021-1")
    assert laptop.fetch(branch, "001.1")
    changed = [path for path in branch.asked if "/contents/" in path]
    assert len(changed) == 1
    assert [laptop.version(day) for day in (TODAY, JANUARY)] == [BASE, "001.1"]
    assert not laptop.fetch(branch, "001.1")
    assert len(branch.asked) == 2
    assert laptop.standing() == BranchRules(BASE)
    laptop.clock.move(days=60)
    assert laptop.standing() == BranchRules(BASE, coming="001.1")
    assert not laptop.standing().fine


def test_what_holds_until_then_is_fetched_too(laptop: Laptop, branch: PublishingBranch) -> None:
    branch.publish("001.1", TODAY, hotline="021-1")
    branch.publish("001.2", JANUARY, minute=1, hotline="021-2")
    branch.publish("001.3", MARCH, minute=2, hotline="021-3")
    assert laptop.fetch(branch, "001.3")
    days = (TODAY, JANUARY, date(2027, 2, 28), MARCH)
    assert [laptop.version(day) for day in days] == ["001.1", "001.2", "001.2", "001.3"]
    laptop.clock.move(days=60)
    branch.publish("001.4", JANUARY, minute=3, months_offered=[1])
    assert laptop.fetch(branch, "001.4")
    assert [laptop.version(day) for day in (JANUARY, MARCH)] == ["001.4", "001.4"]


def test_what_is_not_as_it_should_be_is_named_and_the_old_stays(
    laptop: Laptop, branch: PublishingBranch
) -> None:
    branch.publish("001.1", TODAY, minute=5, hotline="021-1")
    assert laptop.fetch(branch, "001.1")
    branch.publish("001.2", TODAY, SigningKey.generate(), minute=6)
    branch.publish("001.3", TODAY, minute=1)
    branch.publish("001.4", TODAY, minute=7, hotline="021-4")
    branch.contents = dict.fromkeys(branch.contents, b"another page")
    branch.publish("001.5", TODAY, minute=8, hotline="")
    branch.signed |= {"001.6": b"<html>", "001.7": branch.signed["001.5"]}
    branch.signed["001.8"] = SignedRelease(manifest="{}", signature="A" * 86).model_dump_json().encode()
    expected = {
        "001.2": RulesTrouble.SIGNATURE,
        "001.3": RulesTrouble.OLDER,
        "001.4": RulesTrouble.DAMAGED,
        "001.5": RulesTrouble.UNREADABLE,
        "001.6": RulesTrouble.SIGNATURE,
        "001.7": RulesTrouble.SIGNATURE,
        "001.8": RulesTrouble.SIGNATURE,
        BASE: RulesTrouble.OLDER,
    }
    for version, trouble in expected.items():
        assert not laptop.fetch(branch, version), version
        assert laptop.standing().trouble is trouble, version
        assert laptop.version(TODAY) == "001.1"
    branch.publish("001.9", TODAY, minute=9, hotline="021-9")
    assert laptop.fetch(branch, "001.9")
    assert laptop.standing() == BranchRules(BASE, coming="001.9")


def test_without_an_answer_all_stays_and_is_asked_again(laptop: Laptop, branch: PublishingBranch) -> None:
    branch.publish("001.1", TODAY, hotline="021-1")
    branch.down = True
    assert not laptop.fetch(branch, "001.1")
    assert (laptop.version(TODAY), laptop.standing()) == (BASE, BranchRules(BASE))
    branch.down = False
    assert laptop.fetch(branch, "001.1")


def test_what_came_with_another_server_is_asked_for_once(laptop: Laptop, branch: PublishingBranch) -> None:
    assert not laptop.fetch(branch, "2025.1.1")
    assert not laptop.fetch(branch, "2025.1.1")
    assert branch.asked == ["/v1/reference/releases/2025.1.1"]
    assert laptop.standing().fine


def test_what_a_newer_program_kept_is_passed_over(laptop: Laptop, branch: PublishingBranch) -> None:
    branch.publish("001.1", TODAY, hotline="021-1")
    laptop.fetch(branch, "001.1")
    with laptop.database.transaction() as session:
        kept = json.loads(choices.get(session, RELEASES) or "")
        kept[0]["files"].pop("settings.json")
        choices.put(session, RELEASES, json.dumps(kept))
    assert laptop.version(TODAY) == BASE


def test_the_start_of_the_day_tells_of_it(laptop: Laptop) -> None:
    with laptop.database.transaction() as session:
        choices.put(session, TROUBLE, RulesTrouble.DAMAGED)
    found = laptop.desk.upkeep.readiness.standing(Check.TARIFF)
    assert isinstance(found, TariffInForce)
    assert (found.rules, found.fine) == (BranchRules(BASE, trouble=RulesTrouble.DAMAGED), False)


def test_an_answer_on_a_stick_brings_them_by_the_same_checks(
    laptop: Laptop, branch: PublishingBranch
) -> None:
    branch.publish("001.1", TODAY, minute=1, hotline="021-1")
    branch.publish("001.2", JANUARY, minute=2, hotline="021-2")
    old = branch.carried("001.1")
    assert laptop.take(branch.carried("001.2", "001.1"))
    assert [laptop.version(day) for day in (TODAY, JANUARY)] == ["001.1", "001.2"]
    assert laptop.releases.newest(laptop.database) == "001.2"
    assert not laptop.take(branch.carried("001.2", "001.1"))
    assert not laptop.take(old)
    assert laptop.standing().trouble is None
    branch.publish("001.0", TODAY, minute=0, hotline="021-0")
    assert not laptop.take(branch.carried("001.0"))
    assert laptop.standing().trouble is None, "an old stick is no trouble"
    branch.publish("001.3", MARCH, minute=3, hotline="021-3")
    assert not laptop.take(branch.carried("001.3").model_copy(update={"contents": ()}))
    branch.publish("001.4", MARCH, SigningKey.generate(), minute=4)
    assert not laptop.take(branch.carried("001.4"))
    assert laptop.standing().trouble is RulesTrouble.SIGNATURE
    branch.publish("001.5", MARCH, minute=5, hotline="021-5")
    assert laptop.take(branch.carried("001.5")), "what the stick leaves out before it is what is kept"
    assert [laptop.version(day) for day in (TODAY, MARCH)] == ["001.1", "001.5"]
    assert laptop.standing().trouble is None


def test_a_clock_that_is_ahead_for_a_while_drops_nothing_that_still_holds(
    laptop: Laptop, branch: PublishingBranch
) -> None:
    branch.publish("001.1", TODAY, minute=1, hotline="021-1")
    branch.publish("001.2", JANUARY, minute=2, hotline="021-2")
    branch.publish("001.3", JANUARY, minute=3, hotline="021-3")
    laptop.clock.move(days=60)
    assert laptop.take(branch.carried("001.2", "001.1"))
    assert laptop.fetch(branch, "001.3")
    assert [laptop.version(day) for day in (TODAY, JANUARY)] == ["001.1", "001.3"]
