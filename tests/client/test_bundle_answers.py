"""An answer to a bundle asks of the store what a run over the network would, and nothing on doubtful grounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pytest

from sync.client.bundle_answers import BundleAnswer, read_answer
from sync.protocol.batch import PackedBatch
from sync.protocol.bundle import BundleManifest, SignedManifest, bundled
from sync.protocol.bundle_answer import AnswerWriter, BundleStanding
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.feed import ChangesPage, FeedRow
from sync.protocol.messages import Acknowledgement, EntryVerdict, Problem, StoredRaw
from sync.protocol.releases import LARGEST_CARRIED, CarriedRelease, CarriedReleases
from sync.protocol.sealed_file import Purpose, SealedFileFault, SealedWriter
from sync.protocol.sections import Section, write_section
from sync.protocol.signatures import SigningKey, answer_message, bundle_message, verify
from sync.protocol.wire import wire_bytes
from sync.rules.states import VerdictKind
from tests.support.bundles import manifest_of
from tests.support.field_laptop import NINE, FieldLaptop, person
from tests.support.sample_entries import DEVICE_KEY, SERVER_KEY

Part = tuple[Section, int, bytes]


@dataclass(frozen=True, slots=True)
class Story:
    """A bundle of two batches that was saved at position 5 of the feed."""

    laptop: FieldLaptop
    batches: tuple[PackedBatch, ...]
    manifest: BundleManifest


@pytest.fixture
def story() -> Story:
    laptop = FieldLaptop("0Q2FK", DEVICE_KEY)
    laptop.enrol(person(1))
    first = laptop.packed()
    laptop.enrol(person(2))
    batches = (first, laptop.packed())
    return Story(laptop, batches, manifest_of(laptop, [bundled(batch) for batch in batches], cursor=5))


def acknowledgement(batch: PackedBatch) -> Part:
    verdicts = tuple(
        EntryVerdict(entry_id=entry_id, hash=digest, kind=VerdictKind.ACCEPTED, feed_position=place)
        for place, (entry_id, digest) in enumerate(batch.hashes, start=1)
    )
    answer = Acknowledgement(
        batch_id=batch.batch_id,
        digest=batch.digest,
        verdicts=verdicts,
        stored_at=NINE,
        server=to_base64url(SERVER_KEY.public),
    )
    return Section.VERDICTS, 200, wire_bytes(answer)


def page(*positions: int, cursor: int | None = None) -> Part:
    rows = tuple(FeedRow(position=at, kind="new_kind", at=NINE, payload={}) for at in positions)
    end = positions[-1] if cursor is None else cursor
    return Section.CHANGES, 200, wire_bytes(ChangesPage(rows=rows, cursor=end, more=False))


def standing(story: Story, cursor: int = 5, bundle_id: str | None = None) -> Part:
    told = BundleStanding(
        bundle_id=bundle_id or story.manifest.bundle_id,
        known=(),
        missing=(),
        epochs_over=(),
        device_state="active",
        cursor=cursor,
        more=False,
        server_at=NINE,
    )
    return Section.STANDING, 200, wire_bytes(told)


def answered(
    story: Story,
    *parts: Part,
    server: SigningKey = SERVER_KEY,
    device: SigningKey = DEVICE_KEY,
) -> BundleAnswer:
    raw = wire_bytes(story.manifest)
    signed = SignedManifest(story.manifest, raw, device.sign(bundle_message(raw)))
    file = BytesIO()
    writer = AnswerWriter(file, signed, server)
    for part in parts:
        writer.put(*part)
    writer.finish()
    file.seek(0)
    return read_answer(file, DEVICE_KEY, SERVER_KEY.public)


def code_of(story: Story, *parts: Part, **keys: SigningKey) -> str:
    with pytest.raises(SealedFileFault) as fault:
        answered(story, *parts, **keys)
    return fault.value.code


def both(story: Story) -> tuple[Part, ...]:
    return tuple(acknowledgement(batch) for batch in story.batches)


def test_every_batch_is_settled_with_its_proof(story: Story) -> None:
    told = answered(story, *both(story), page(6, 7), page(9), standing(story, 9))
    assert [settle.acknowledgement.batch_id for settle in told.settlements] == [
        batch.batch_id for batch in story.batches
    ]
    assert (told.waiting, told.refused) == (0, ())
    proof = told.settlements[0].proof
    message = answer_message(proof.request_signature, proof.status, sha256_hex(proof.body))
    assert verify(SERVER_KEY.public, from_base64url(proof.signature), message)
    assert [[row.position for row in rows.rows] for rows in told.pages] == [[6, 7], [9]]


@pytest.mark.parametrize(
    ("cursor", "expected"),
    [
        (4, []),
        (5, [([6, 7], 7), ([9], 12)]),
        (6, [([7], 7), ([9], 12)]),
        (7, [([9], 12)]),
        (9, [([], 12)]),
        (12, []),
        (99, []),
    ],
)
def test_rows_go_on_from_the_stores_own_cursor_and_never_leave_a_hole(
    story: Story, cursor: int, expected: Sequence[tuple[list[int], int]]
) -> None:
    told = answered(story, *both(story), page(6, 7), page(9, cursor=12), standing(story, 12))
    found = [([row.position for row in rows.rows], rows.cursor) for rows in told.pages_after(cursor)]
    assert found == expected


def test_what_was_stored_unread_or_refused_is_told_and_moves_nothing(story: Story) -> None:
    first = story.batches[0]
    raw = StoredRaw(
        batch_id=first.batch_id,
        digest=first.digest,
        stored_at=NINE,
        server=to_base64url(SERVER_KEY.public),
    )
    told = answered(
        story,
        (Section.VERDICTS, 202, wire_bytes(raw)),
        (Section.VERDICTS, 409, wire_bytes(Problem(code="batch_id_reused"))),
        standing(story),
    )
    assert (told.settlements, told.waiting, told.refused) == ((), 1, ("batch_id_reused",))


def test_an_answer_of_nobody_else_is_believed(story: Story) -> None:
    other = SigningKey.from_bytes(bytes(32))
    right = (*both(story), standing(story))
    assert code_of(story, *right, server=other) == "answer_not_genuine"
    assert code_of(story, *right, device=other) == "answer_not_genuine"


def test_a_part_of_an_answer_to_another_bundle_is_not_believed(story: Story) -> None:
    """The server signs for one bundle: a verdict of yesterday's can't be put into today's answer."""
    raw = wire_bytes(story.manifest)
    signed = SignedManifest(story.manifest, raw, DEVICE_KEY.sign(bundle_message(raw)))
    file = BytesIO()
    writer = SealedWriter(file, Purpose.ANSWER, from_base64url(story.manifest.answer_key))
    write_section(writer, Section.MANIFEST, signed.section)
    body = both(story)[0][2]
    yesterday = SERVER_KEY.sign(answer_message("another bundle's signature", 200, sha256_hex(body)))
    write_section(writer, Section.VERDICTS, (200).to_bytes(2, "big") + yesterday + body)
    writer.finish()
    file.seek(0)
    with pytest.raises(SealedFileFault, match="answer_not_genuine"):
        read_answer(file, DEVICE_KEY, SERVER_KEY.public)


