"""What lies on the agent's desk: identity, numbers, sources, choices, drafts and pictures."""

import dataclasses
import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy.exc import IntegrityError

from perisai_desktop.domain.draft import EnrolmentDraft, Source
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.storage import (
    action_sources,
    actions,
    choices,
    identity,
    numbers,
    papers,
    personal_parts,
)
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.drafts import Drafts
from perisai_desktop.storage.identity import StoredIdentity
from perisai_desktop.storage.tables.registry import instant_text
from sync.rules.enrolment_form import EnrolmentForm
from tests.support.sample_bodies import AT, identifier
from tests.support.sample_entries import SampleJournal

SOURCE = Source("a" * 64, 3)
PICTURE = b"\xff\xd8" + b"gambar KTP contoh" * 100


def test_receipt_numbers_are_gapless_and_a_rollback_uses_none(store: Database) -> None:
    with store.transaction() as session:
        assert [numbers.take_receipt(session, "0Q2FK", 1) for _ in range(3)] == [1, 2, 3]
        assert numbers.take_receipt(session, "0Q2FK", 2) == 1
    with store.transaction() as session:
        assert numbers.take_receipt(session, "0Q2FK", 1) == 4
        session.rollback()
        session.connection()
    with store.transaction() as session:
        assert numbers.take_receipt(session, "0Q2FK", 1) == 4


def test_the_next_paper_of_a_receipt_is_kept(store: Database) -> None:
    with store.transaction() as session:
        assert papers.following(session, "0Q2FK-01-000001-X") is None
        for copy in (1, 4, 0):
            papers.follow(session, "0Q2FK-01-000001-X", copy)
            assert papers.following(session, "0Q2FK-01-000001-X") == copy
        assert papers.following(session, "0Q2FK-01-000002-V") is None
    with pytest.raises(IntegrityError), store.transaction() as session:
        papers.follow(session, "0Q2FK-01-000001-X", -1)


def test_a_line_of_a_file_makes_one_action(store: Database) -> None:
    journal, again = SampleJournal(), SampleJournal(device="0ZZZZ", _first=8_000)
    journal.enrol(7)
    again.enrol(8)
    with store.transaction() as session:
        assert action_sources.action_of(session, SOURCE) is None
        actions.store(session, journal.entries, AT, sources=[SOURCE])
    with store.reading() as session:
        stored = json.loads(journal.entries[0].raw)["action_id"]
        assert action_sources.action_of(session, SOURCE) == stored
        assert action_sources.action_of(session, dataclasses.replace(SOURCE, row=4)) is None
    with pytest.raises(IntegrityError), store.transaction() as session:
        actions.store(session, again.entries, AT, sources=[SOURCE])
    with store.reading() as session:
        assert personal_parts.of(session, again.ids[0]) is None
        assert personal_parts.of(session, journal.ids[0]) == journal.entries[0].personal


def test_the_identity_is_one(store: Database) -> None:
    mine = StoredIdentity(
        device="0Q2FK",
        epoch=1,
        device_key=b"k" * 32,
        server_url="http://127.0.0.1:1",
        server_key=b"s" * 32,
        bundle_key=b"b" * 32,
        practice=True,
        agent={"name": "Agen Contoh"},
        configuration={"hotline": "175"},
    )
    with store.transaction() as session:
        assert identity.load(session) is None
        identity.store(session, mine)
        identity.store(session, dataclasses.replace(mine, epoch=2, epoch_secret=b"e" * 32))
        identity.configure(session, {"hotline": "176"})
    with store.reading() as session:
        expected = dataclasses.replace(
            mine, epoch=2, epoch_secret=b"e" * 32, configuration={"hotline": "176"}
        )
        assert identity.load(session) == expected
    assert "kkkk" not in repr(mine)
    assert "Agen" not in repr(mine)


def test_an_instant_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        instant_text(AT.replace(tzinfo=None))


