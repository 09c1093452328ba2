"""Keeps what an agent types, so that no lock, crash or power cut loses it."""

import os
from dataclasses import replace

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.drafts import Drafts
from sync.protocol.identifiers import uuid7
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer

CAPTURED_IN = "captured_in"
"""Names the choice that keeps the last place of capture."""

CORRECTION = "correction:"
"""Begins the id of what was typed into a correction; those belong to their tasks."""


class Drafting:
    """The unfinished enrolments of this store."""

    def __init__(self, database: Database, drafts: Drafts, clock: Clock) -> None:
        self._database = database
        self._drafts = drafts
        self._clock = clock

    def open(self) -> EnrolmentDraft:
        """The draft typed in last, or a new one."""
        unfinished = self.drafts()
        return unfinished[0] if unfinished else self.new()

    def find(self, draft_id: str) -> EnrolmentDraft:
        """The draft of this id, a new one where it is gone."""
        return next((draft for draft in self.drafts() if draft.draft_id == draft_id), None) or self.new()

    def new(self) -> EnrolmentDraft:
        """An empty draft with the usual choices and the last place of capture; kept from its first `save` on."""
        at = self._clock.now()
        month = IuranMonth.of(self._clock.today())
        form = EnrolmentForm(offer=Offer.JKK_JKM.value, first_month=str(month), months="3")
        with self._database.reading() as session:
            place = choices.get(session, CAPTURED_IN) or ""
        return EnrolmentDraft(
            draft_id=uuid7(at, os.urandom(10)),
            form=form,
            reasons={},
            signature=(),
            updated_at=at,
            captured_in=place,
        )

    def again(self, known: EnrolmentForm) -> EnrolmentDraft:
        """Keep a draft of somebody who was a member before: the form as known, to be consented to and declared anew."""
        draft = self.new()
        form = replace(
            known,
            first_month=draft.form.first_month,
            months=draft.form.months,
            offer=known.offer or draft.form.offer,
            consents=frozenset(),
            declaration=False,
        )
        return self.save(replace(draft, form=form))

    def drafts(self) -> tuple[EnrolmentDraft, ...]:
        """Every unfinished enrolment, the newest first."""
        with self._database.reading() as session:
            found = self._drafts.all(session)
        return tuple(draft for draft in found if not draft.draft_id.startswith(CORRECTION))

    def save(self, draft: EnrolmentDraft) -> EnrolmentDraft:
        """Keep the draft as typed; gives it back with the instant of saving."""
        saved = replace(draft, updated_at=self._clock.now())
        with self._database.transaction() as session:
            self._drafts.save(session, saved)
        return saved

    def restore(self, draft: EnrolmentDraft) -> None:
        """Keep a draft that was forgotten, as old as it was."""
        with self._database.transaction() as session:
            self._drafts.save(session, draft)

    def discard(self, draft_id: str) -> None:
        """Forget a draft; one that is not there is no error."""
        with self._database.transaction() as session:
            self._drafts.discard(session, draft_id)
