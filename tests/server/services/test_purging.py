"""Once a person's time is over nothing that names the person is left at the branch, and everything still verifies."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sync.protocol.bodies.consent import Consent, ConsentPersonal, ConsentWithdrawal
from sync.protocol.bodies.parts import BlobMeaning, TextShown
from sync.protocol.compression import compress, decompress
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import Blob, SealedEntry
from sync.protocol.kinds import EntryKind
from sync.protocol.signatures import SigningKey
from sync.rules.states import Move, VerdictKind
from sync.server.auditor.reading import evidence
from sync.server.auditor.verifying import verify_books
from sync.server.domain.retention import Hold, PurgeReason
from sync.server.refusals import Refusal
from sync.server.services.erasing import digest_of
from sync.server.services.feed import Changes
from sync.server.services.review_reading import ReviewReading
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import NINE, SIGNED, FieldLaptop, fresh_id, person, salt
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.memory_store.blobs import MemoryBlobFiles
from tests.support.proved_branch import ProvedBranch, tampered
from tests.support.purging import YEAR, PurgeHouse
from tests.support.reference_data import gazetteer, reference
from tests.support.void_counter import Counter, receipt_of

__all__ = ["field_house"]

FORGED = {
    "DELETE FROM purged_part WHERE part = 'photo'": {"purge_unvouched"},
    "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)": {
        "cash_differs",
        "entry_missing",
        "marks_differ",
        "movement_added",
        "purge_untrue",
        "refund_differs",
    },
}
"""What somebody does behind the server's back after a purge, and what is found."""
CARD = b"\xff\xd8 a photo of a card"
GONE, KEPT = person(1, name="Waluyo Purnomo"), person(2, name="Sulastri Handayani")


def refused_and_refunded(house: IntakeHouse) -> tuple[PurgeHouse, Counter]:
    """One worker is approved; another is refused with a note, gets the money back, and has a picture of the card here."""
    counter, here = Counter(house), PurgeHouse(house, MemoryBlobFiles())
    laptop = counter.laptop
    gone, kept = laptop.enrol(GONE, card=CARD), laptop.enrol(KEPT)
    counter.push()
    here.bring(laptop, CARD)
    counter.decide(kept.entries[0], Move.APPROVE)
    granted = counter.decide(gone.entries[0], Move.REFUSE, "not_working", note=f"{GONE.name} tidak bekerja")
    laptop.refund(receipt_of(gone), str(granted.decision_id), gone.total)
    counter.push()
    return here, counter


def test_what_is_refused_and_refunded_goes_after_a_year(field_house: IntakeHouse, tmp_path: Path) -> None:
    here, counter = refused_and_refunded(field_house)
    purging = here.purging()
    stranger = FieldLaptop(counter.laptop.device, SigningKey.generate())
    stranger.enrol(GONE)
    forged = stranger.packed()
    for refused in (forged, replace(forged, batch_id=fresh_id(), body=GONE.name.encode())):
        with pytest.raises(Refusal):
            field_house.push(counter.laptop, refused)
    assert not purging.run("terminal").people
    field_house.clock.at = NINE + YEAR
    survey = purging.survey()
    assert survey.people == {PurgeReason.REFUSED: 1}
    assert here.files.content
    purged = purging.run("terminal")
    assert (purged.people, purged.parts, purged.photos) == (survey.people, survey.parts, survey.photos)
    assert (purged.parts, purged.photos) == ({PurgeReason.REFUSED: 3}, {PurgeReason.REFUSED: 1})
    assert purged.batches == 4
    assert here.files.content == {}
    assert not purging.run("terminal").people
    with field_house.store.reading() as tx:
        assert tx.workers.holders([GONE.nik]) == {}
        assert set(tx.workers.holders([KEPT.nik])) == {KEPT.nik}
    rows = Changes(field_house.store).page(field_house.device(counter.laptop), 0).rows
    assert GONE.name not in "".join(row.model_dump_json() for row in rows)
    if field_house.url:
        with evidence(field_house.url) as found:
            report = verify_books(found, field_house.keys.public)
        assert [one.code for one in report.findings] == ["batch_refused"] * 2
        tally = report.tally
        assert (tally.personal_parts_purged, tally.parts_logged, tally.photos_logged) == (3, 3, 1)
        assert tally.batches_cut == tally.batches == 4
    if field_house.url.startswith("sqlite"):
        database = Path(field_house.url.removeprefix("sqlite:///"))
        _nothing_is_left(database)
        branch = ProvedBranch(field_house.url, field_house.keys.public, counter.laptop.device)
        for statement, codes in FORGED.items():
            with evidence(tampered(branch, tmp_path, statement).url) as found:
                report = verify_books(found, branch.server_key)
            assert {one.code for one in report.findings if one.is_fault} == codes