def test_choices_are_replaced(store: Database) -> None:
    with store.transaction() as session:
        assert choices.get(session, "printer") is None
        choices.put(session, "printer", "58")
        choices.put(session, "printer", "80")
        assert choices.get(session, "printer") == "80"


def _draft(number: int, name: str) -> EnrolmentDraft:
    form = EnrolmentForm(name=name, consents=frozenset({"enrolment", "messages"}), declaration=True)
    stroke = ((1, 2), (30, 40))
    return EnrolmentDraft(
        identifier(number), form, {"under_17": "ikut ayah"}, (stroke,), AT + timedelta(seconds=number)
    )


def test_drafts_come_back_as_typed(store: Database) -> None:
    drafts = Drafts(b"d" * 32)
    older, newer = _draft(1, "Ma'rifah"), _draft(2, "Siti \ud800")
    with store.transaction() as session:
        assert drafts.newest(session) is None
        drafts.save(session, newer)
        drafts.save(session, older)
        assert drafts.newest(session) == newer
        assert drafts.all(session) == (newer, older)
        later = dataclasses.replace(older, updated_at=AT + timedelta(hours=1))
        drafts.save(session, later)
        assert drafts.newest(session) == later
        drafts.discard(session, newer.draft_id)
        drafts.discard(session, newer.draft_id)
        assert drafts.all(session) == (later,)


def test_a_draft_is_sealed_inside_the_store_as_well(store: Database) -> None:
    drafts = Drafts(b"d" * 32)
    with store.transaction() as session:
        drafts.save(session, _draft(1, "Rahasiawati"))
        sealed = session.connection().exec_driver_sql("SELECT sealed FROM draft").scalar_one()
        assert b"Rahasiawati" not in sealed
        with pytest.raises(InvalidTag):
            Drafts(b"x" * 32).all(session)
        session.connection().exec_driver_sql("UPDATE draft SET draft_id = 'another'")
        with pytest.raises(InvalidTag):
            drafts.all(session)


def test_a_draft_of_a_larger_form_leaves_out_what_is_unknown(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = Drafts(b"d" * 32)
    real = dataclasses.asdict
    with store.transaction() as session:
        monkeypatch.setattr(dataclasses, "asdict", lambda form: {**real(form), "blood_type": "O"})
        drafts.save(session, _draft(1, "Siti"))
        monkeypatch.undo()
        assert drafts.newest(session) == _draft(1, "Siti")


def test_pictures_lie_encrypted_under_random_names(store: Database, tmp_path: Path) -> None:
    folder = tmp_path / "attachments"
    pictures = Attachments(folder, b"a" * 32)
    with store.transaction() as session:
        assert pictures.sweep(session) == 0
        digest = pictures.put(session, PICTURE, AT)
        assert digest == hashlib.sha256(PICTURE).hexdigest()
        assert pictures.put(session, PICTURE, AT) == digest
        assert pictures.read(session, digest) == PICTURE
    files = list(folder.iterdir())
    assert len(files) == 1
    assert digest not in files[0].name
    assert b"KTP" not in files[0].read_bytes()
    with store.transaction() as session:
        (folder / "left-by-a-crash").write_bytes(b"x")
        (folder / "not-to-be-deleted").mkdir()
        assert pictures.sweep(session) == 1
        pictures.remove(session, digest)
        assert pictures.sweep(session) == 1
        with pytest.raises(Failure) as gone:
            pictures.read(session, digest)
    assert gone.value.code is FailureCode.STORE_DAMAGED


@pytest.mark.parametrize("damage", [b"", b"x" * 200, None])
def test_a_changed_picture_is_a_failure(store: Database, tmp_path: Path, damage: bytes | None) -> None:
    folder = tmp_path / "attachments"
    pictures = Attachments(folder, b"a" * 32)
    with store.transaction() as session:
        digest = pictures.put(session, PICTURE, AT)
    file = next(folder.iterdir())
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    with store.reading() as session, pytest.raises(Failure) as refused:
        pictures.read(session, digest)
    assert refused.value.code is FailureCode.STORE_DAMAGED
