"""Who was shown which record can be asked, of a record and of an account; the trail holds nobody's data."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.services.person_files import PersonFiles
from sync.protocol.accesses import AccessLine, AccessPage, TrailProof
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import NewAccount
from sync.server.services.anchoring import anchor_days
from sync.server.services.auditing import audit, trail
from tests.support.agent_laptop import Posted
from tests.support.branch_house import PASSWORD
from tests.support.clocks import HandClock
from tests.support.pages import page_words
from tests.support.reference_data import reference
from tests.support.server_app import RunningServer, running_server
from tests.support.store_rows import AT, claim, review

ACCESSES, PROOF, LEDGER = "/v1/review/accesses", "/v1/admin/audit/proof", "/v1/admin/ledger"
NAME, NIK = "Siti Contoh", "3202081408900004"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningServer, Posted]]:
    """A branch where a reviewer read the queue, read and opened one record and searched for its person, and an
    administrator and an auditor read the record too; a second record nobody looked at."""
    with running_server(Path(tmp_path_factory.mktemp("seen"))) as running:
        laptop = running.laptop()
        posted = laptop.post(NAME)
        laptop.post("Budi Contoh")
        agent_id = running.server.organising.agent("L-0001").agent_id
        with running.server.store.transaction() as tx:
            tx.workers.claim([claim(NIK, posted.worker_id, agent_id=agent_id)])
            audit(tx, AT, agent_id, "device_enrolled", "0Q2FK")
        reviewer = running.bearer("reviewer")
        path = f"/v1/review/records/{posted.entry_id}"
        running.client.get("/v1/review/queue", headers=reviewer)
        running.client.get(path, headers=reviewer)
        running.client.post(f"{path}/open", headers=reviewer)
        running.client.post(f"{path}/release", headers=reviewer)
        running.client.post("/v1/review/workers", headers=reviewer, json={"text": "siti c"})
        running.client.get("/v1/review/portal/export", headers=reviewer)
        for login in ("branch_admin", "auditor"):
            assert running.client.get(path, headers=running.bearer(login)).status_code == 200
        yield running, posted


def asked(running: RunningServer, login: str, **params: str | int) -> tuple[AccessLine, ...]:
    answer = running.client.get(ACCESSES, params=params, headers=running.bearer(login))
    assert answer.status_code == 200, answer.text
    return AccessPage.model_validate_json(answer.content).accesses


def test_a_record_tells_who_was_shown_it_and_how(seen: tuple[RunningServer, Posted]) -> None:
    running, posted = seen
    for login in ("branch_admin", "auditor"):
        rows = asked(running, login, record=posted.entry_id, views="true")
        assert [(row.name, row.role, row.act, row.way) for row in [*reversed(rows)][:6]] == [
            ("Reviewer", "reviewer", "record_seen", "read"),
            ("Reviewer", "reviewer", "record_seen", "opened"),
            ("Reviewer", "reviewer", "record_seen", "released"),
            ("Reviewer", "reviewer", "workers_searched", None),
            ("Branch_Admin", "branch_admin", "record_seen", "read"),
            ("Auditor", "auditor", "record_seen", "read"),
        ]
        assert {row.record for row in rows if row.act == "record_seen"} == {posted.entry_id}
    acts = {row.act for row in asked(running, "auditor", record=posted.entry_id)}
    assert {"review_open", "review_release"} < acts


def test_an_account_tells_what_it_did_a_page_at_a_time(seen: tuple[RunningServer, Posted]) -> None:
    running, _ = seen
    person = running.server.accounts.account("reviewer").account_id
    whole = asked(running, "branch_admin", account=person)
    assert {row.actor for row in whole} == {person}
    assert [(row.act, row.count) for row in whole if row.act == "list_seen"] == [("list_seen", 2)]
    headers, paged = running.bearer("auditor"), list[AccessLine]()
    params: dict[str, str | int] = {"account": person, "limit": 3}
    while True:
        page = AccessPage.model_validate_json(
            running.client.get(ACCESSES, params=params, headers=headers).content
        )
        paged += page.accesses
        if page.before is None:
            break
        params["before"] = page.before
    assert tuple(paged) == whole


def test_the_trail_holds_neither_names_nor_numbers_of_people(seen: tuple[RunningServer, Posted]) -> None:
    running, posted = seen
    record = running.client.get(
        f"/v1/review/records/{posted.entry_id}", headers=running.bearer("auditor")
    ).json()
    private = {value for value in record["form"]["fields"].values() if len(value) > 3}
    assert {NAME, record["form"]["fields"]["nik"]} <= private
    told = "\n".join(f"{row.subject} {row.detail}" for row in trail(running.server.store, 0, 1000)).casefold()
    assert not [value for value in private if value.casefold() in told]
    assert "siti" not in told


def test_a_branch_is_told_of_its_own_people_and_records_alone(seen: tuple[RunningServer, Posted]) -> None:
    running, posted = seen
    other = running.server.organising.add_branch("Cabang Lain", "", "", "terminal").branch_id
    new = NewAccount("kepala.lain", "Kepala Lain", Role.BRANCH_ADMIN, PASSWORD, other)
    own = running.server.accounts.add(new, "terminal")
    rows = asked(running, "kepala.lain")
    assert {row.actor for row in rows} == {own}
    stranger = running.bearer("kepala.lain")
    for params, code in (
        ({"record": posted.entry_id}, "record_unknown"),
        ({"account": running.server.accounts.account("auditor").account_id}, "account_unknown"),
        ({"record": "01900000-0000-7000-8000-000000000000"}, "record_unknown"),
    ):
        assert running.client.get(ACCESSES, params=params, headers=stranger).json()["code"] == code
    told = asked(running, "auditor", limit=200)
    assert {"terminal", own} < {row.actor for row in told}
    assert [row.role for row in told if row.act == "device_enrolled"] == ["agent"]


def test_the_trail_is_proved_and_a_changed_row_is_named(running: RunningServer) -> None:
    headers = running.bearer("auditor")
    anchored = anchor_days(running.server.store, running.server.clock, running.server.keys.signing)
    whole = TrailProof.model_validate_json(running.client.get(PROOF, headers=headers).content)
    assert (whole.fault_count, whole.faults, whole.anchors) == (0, (), anchored)
    with running.server.store.transaction() as tx:
        last = tx.audits.last()
        assert last is not None
        assert whole.rows == last.number
        tx.audits.add(type(last)(last.number + 2, last.at, "x", "x", "x", "{}", last.hash, "0" * 64))
    broken = TrailProof.model_validate_json(running.client.get(PROOF, headers=headers).content)
    assert broken.fault_count == 2
    assert {(fault.code, fault.number) for fault in broken.faults} == {
        ("audit_row_missing", last.number + 2),
        ("audit_row_differs", last.number + 2),
    }


def test_all_that_is_held_about_a_person_is_one_archive(seen: tuple[RunningServer, Posted]) -> None:
    running, posted = seen
    path = f"/v1/admin/people/{posted.entry_id}/export"
    answer = running.client.get(path, headers=running.bearer("branch_admin"))
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        told, page = json.loads(archive.read("data.json")), archive.read("data.html").decode()
        pictures = {name: archive.read(name) for name in archive.namelist() if name.startswith("foto/")}
    assert (told["person"]["name"], told["person"]["worker_id"]) == (NAME, posted.worker_id)
    enrolment = next(one for one in told["records"] if one["entry_id"] == posted.entry_id)
    assert enrolment["personal"]["name"] == NAME
    assert "salt" not in enrolment["personal"]
    assert [step["move"] for step in enrolment["history"]] == ["open", "release"]
    assert sum(line["rupiah"] for line in told["payments"]) == 8_400
    assert {line["receipt"] for line in told["payments"]} == {posted.number}
    assert {one["by"] for one in told["seen_by"]} >= {"Reviewer", "Auditor", "Branch_Admin"}
    assert {one["file"]: bool(one["file"]) for one in told["photos"]} == dict.fromkeys(pictures, True)
    assert NAME in page
    assert "Budi" not in page + json.dumps(told)
    exports = [row for row in trail(running.server.store, 0, 1000) if row.act == "person_exported"]
    assert {row.subject for row in exports} == {posted.entry_id}


def test_a_desktop_puts_a_paper_for_the_person_into_the_archive(
    seen: tuple[RunningServer, Posted], tmp_path: Path
) -> None:
    running, posted = seen
    path = f"/v1/admin/people/{posted.entry_id}/export"
    answer = running.client.get(path, headers=running.bearer("branch_admin"))
    files = PersonFiles(lambda _record: answer.content, HandClock(), reference(), "Cabang", practice=True)
    files.save(posted.entry_id, tmp_path / "data.zip")
    with zipfile.ZipFile(tmp_path / "data.zip") as archive:
        names, words = archive.namelist(), page_words(archive.read("Data pribadi.pdf"))
        told = json.loads(archive.read("data.json"))
    assert (names[0], "data.html" in names) == ("Data pribadi.pdf", False)
    for part in (
        NAME,
        posted.number,
        "Laki-laki",
        "Reviewer",
        "Dibuka oleh Reviewer",
        "Melihat data",
        "Lahir",
    ):
        assert part.casefold() in words.casefold(), part
    village = next(one["personal"]["village"] for one in told["records"] if one["kind"] == "enrolment")
    assert f"{told['places'][village].split(',')[0]}" in words


def test_nobody_takes_the_data_of_another_branchs_people(seen: tuple[RunningServer, Posted]) -> None:
    running, posted = seen
    people, nowhere = running.server.people, "01900000-0000-7000-8000-000000000000"
    for branch, entry_id in (("elsewhere", posted.entry_id), (None, nowhere)):
        with pytest.raises(Refusal) as refused:
            people.archive("terminal", branch, entry_id)
        assert refused.value.code == "record_unknown"
    assert people.of_nik(NIK) == f"entry of {posted.worker_id}"
    with pytest.raises(Refusal) as unknown:
        people.of_nik("3202081408909999")
    assert unknown.value.code == "worker_unknown"
    alone = review(77, entry_id=nowhere, worker_id=None)
    with running.server.store.transaction() as tx:
        tx.reviews.add([alone])
    with pytest.raises(Refusal) as about_nobody:
        people.archive("terminal", None, nowhere)
    assert about_nobody.value.code == "worker_unknown"


def test_an_auditor_takes_the_ledger_and_that_is_noted(seen: tuple[RunningServer, Posted]) -> None:
    running, _ = seen
    answer = running.client.get(LEDGER, headers=running.bearer("auditor"))
    assert answer.headers["content-type"].startswith("text/csv")
    lines = list(csv.DictReader(io.StringIO(answer.text)))
    assert lines
    assert NAME not in answer.text
    (row,) = [row for row in trail(running.server.store, 0, 1000) if row.act == "ledger_exported"]
    assert f'"count":{len(lines)}' in row.detail