def sign_list(laptop: FieldLaptop, worker_id: str, page: bytes) -> None:
    """Consent of one worker on a photographed list that names many."""
    shown = TextShown(version="2026.1", language="id", sha256="c" * 64)
    blob = Blob(sha256=sha256_hex(page), length=len(page))
    meaning = BlobMeaning(sha256=blob.sha256, shows="signed_list")
    body = Consent(purposes=("enrolment",), text=shown, way="signed_list_photo")
    personal = ConsentPersonal(salt=salt(), blobs=(meaning,), signature=())
    laptop.seal(EntryKind.CONSENT, fresh_id(), body, personal, worker_id, blobs=(blob,))


def test_a_signed_list_goes_with_the_last_whom_it_names(field_house: IntakeHouse) -> None:
    counter, here = Counter(field_house), PurgeHouse(field_house, MemoryBlobFiles())
    laptop, purging, page = counter.laptop, here.purging(), b"\xff\xd8 a signed list"
    first, last = laptop.enrol(GONE), laptop.enrol(KEPT)
    for named in (first, last):
        sign_list(laptop, named.worker_id, page)
    counter.push()
    here.bring(laptop, page)
    for refunded_after, named in ((0, first), (1, last)):
        field_house.clock.at = NINE + refunded_after * YEAR
        granted = counter.decide(named.entries[0], Move.REFUSE, "not_working")
        laptop.refund(receipt_of(named), str(granted.decision_id), named.total)
        counter.push()
        if named is last:
            assert purging.run("terminal").photos == {PurgeReason.REFUSED: 0}
            assert here.files.content
    field_house.clock.at = NINE + 2 * YEAR
    assert purging.run("terminal").photos == {PurgeReason.REFUSED: 1}
    assert here.files.content == {}


def withdraw(laptop: FieldLaptop, worker_id: str, purpose: str) -> SealedEntry:
    shown = TextShown(version="2026.1", language="id", sha256="c" * 64)
    body = ConsentWithdrawal(purposes=(purpose,), text=shown, way="pad")
    personal = ConsentPersonal(salt=salt(), blobs=(), signature=SIGNED)
    return laptop.seal(EntryKind.CONSENT_WITHDRAWAL, fresh_id(), body, personal, worker_id)


def test_a_settled_withdrawal_erases_at_once_what_nothing_holds(field_house: IntakeHouse) -> None:
    counter, here = Counter(field_house), PurgeHouse(field_house, MemoryBlobFiles())
    laptop, purging = counter.laptop, here.purging()
    member, undecided, optional, again = (laptop.enrol(person(one), card=CARD) for one in range(1, 5))
    asked = [withdraw(laptop, one.worker_id, "enrolment") for one in (member, undecided, again)]
    asked.append(withdraw(laptop, optional.worker_id, "other_programmes"))
    laptop.enrol(person(4), worker_id=again.worker_id)
    counter.push()
    here.bring(laptop, CARD)
    for enrolled in (member, optional):
        counter.decide(enrolled.entries[0], Move.APPROVE)
    assert not purging.follow_withdrawals().people
    reading = ReviewReading(field_house.store, gazetteer(), lambda: reference().consent.required)
    shown = [reading.record(REVIEWER, one.entry_id).withdrawn for one in (member, optional)]
    assert [[one.erases for one in withdrawn] for withdrawn in shown] == [[True], [False]]
    for one in asked:
        counter.decide(one, Move.APPROVE)
    purged = purging.follow_withdrawals()
    assert (purged.people, purged.parts) == ({PurgeReason.WITHDRAWN: 1}, {PurgeReason.WITHDRAWN: 3})
    assert purged.kept == {Hold.UNDECIDED: 1}
    assert purged.photos == {PurgeReason.WITHDRAWN: 0}
    assert here.files.content
    with field_house.store.reading() as tx:
        left = {undecided.worker_id, optional.worker_id, again.worker_id}
        assert set(tx.purges.people("", 9)) == left
        assert tx.purges.withdrawn("", 9) == tuple(sorted(left))
        (row,) = [one for one in tx.audits.after(0, 99) if one.act == "data_purged"]
        log = tx.purges.noted([member.worker_id], [])
    assert (row.actor, row.subject) == ("rules", member.worker_id)
    assert {(one.number, one.reason, one.part) for one in log} == {(row.number, "withdrawn", "personal")}
    assert json.loads(row.detail)["digest"] == digest_of((one.device, one.hash, one.digest) for one in log)


