"""A branch drafts its settings, looks at what they change, and publishes versions that stay for ever."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from sync.protocol.digests import sha256_hex
from sync.protocol.releases import ReleaseFault, SignedRelease, read_release
from sync.protocol.signatures import SigningKey
from sync.rules.branch_settings import FieldUse
from sync.rules.programmes import PayerKind
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.auditing import trail
from sync.server.services.branch_references import BranchReferences
from sync.server.services.branch_settings import BranchSettingsDesk
from sync.server.services.releases import Releases
from sync.server.services.settings_preview import Preview
from tests.support.branch_house import BranchHouse
from tests.support.reference_data import reference, reference_files

KEY = SigningKey.from_bytes(b"\x05" * 32)
TODAY, JANUARY = date(2026, 11, 22), date(2027, 1, 1)


def editable(documents: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {name: copy.deepcopy(dict(content)) for name, content in documents.items()}


class Branch:
    """The desk of a branch, with whoever works at it."""

    def __init__(self, house: BranchHouse) -> None:
        self.house, self.branch_id = house, house.branch.branch_id
        self.desk = BranchSettingsDesk(house.store, house.clock, reference, reference_files, KEY)

    def drafted(self, on: date = TODAY, **settings: Any) -> str:
        """A draft with other settings; its digest."""
        seen = self.desk.overview(self.branch_id)
        documents = editable(seen.documents)
        documents["settings.json"].update(settings)
        before = None if seen.draft is None else seen.draft.draft.digest
        kept = self.desk.put_draft(self.branch_id, "admin", seen.newest, on, documents, before)
        return kept.draft.digest

    def published(self, on: date = TODAY, **settings: Any) -> str:
        return self.desk.publish(self.branch_id, "admin", self.drafted(on, **settings)).version

    def in_force(self, day: date) -> str:
        references = BranchReferences(reference)
        with self.house.store.reading() as tx:
            return references.shelf(tx, self.branch_id).on(day).reference.version


@pytest.fixture
def branch(house: BranchHouse) -> Branch:
    return Branch(house)


def refused(act: Any) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code


def test_a_draft_tells_what_it_would_change_and_what_people_would_pay(branch: Branch) -> None:
    seen = branch.desk.overview(branch.branch_id)
    documents = editable(seen.documents)
    documents["settings.json"]["fields"] = {"email": "required"}
    old = documents["tariff.json"]["tables"][0]
    new = copy.deepcopy(old) | {"version": "BPU-2027", "first": "2027-01"}
    new["brackets"][0]["jkm"] = 7_800
    old["last"] = "2026-12"
    documents["tariff.json"]["tables"].append(new)
    documents["reliefs.json"]["reliefs"].pop()
    draft = branch.desk.put_draft(branch.branch_id, "admin", seen.newest, TODAY, documents, None)
    assert draft.faults == ()
    everybody = "+".join(sorted(kind.value for kind in PayerKind))
    assert [(one.kind, one.name, one.before, one.after) for one in draft.changes] == [
        ("tariff", "BPU-2015", "2015-07//33", "2015-07/2026-12/33"),
        ("tariff", "BPU-2027", "", "2027-01//33"),
        (
            "relief",
            "pp49-2020",
            f"2020-08/2021-01/1:100/JKK+JKM/all/{everybody}/2",
            "",
        ),
        ("field", "email", "optional", "required"),
    ]
    farmer = [one for one in draft.prices if one.income == 1_000_000 and not one.transport]
    assert [(str(one.month), one.before, one.after) for one in farmer] == [
        ("2026-11", 8_400, 8_400),
        ("2027-01", 16_800, 17_800),
        ("2027-04", 16_800, 17_800),
    ]


def test_a_relief_for_further_payers_tells_what_those_would_pay(branch: Branch) -> None:
    seen = branch.desk.overview(branch.branch_id)
    documents = editable(seen.documents)
    documents["reliefs.json"]["reliefs"][1]["payers"].append("regional_budget")
    draft = branch.desk.look(branch.branch_id, TODAY, documents)
    assert [one.name for one in draft.changes] == ["pp50-2025"]
    found = [
        (str(one.month), one.income, one.before, one.after) for one in draft.prices if one.payer != "self"
    ]
    assert found == [("2026-11", 1_000_000, 16_800, 8_400), ("2026-11", 3_000_000, 95_300, 77_150)]


def test_what_is_published_is_signed_dated_and_audited(branch: Branch) -> None:
    version = branch.published(JANUARY, hotline="021-555-0175", fields={"email": "required"})
    signed = Releases(branch.house.store).signed(version)
    manifest = read_release(signed, KEY.public)
    assert (manifest.version, manifest.before, manifest.in_force_on) == (version, None, JANUARY)
    for file in manifest.files:
        assert len(Releases(branch.house.store).content(file.sha256)) == file.length
    unchanged = {file.name: file.sha256 for file in manifest.files}
    assert unchanged["consent.json"] == reference().consent.sha256
    acts = [(one.act, one.actor) for one in trail(branch.house.store, 0, 100)]
    assert acts[-2:] == [("settings_drafted", "admin"), ("settings_published", "admin")]
    with pytest.raises(ReleaseFault, match="release_signature"):
        read_release(signed, SigningKey.generate().public)
    altered = SignedRelease(manifest=signed.manifest.replace("2027", "2026"), signature=signed.signature)
    with pytest.raises(ReleaseFault, match="release_signature"):
        read_release(altered, KEY.public)


def test_a_text_that_was_agreed_to_stays_readable_after_another_is_published(branch: Branch) -> None:
    agreed = reference().consent
    seen = branch.desk.overview(branch.branch_id)
    documents = editable(seen.documents)
    documents["consent.json"] |= {"declaration": "Saya bekerja.", "version": "2026.2"}
    draft = branch.desk.put_draft(branch.branch_id, "admin", seen.newest, TODAY, documents, None)
    assert [(one.kind, one.before, one.after) for one in draft.changes] == [("consent", "2026.1", "2026.2")]
    version = branch.desk.publish(branch.branch_id, "admin", draft.draft.digest).version
    published = Releases(branch.house.store)
    with branch.house.store.reading() as tx:
        told = BranchReferences(reference).named(tx, version).consent
    assert (told.version, told.declaration) == ("2026.2", "Saya bekerja.")
    for text in (agreed, told):
        content = published.content(text.sha256)
        assert sha256_hex(content) == text.sha256
        assert text.declaration in content.decode()


def test_a_version_holds_from_its_day_and_older_ones_stay(branch: Branch) -> None:
    first = branch.published(JANUARY, fields={"email": "required"})
    branch.house.clock.advance(timedelta(hours=1))
    second = branch.published(date(2027, 2, 1), months_offered=[1, 3])
    days = [date(2026, 12, 31), JANUARY, date(2027, 1, 31), date(2027, 2, 1)]
    base = reference().version
    assert [branch.in_force(day) for day in days] == [base, first, first, second]
    seen = branch.desk.overview(branch.branch_id)
    assert (seen.in_force, seen.newest) == (base, second)
    assert [one.before for one in seen.releases] == [first, None]
    assert branch.desk.documents(branch.branch_id, first)["settings.json"]["months_offered"] == [1, 3, 6, 12]
    assert branch.desk.documents(branch.branch_id, base)["settings.json"]["fields"] == {}
    with branch.house.store.reading() as tx:
        held = BranchReferences(reference).named(tx, second)
    assert held.settings.use_of("email") is FieldUse.REQUIRED


def test_an_earlier_day_overtakes_what_waits(branch: Branch) -> None:
    waiting = branch.published(JANUARY, fields={"email": "required"})
    branch.drafted(TODAY, hotline="021-1")
    seen = branch.desk.overview(branch.branch_id).draft
    assert seen is not None
    assert seen.overtaken == (waiting,)
    assert {one.name for one in seen.changes} == {"email", "hotline"}
    at_once = branch.published(TODAY, hotline="021-1")
    assert [branch.in_force(day) for day in (TODAY, JANUARY)] == [at_once, at_once]


def test_only_what_was_looked_at_is_published(branch: Branch) -> None:
    desk, branch_id = branch.desk, branch.branch_id
    assert refused(lambda: desk.publish(branch_id, "admin", "0" * 64)) == "draft_unknown"
    assert refused(lambda: desk.drop_draft(branch_id, "admin")) == "draft_unknown"
    first = branch.drafted(hotline="021-1")
    documents = desk.overview(branch_id).documents
    base = reference().version

    def put(base: str, seen: str | None) -> Preview:
        return desk.put_draft(branch_id, "other", base, TODAY, documents, seen)

    assert refused(lambda: put(base, None)) == "draft_changed"
    assert refused(lambda: put("2025.1", first)) == "draft_outdated"
    assert refused(lambda: desk.publish(branch_id, "admin", "0" * 64)) == "draft_changed"
    same = put(base, first).draft.digest
    assert refused(lambda: desk.publish(branch_id, "admin", same)) == "nothing_changed"
    desk.drop_draft(branch_id, "admin")
    assert desk.overview(branch_id).draft is None


def test_a_draft_with_faults_is_kept_and_not_published(branch: Branch) -> None:
    digest = branch.drafted(hotline="", fields={"shoe_size": "required"})
    seen = branch.desk.overview(branch.branch_id).draft
    assert seen is not None
    assert [(one.code, one.place) for one in seen.faults] == [("field_unknown", "shoe_size")]
    assert (seen.changes, seen.prices) == ((), ())
    with pytest.raises(Refusal) as caught:
        branch.desk.publish(branch.branch_id, "admin", digest)
    assert (caught.value.code, caught.value.data) == ("draft_faulty", {"faults": 1, "first": "field_unknown"})
    branch.drafted(TODAY - timedelta(days=1), hotline="021-1")
    late = branch.desk.overview(branch.branch_id).draft
    assert late is not None
    assert [one.code for one in late.faults] == ["in_force_past"]
    assert [one.name for one in late.changes] == ["hotline"]


def test_a_draft_that_no_file_can_hold(branch: Branch) -> None:
    documents = dict(branch.desk.overview(branch.branch_id).documents) | {"tariff.json": {"tables": 0.5}}
    base = reference().version
    assert refused(lambda: branch.desk.look(branch.branch_id, TODAY, documents)) == "request_invalid"
    put = partial(branch.desk.put_draft, branch.branch_id, "admin", base, TODAY, documents, None)
    assert refused(put) == "request_invalid"


def test_a_draft_of_an_older_version_has_to_be_begun_anew(branch: Branch) -> None:
    digest = branch.drafted(hotline="021-1")
    with branch.house.store.transaction() as tx:
        kept = tx.releases.draft(branch.branch_id)
    assert kept is not None
    branch.published(hotline="021-2")
    with branch.house.store.transaction() as tx:
        tx.releases.put_draft(kept)
    assert refused(lambda: branch.desk.publish(branch.branch_id, "admin", digest)) == "draft_outdated"


def test_branches_keep_to_themselves(branch: Branch) -> None:
    house, desk = branch.house, branch.desk
    version = branch.published(hotline="021-1")
    other = house.other_branch.branch_id
    assert desk.overview(other).newest == reference().version
    assert desk.overview(other).documents["settings.json"]["hotline"] == "021-555"
    assert refused(lambda: desk.documents(other, version)) == "release_unknown"
    assert refused(lambda: desk.documents(other, "001.1")) == "release_unknown"
    admin = house.person("admin.dua", Role.BRANCH_ADMIN, house.other_branch)
    auditor = house.outsider("auditor", Role.AUDITOR)
    assert desk.branch_of(admin, None) == other
    assert desk.branch_of(auditor, house.branch.code) == branch.branch_id
    assert refused(lambda: desk.branch_of(admin, house.branch.code)) == "branch_unknown"
    assert refused(lambda: desk.branch_of(auditor, None)) == "branch_unknown"
    published = Releases(house.store)
    assert refused(lambda: published.signed("001.1")) == "release_unknown"
    assert refused(lambda: published.content("0" * 64)) == "file_unknown"


def test_a_stick_carries_what_a_laptop_lacks_as_long_as_there_is_room(
    branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = branch.published(hotline="0266-1"), branch.published(JANUARY, hotline="0266-2")
    carried = partial(Releases(branch.house.store).carried, branch.house.agent.agent_id)
    found = carried("", TODAY)
    assert found is not None
    assert [one.version for one in found.releases] == [second, first]
    assert carried(second, TODAY) is None
    monkeypatch.setattr("sync.server.services.releases.LARGEST_CARRIED", 1_000)
    assert carried("", TODAY) is None
