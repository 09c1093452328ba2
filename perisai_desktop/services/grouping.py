"""Keeps the people of a kelompok as they are written down, and says what the rules think of each line."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.kelompok import Kelompok, KelompokKind, Member
from perisai_desktop.domain.photo import LARGEST_PHOTO
from perisai_desktop.domain.roll import Judged, Roll
from perisai_desktop.services.drafting import CAPTURED_IN
from perisai_desktop.services.registered_people import known_of
from perisai_desktop.storage import action_sources, choices
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.kelompok_drafts import KelompokDrafts
from perisai_desktop.storage.places import Places
from sync.protocol.identifiers import uuid7
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer
from sync.rules.reference import Reference
from sync.rules.regions import Place

MOST_PAGES = 32
"""Pages of a signed list: as many pictures as an entry names; 500 people sign on 17."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """What the screen of a kelompok asks for while nothing is paid; everything that is typed survives the program."""

    database: Database
    drafts: KelompokDrafts
    clock: Clock
    reference: Reference
    gazetteer: Places

    def all(self) -> tuple[Kelompok, ...]:
        """Every kelompok that is not paid, the newest first; what was torn while a file was read is forgotten."""
        with self.database.transaction() as session:
            self.drafts.discard_torn(session)
            return self.drafts.all(session)

    def new(self, kind: KelompokKind) -> Kelompok:
        """A kelompok with the usual choices; kept from its first `keep` on."""
        at = self.clock.now()
        kelompok_id = uuid7(at, os.urandom(10))
        month = IuranMonth.of(self.clock.today())
        with self.database.reading() as session:
            place = choices.get(session, CAPTURED_IN) or ""
        return Kelompok(
            kelompok_id=kelompok_id,
            kind=kind,
            payer=kind.payers[0],
            shared=EnrolmentForm(offer=Offer.JKK_JKM.value, first_month=str(month), months="3"),
            source=hashlib.sha256(kelompok_id.encode()).hexdigest(),
            captured_in=place,
            updated_at=at,
        )

    def keep(self, kelompok: Kelompok, members: Sequence[Member] = ()) -> Kelompok:
        """Keep what holds for everybody, and some lines; gives the kelompok back with the instant of saving."""
        kept = replace(kelompok, updated_at=self.clock.now())
        with self.database.transaction() as session:
            self.drafts.keep(session, kept)
            self.drafts.keep_members(session, kept.kelompok_id, members)
        return kept

    def drop(self, kelompok_id: str, rows: Iterable[int]) -> None:
        """Forget lines."""
        with self.database.transaction() as session:
            self.drafts.drop_members(session, kelompok_id, rows)

    def discard(self, kelompok_id: str) -> None:
        """Forget a kelompok; no trace of it is left."""
        with self.database.transaction() as session:
            self.drafts.discard(session, kelompok_id)

    def members(self, kelompok: Kelompok) -> tuple[Member, ...]:
        """The lines in their order, without those from which somebody was enrolled already."""
        with self.database.reading() as session:
            done = action_sources.taken(session, kelompok.source)
            found = self.drafts.members(session, kelompok.kelompok_id)
        return tuple(member for member in found if member.row not in done)

    def next_row(self, kelompok: Kelompok, members: Sequence[Member]) -> int:
        """The number of a new line, behind every line that there was."""
        with self.database.reading() as session:
            done = action_sources.taken(session, kelompok.source)
        return max((*done, *(member.row for member in members)), default=0) + 1

    def add_pages(self, kelompok: Kelompok, pictures: Sequence[bytes]) -> Kelompok:
        """Keep more photographed pages of the signed list, all or none.

        Raises Failure: photo_unfit (bytes), too_many_pages (most).
        """
        for picture in pictures:
            if not 0 < len(picture) <= LARGEST_PHOTO:
                raise Failure(FailureCode.PHOTO_UNFIT, bytes=len(picture))
        if kelompok.pages + len(pictures) > MOST_PAGES:
            raise Failure(FailureCode.TOO_MANY_PAGES, most=MOST_PAGES)
        with self.database.transaction() as session:
            self.drafts.keep(session, kelompok)
            for picture in pictures:
                self.drafts.add_page(session, kelompok.kelompok_id, picture)
        return replace(kelompok, pages=kelompok.pages + len(pictures))

    def drop_pages(self, kelompok: Kelompok) -> Kelompok:
        """Forget the pages of the signed list."""
        with self.database.transaction() as session:
            self.drafts.drop_pages(session, kelompok.kelompok_id)
        return replace(kelompok, pages=0)

    def roll(self) -> Roll:
        """Judges lines as of today; keep it for as long as the kelompok is on screen."""
        return Roll(self.reference, self.gazetteer, self.clock.today())

    def judge(self, roll: Roll, kelompok: Kelompok, members: Sequence[Member]) -> tuple[Judged, ...]:
        """All that the rules and this store say of each line, in order."""
        marks = [roll.marks(form) for form in roll.forms(kelompok, members)]
        with self.database.reading() as session:
            known = known_of(session, marks, self.clock.today())
        return roll.judge(kelompok, members, known)

    def places(self, text: str) -> tuple[Place, ...]:
        """Villages by name with their parents, or by code."""
        return self.gazetteer.search(text)

    def place(self, code: str) -> Place | None:
        """The village of a dotted code."""
        return self.gazetteer.place(code)
