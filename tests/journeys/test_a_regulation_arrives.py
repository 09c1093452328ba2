"""A regulation arrives: the branch raises a tariff from a month and asks for a field more, and laptops follow."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.branch_rules import BranchRules
from perisai_desktop.domain.bundle import ReadAnswer
from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.readiness import Check, TariffInForce
from perisai_desktop.domain.settings_edits import with_number, with_use
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.reviewing import Reviewing
from sync.client.address import ServerAddress
from sync.client.channel import Channel
from sync.client.review_client import ReviewClient, ReviewFault
from sync.client.settings_requests import SettingsRequests
from sync.protocol.bundle_answer import ANSWER_SUFFIX
from sync.rules.branch_settings import FieldUse
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from tests.support.branch_house import PASSWORD as ADMIN_PASSWORD
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft

LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
PASSWORD = "kopi-pagi-di-pasar"
BASE = "2026.11.1"
TODAY = date(2026, 11, 22)


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    with running_centre(tmp_path / "centre") as running:
        branch = running.server.organising.branch("001").branch_id
        for login, role in (("admin", Role.BRANCH_ADMIN), ("penyelia.dua", Role.REVIEWER)):
            account = NewAccount(login, login.title(), role, ADMIN_PASSWORD, branch)
            running.server.accounts.add(account, "test")
        yield running


def laptop(centre: Centre, folder: Path, clock: HandClock | None = None) -> AgentDesk:
    """A laptop of the practice agent, enrolled now."""
    return EnrollingDevice(Profile(folder), clock or HandClock(), cost=LIGHT).enrol(
        centre.url, centre.new_code(), PASSWORD
    )


def signed_in(centre: Centre, login: str) -> ReviewClient:
    client = ReviewClient(Channel(ServerAddress.parse(centre.url)))
    client.sign_in(login, ADMIN_PASSWORD)
    return client


def publish(admin: SettingsRequests, on: date = TODAY) -> str:
    """A dearer table from December on, and the e-mail address as a field that must be filled; in force from a day."""
    seen = admin.overview()
    documents = copy.deepcopy(seen.documents)
    documents["settings.json"]["fields"] = {"email": "required"}
    documents["settings.json"]["hotline"] = "0266-555-175"
    old = documents["tariff.json"]["tables"][0]
    new = copy.deepcopy(old) | {"version": "BPU-2027", "first": "2026-12"}
    for bracket in new["brackets"]:
        bracket["jkm"] = 8_800
    old["last"] = "2026-11"
    documents["tariff.json"]["tables"].append(new)
    draft = admin.put_draft(seen.newest, on, documents, None)
    assert draft.faults == ()
    after = admin.publish(draft.digest)
    assert (after.in_force == after.newest, after.draft) == (on == TODAY, None)
    return after.newest


def rules_of(desk: AgentDesk) -> BranchRules:
    found = desk.upkeep.readiness.standing(Check.TARIFF)
    assert isinstance(found, TariffInForce)
    return found.rules


def person(desk: AgentDesk, nik: str, born: str, name: str, email: str = "") -> EnrolmentDraft:
    """A draft of somebody of the same village, who pays for three months."""
    phone = f"08123{nik[-8:]}"
    return filled_draft(desk, nik=nik, birth_date=born, name=name, phone=phone, email=email)


def flags(admin: ReviewClient) -> dict[str, list[tuple[str, ...]]]:
    """What waits for a person, by kind."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for group in admin.queue().groups:
        for record in group.records:
            found.setdefault(record.kind, []).append(record.flags)
    return found


