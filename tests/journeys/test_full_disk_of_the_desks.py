"""A disk that runs full under what is no entry: drafts and settings on a laptop, a draft of settings at the branch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.branch_releases import BranchReleases
from perisai_desktop.services.reviewing import Reviewing
from sync.protocol.signatures import SigningKey
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from tests.support.branch_house import PASSWORD
from tests.support.centres import running_centre
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.publishing_branch import SERVER, PublishingBranch
from tests.support.reference_data import reference, reference_files
from tests.support.small_disks import SmallDisk, full, kinds, small_disk

TODAY = date(2026, 11, 22)
OFTEN = 400
"""More writes than the room that the files of a store still have in themselves."""


@pytest.fixture(params=kinds())
def disk(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SmallDisk]:
    with small_disk(request.param, tmp_path / "disk", monkeypatch, 64) as made:
        yield made


def until_full(act: Callable[[int], object]) -> FailureCode:
    """How it is told that there is no room, once there is none."""
    for turn in range(OFTEN):
        try:
            act(turn)
        except Failure as failure:
            return failure.code
    raise AssertionError("the disk never ran full")


def test_drafts_and_settings_of_a_laptop(disk: SmallDisk) -> None:
    profile = make_profile(disk.folder / "profile", SigningKey.generate())
    desk = desk_of(profile, HandClock())
    database, branch = desk.enrolling.database, PublishingBranch()
    releases = BranchReleases(SERVER.public, reference(), reference_files())
    branch.publish("001.1", TODAY, minute=1, hotline="021-1")
    assert releases.take(database, branch.carried("001.1"), desk.clock)
    kept = desk.drafting.save(filled_draft(desk))
    with full(disk):
        told = until_full(lambda turn: desk.drafting.save(filled_draft(desk, name=f"Contoh {turn}")))
        assert told is FailureCode.DISK_FULL
        count = len(desk.drafting.drafts())
        branch.publish("001.2", TODAY, minute=2, hotline="021-2")
        with pytest.raises(Failure) as said:
            releases.take(database, branch.carried("001.2"), desk.clock)
        assert said.value.code is FailureCode.DISK_FULL
        assert releases.newest(database) == "001.1"
    desk.close()
    desk = desk_of(profile, HandClock())
    assert desk.reference.version == "001.1"
    assert len(desk.drafting.drafts()) == count
    assert desk.drafting.find(kept.draft_id) == kept
    assert desk.drafting.save(replace(kept, captured_in="32.02.10.2006")).draft_id == kept.draft_id
    assert releases.take(desk.enrolling.database, branch.carried("001.2"), desk.clock)
    desk.close()


def test_a_draft_of_settings_at_the_branch(disk: SmallDisk) -> None:
    with running_centre(disk.folder / "centre") as centre:
        branch = centre.server.organising.branch("001").branch_id
        account = NewAccount("admin", "Admin", Role.BRANCH_ADMIN, PASSWORD, branch)
        centre.server.accounts.add(account, "test")
        session = Reviewing.at(centre.url)
        session.sign_in("admin", PASSWORD)
        book = session.settings.book()
        first = session.settings.keep(book.newest, TODAY, book.documents, None)
        seen = [first.digest]

        def keep(turn: int) -> None:
            documents = {**book.documents}
            documents["settings.json"] = {**documents["settings.json"], "hotline": f"021-{turn}"}
            seen.append(session.settings.keep(book.newest, TODAY, documents, seen[-1]).digest)

        with full(disk):
            assert until_full(keep) is FailureCode.BRANCH_BUSY
        found = session.settings.book().draft
        assert found is not None
        assert found.digest == seen[-1]
        keep(OFTEN)
        after = session.settings.publish(seen[-1])
        assert after.in_force == after.newest != book.newest
        session.close()