def test_an_answer_that_leaves_something_out_or_changes_the_order_is_refused(story: Story) -> None:
    first, second = both(story)
    last = standing(story)
    assert code_of(story, first, last) == "answer_differs"
    assert code_of(story, second, first, last) == "answer_differs"
    assert code_of(story, first, second, second, last) == "answer_differs"
    assert code_of(story, first, second) == "answer_differs"
    assert code_of(story, first, second, standing(story, bundle_id=story.batches[0].batch_id)) == (
        "answer_differs"
    )
    assert code_of(story, first, second, standing(story, 6)) == "answer_differs"
    assert code_of(story, first, second, page(6), last) == "answer_differs"


@pytest.mark.parametrize(
    "pages",
    [
        (page(5),),
        (page(7, 6),),
        (page(6, 6),),
        (page(6, 7, cursor=6),),
        (page(6, 7), page(7, 8)),
        (page(8, 9), page(6, 7, cursor=9)),
    ],
)
def test_rows_out_of_order_are_refused(story: Story, pages: tuple[Part, ...]) -> None:
    end = 9 if len(pages) == 2 and pages[1] == page(6, 7, cursor=9) else {1: 0, 2: 8}[len(pages)]
    ends = {end, 5, 6, 7}
    assert {code_of(story, *both(story), *pages, standing(story, at)) for at in ends} == {"answer_differs"}


def test_a_part_that_cannot_be_read_spoils_the_answer(story: Story) -> None:
    assert code_of(story, (Section.VERDICTS, 200, b"{}")) == "file_damaged"
    assert code_of(story, (Section.VERDICTS, 500, b"<html>")) == "file_damaged"


def test_a_part_of_a_kind_that_answers_do_not_have_is_passed_over(story: Story) -> None:
    told = answered(story, *both(story), (Section.BLOB, 200, b"x"), standing(story))
    assert len(told.settlements) == 2


def settings(filling: str = "{}") -> Part:
    """Settings of the branch that nobody signed: the answer's signature is over them all the same."""
    release = CarriedRelease(version="001.1", manifest="{}", signature="A" * 86)
    carried = CarriedReleases(releases=(release,), contents=(filling,))
    return Section.SETTINGS, 200, wire_bytes(carried)


def test_settings_come_once_and_within_their_size(story: Story) -> None:
    rest = (*both(story), standing(story))
    found = answered(story, settings(), *rest).settings
    assert found is not None
    assert [one.version for one in found.releases] == ["001.1"]
    assert answered(story, *rest).settings is None
    assert code_of(story, settings(), settings(), *rest) == "answer_differs"
    assert code_of(story, settings("x" * LARGEST_CARRIED), *rest) == "answer_differs"
    assert code_of(story, (Section.SETTINGS, 200, b'{"releases":[],"contents":[]}'), *rest) == "file_damaged"
    assert code_of(story, (Section.SETTINGS, 200, b"[" * 100_000), *rest) == "file_damaged"


class Changing(BytesIO):
    """A file that is another one once it was read to its end."""

    def seek(self, place: int, whence: int = 0) -> int:
        if place == 0 and self.tell():
            self.getbuffer()[-20] ^= 1
        return super().seek(place, whence)


def test_a_file_that_changes_while_it_is_read_is_damaged(story: Story) -> None:
    raw = wire_bytes(story.manifest)
    signed = SignedManifest(story.manifest, raw, DEVICE_KEY.sign(bundle_message(raw)))
    file = BytesIO()
    writer = AnswerWriter(file, signed, SERVER_KEY)
    for part in (*both(story), settings("x" * 100_000), standing(story)):
        writer.put(*part)
    writer.finish()
    assert read_answer(BytesIO(file.getvalue()), DEVICE_KEY, SERVER_KEY.public).settings is not None
    with pytest.raises(SealedFileFault, match="file_damaged"):
        read_answer(Changing(file.getvalue()), DEVICE_KEY, SERVER_KEY.public)
