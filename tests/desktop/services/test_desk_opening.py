"""A desk opens where it was left: the clock goes on, and a store that was set back writes nothing."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from perisai_desktop.config.clock import pinned_on
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.services.branch_releases import BranchReleases
from perisai_desktop.services.desk_opening import open_desk, open_store
from perisai_desktop.services.reference_files import load_reference, open_places
from perisai_desktop.services.rules_in_use import RulesInUse
from sync.protocol.signatures import SigningKey
from sync.rules.branch_settings import BranchSettings
from sync.rules.reference import Reference
from tests.support.desks import STORE_KEY, HandClock, desk_of, filled_draft, make_profile


def test_a_pinned_day_goes_on_from_the_newest_entry(tmp_path: Path, key: SigningKey) -> None:
    profile = make_profile(tmp_path / "profile", key)
    late = HandClock(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
    desk = desk_of(profile, late)
    desk.enrolling.enrol(filled_draft(desk))
    desk.close()
    morning = pinned_on(date(2026, 11, 22))
    again = open_desk(profile, StoreKeys(STORE_KEY), morning)
    assert again.clock.now() >= late.at
    assert (again.clock.today(), again.clock.offset()) == (date(2026, 11, 22), 420)
    again.close()
    evening = pinned_on(date(2026, 11, 23))
    other = open_desk(profile, StoreKeys(STORE_KEY), evening)
    assert other.clock is evening
    other.close()


def test_a_store_behind_its_mark_issues_no_receipt(tmp_path: Path, key: SigningKey, clock: HandClock) -> None:
    profile = make_profile(tmp_path / "profile", key)
    shutil.copytree(profile.root, tmp_path / "copy")
    desk = desk_of(profile, clock)
    desk.enrolling.enrol(filled_draft(desk))
    desk.close()
    mark = profile.mark.read_bytes()
    shutil.rmtree(profile.root)
    shutil.copytree(tmp_path / "copy", profile.root)
    profile.mark.write_bytes(mark)
    back = desk_of(profile, clock)
    draft = back.drafting.save(filled_draft(back))
    with pytest.raises(Failure) as refused:
        back.enrolling.enrol(draft)
    assert refused.value.code is FailureCode.STORE_ROLLED_BACK
    assert back.drafting.open() == draft
    back.close()


def test_a_store_without_identity_is_not_enrolled(tmp_path: Path, clock: HandClock) -> None:
    profile = Profile(tmp_path / "profile")
    profile.prepare()
    places = open_places()
    open_store(profile, StoreKeys(STORE_KEY), places).close()
    places.close()
    with pytest.raises(Failure) as refused:
        desk_of(profile, clock)
    assert refused.value.code is FailureCode.NOT_ENROLLED


def test_closing_over_a_broken_store_forgets_the_keys(
    tmp_path: Path, key: SigningKey, clock: HandClock
) -> None:
    profile = make_profile(tmp_path / "profile", key)
    keys = StoreKeys(STORE_KEY)
    desk = open_desk(profile, keys, clock)
    desk.enrolling.enrol(filled_draft(desk))
    profile.database.write_bytes(bytes(profile.database.stat().st_size))
    desk.close()
    with pytest.raises(RuntimeError):
        _ = keys.database


def test_closing_twice_is_closing_once(tmp_path: Path, key: SigningKey, clock: HandClock) -> None:
    profile = make_profile(tmp_path / "profile", key)
    desk = desk_of(profile, clock)
    desk.close()
    desk.close()
    again = desk_of(profile, clock)
    assert again.drafting.drafts() == ()
    again.close()


def reachable(root: object) -> list[object]:
    """All that hangs on a desk by its fields, private ones too, but what is asked for the rules of the day."""
    found: dict[int, object] = {}
    waiting = [root]
    while waiting:
        one = waiting.pop()
        foreign = not type(one).__module__.startswith(("perisai_desktop.", "sync."))
        if foreign or id(one) in found or isinstance(one, BranchReleases | RulesInUse):
            continue
        found[id(one)] = one
        names = [*getattr(one, "__dataclass_fields__", ()), *getattr(one, "__dict__", ())]
        waiting += [getattr(one, name) for name in names]
    return list(found.values())


def test_nothing_of_a_desk_under_other_rules_goes_by_those_before(
    tmp_path: Path, key: SigningKey, clock: HandClock
) -> None:
    first = desk_of(make_profile(tmp_path / "profile", key), clock)
    other = replace(
        first.reference, version="001.1", settings=replace(first.reference.settings, hotline="021-1")
    )
    second = first.under(other)
    for desk, rules in ((first, first.reference), (second, other)):
        held = [one for one in reachable(desk) if isinstance(one, Reference | BranchSettings)]
        assert {id(one) for one in held} == {id(rules), id(rules.settings)}
    assert (first.identity.hotline, second.identity.hotline) == ("0800 000 0000", "021-1")
    assert second.syncing is first.syncing
    second.close()


@pytest.mark.parametrize("name", ["tariff.json", "manifest.json"])
def test_reference_data_that_was_touched_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    from perisai_desktop.config.resources import resource
    from perisai_desktop.services import reference_files

    source = resource("reference")
    for path in source.glob("*.json"):
        shutil.copy(path, tmp_path / path.name)
    (tmp_path / name).write_bytes((source / name).read_bytes()[:-20])
    monkeypatch.setattr(reference_files, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    with pytest.raises(Failure) as damaged:
        load_reference()
    assert damaged.value.code is FailureCode.REFERENCE_DAMAGED
    with pytest.raises(Failure) as missing:
        open_places()
    assert missing.value == Failure(FailureCode.REFERENCE_DAMAGED, file="regions.sqlite")
    (tmp_path / name).unlink()
    with pytest.raises(Failure) as gone:
        load_reference()
    assert gone.value == Failure(FailureCode.REFERENCE_DAMAGED, file=name)