def test_laptops_follow_and_what_was_taken_before_stands(centre: Centre, tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    online, offline = laptop(centre, near), laptop(centre, far)
    admin = signed_in(centre, "admin")
    version = publish(SettingsRequests(admin))

    begun, before = filled_draft(online), online
    online.syncing.run()
    assert rules_of(online) == BranchRules(BASE, coming=version)
    holds = online.due()
    assert holds is not None
    online = online.under(holds)
    assert before.enrolling.enrol(begun).total == 33_600
    assert (online.reference.version, rules_of(online)) == (version, BranchRules(version))
    assert online.identity.hotline == "0266-555-175"
    budi = ("3202081508900003", "1990-08-15", "Budi Santosa")
    with pytest.raises(Failure) as missing:
        online.enrolling.enrol(person(online, *budi))
    assert missing.value.code is FailureCode.FORM_HAS_ERRORS
    assert online.enrolling.enrol(person(online, *budi, "budi@example.id")).total == 8_400 + 9_400 + 18_800
    online.syncing.run()

    cecep = person(offline, "3202081608900002", "1990-08-16", "Cecep Hidayat")
    assert offline.enrolling.enrol(cecep).total == 33_600
    offline.syncing.run()
    assert rules_of(offline).coming == version

    waiting = flags(admin)
    assert waiting["enrolment"] == [(), (), ()]
    assert waiting["contribution"] == [("priced_by_other_version",)] * 2
    assert online.due() is None
    online.close()
    offline.close()


def carried(centre: Centre, desk: AgentDesk, stick: Path) -> ReadAnswer:
    """A file that goes to the branch, and its answer that comes back."""
    answer = BytesIO()
    place = Path(desk.bundling.save(stick).place)
    with place.open("rb") as file:
        centre.server.bundles().take(file, answer, "terminal")
    written = place.with_suffix(ANSWER_SUFFIX)
    written.write_bytes(answer.getvalue())
    return desk.bundling.read(written)


def test_a_laptop_that_never_has_a_network_prices_by_it_on_its_day(centre: Centre, tmp_path: Path) -> None:
    clock = HandClock()
    desk = laptop(centre, tmp_path / "island", clock)
    version = publish(SettingsRequests(signed_in(centre, "admin")), date(2026, 12, 1))
    assert (carried(centre, desk, tmp_path).settings, desk.due()) == (True, None)
    assert not carried(centre, desk, tmp_path).settings
    clock.move(days=9)
    budi = ("3202081508900003", "1990-08-15", "Budi Santosa", "budi@example.id")
    draft = person(desk, *budi)
    draft = replace(draft, form=replace(draft.form, first_month="2026-12"))
    before = desk.enrolling.assess(draft.form).quote
    holds = desk.due()
    assert holds is not None
    assert rules_of(desk) == BranchRules(BASE, coming=version)
    receipt = desk.under(holds).enrolling.enrol(draft)
    assert before is not None
    assert (before.total, receipt.total) == (8_400 + 2 * 16_800, 9_400 + 2 * 18_800)
    desk.close()


def test_only_an_administrator_publishes_and_others_read(centre: Centre) -> None:
    reviewer = SettingsRequests(signed_in(centre, "penyelia.dua"))
    assert reviewer.overview().in_force == BASE
    assert reviewer.release(BASE).documents["settings.json"]["hotline"] == "175"
    for act in (lambda: publish(reviewer), reviewer.drop_draft, lambda: reviewer.publish("0" * 64)):
        with pytest.raises(ReviewFault, match="role_not_allowed"):
            act()
    admin = SettingsRequests(signed_in(centre, "admin"))
    seen = admin.overview()
    kept = admin.put_draft(seen.newest, TODAY, seen.documents, None)
    assert (kept.edited_by, kept.changes) == ("Admin", ())
    assert admin.overview().draft == kept
    assert reviewer.overview().draft is None
    assert admin.drop_draft().draft is None


def test_the_administrators_screen_publishes_what_it_looked_at(centre: Centre) -> None:
    session = Reviewing.at(centre.url)
    session.sign_in("admin", ADMIN_PASSWORD)
    book = session.settings.book()
    assert (book.in_force, book.draft, book.versions) == (BASE, None, ())
    edited = with_number(with_use(book.documents, "email", FieldUse.REQUIRED), "undeposited_red_days", "90")
    wrong = session.settings.keep(book.newest, TODAY, edited, None)
    assert [(one.code, one.place, one.least, one.most) for one in wrong.problems] == [
        ("limit_out_of_range", "undeposited_red_days", 1, 30)
    ]
    with pytest.raises(Failure) as refused:
        session.settings.publish(wrong.digest)
    assert refused.value.code is FailureCode.DRAFT_FAULTY
    with pytest.raises(Failure) as changed:
        session.settings.keep(book.newest, TODAY, book.documents, None)
    assert changed.value.code is FailureCode.DRAFT_CHANGED
    right = session.settings.keep(
        book.newest, TODAY, with_number(edited, "undeposited_red_days", "5"), wrong.digest
    )
    assert {(one.kind, one.name) for one in right.differences} == {
        ("setting", "undeposited_red_days"),
        ("field", "email"),
    }
    assert session.settings.book().draft == right
    after = session.settings.publish(right.digest)
    assert [(one.version, one.state) for one in after.versions] == [(after.newest, "in_force")]
    with pytest.raises(Failure) as outdated:
        session.settings.keep(book.newest, TODAY, book.documents, None)
    assert outdated.value.code is FailureCode.DRAFT_OUTDATED
    session.close()