def test_pictures_of_answered_records_go_alone_and_are_asked_for_no_more(field_house: IntakeHouse) -> None:
    counter, here = Counter(field_house), PurgeHouse(field_house, MemoryBlobFiles())
    laptop, purging = counter.laptop, here.purging()
    enrolled = laptop.enrol(person(1), card=CARD)
    counter.push()
    blobs = here.bring(laptop, CARD)
    counter.decide(enrolled.entries[0], Move.APPROVE)
    with field_house.store.transaction() as tx:
        review = tx.reviews.reviews([enrolled.entry_id])[enrolled.entry_id]
        tx.reviews.put(replace(review, state="registered"))
        tx.devices.report_lost(laptop.device, NINE + YEAR)
    field_house.clock.at = NINE + YEAR
    held = purging.survey()
    assert (held.kept, held.looked_at) == ({Hold.LAPTOP_LOST: 1}, 1)
    field_house.clock.at += timedelta(days=4)
    here.files.fails = True
    with pytest.raises(OSError, match="disk"):
        purging.run("terminal")
    assert here.files.content
    here.files.fails = False
    assert not purging.run("terminal").people
    assert here.files.content == {}
    device, sha256 = field_house.device(laptop), sha256_hex(CARD)
    for standing in (blobs.standing(device, sha256), blobs.append(device, sha256, 0, CARD)):
        assert (standing.offset, standing.complete) == (len(CARD), True)
    assert (blobs.recheck(), here.files.content) == (0, {})
    photo = ReviewReading(field_house.store, gazetteer()).record(REVIEWER, enrolled.entry_id).photos[0]
    assert (photo.arrived, photo.lost, photo.shows) == (False, "erased", "ktp")


def test_what_was_erased_does_not_come_back_with_a_batch(field_house: IntakeHouse) -> None:
    here, counter = refused_and_refunded(field_house)
    laptop = counter.laptop
    nobodys = ConsentPersonal(salt=salt(), blobs=(), signature=SIGNED, signed_by=KEPT.name)
    shown = TextShown(version="2026.1", language="id", sha256="c" * 64)
    body = Consent(purposes=("enrolment",), text=shown, way="pad")
    lone = laptop.seal(EntryKind.CONSENT, fresh_id(), body, nobodys)
    first = laptop.packed()
    assert field_house.push(laptop, first).status == 200
    field_house.clock.at = NINE + 6 * YEAR
    assert here.purging().survey().parts[PurgeReason.MEMBERSHIP_ENDED] == 3
    purged = here.purging().run("terminal")
    assert purged.people == {PurgeReason.REFUSED: 1, PurgeReason.MEMBERSHIP_ENDED: 1}
    with field_house.store.reading() as tx:
        assert tx.purges.people("", 9) == ()
        assert tx.purges.loose(("", ""), 9) == ()
    assert field_house.push(laptop, first).status == 200
    again = laptop.packed(entries=[lone])
    assert [one.kind for one in field_house.verdicts(laptop, again)] == [VerdictKind.SAME]
    with field_house.store.reading() as tx:
        kept = tx.inbox.batch(laptop.device, again.batch_id)
        assert tx.inbox.uncut(laptop.device, "", 9) == ()
    assert kept is not None
    assert kept.cut_at == field_house.clock.at
    recompressed = replace(first, body=compress(decompress(first.body, 1 << 20), "gzip"))
    assert field_house.push(laptop, recompressed).status == 200


def _nothing_is_left(database: Path) -> None:
    for file in database.parent.glob(f"{database.name}*"):
        content = file.read_bytes()
        for word in (GONE.name, GONE.nik, GONE.phone, "waluyopurnomo"):
            assert word.encode() not in content, (file.name, word)
    assert KEPT.name.encode() in database.read_bytes()
