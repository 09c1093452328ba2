"""Takes a worker's consent back, purpose by purpose; the next sync announces it in its first message (UU 27/2022)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from perisai_desktop.domain.draft import Stroke, is_signed
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.written_words import text_shown
from perisai_desktop.storage import journal
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import search
from sync.protocol.bodies.consent import Consent, ConsentPersonal, ConsentWithdrawal
from sync.protocol.kinds import EntryKind
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class _Given:
    """The purposes that stand, and the entry that gave them last, where this store holds it."""

    purposes: frozenset[str]
    consent: str | None


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """What the withdrawal dialog asks for."""

    database: Database
    pen: Pen
    reference: Reference

    def purposes(self, worker_id: str) -> tuple[str, ...]:
        """The purposes that may be withdrawn, in the order of the text. Raises Failure: worker_unknown.

        A worker whom the branch handed over agreed somewhere else: every purpose may be withdrawn.
        """
        with self.database.reading() as session:
            given = self._given(session, worker_id)
        return tuple(one.code for one in self.reference.consent.purposes if one.code in given.purposes)

    def withdraw(
        self,
        worker_id: str,
        purposes: Collection[str],
        signature: Sequence[Stroke],
        signed_by: str | None = None,
    ) -> str:
        """Write what the worker agrees to no longer; returns the entry's id. `signed_by`: who signed in the worker's place.

        Raises Failure: worker_unknown, consent_not_given, withdrawal_unsigned, store_rolled_back, or what the
        store raises.
        """
        strokes = tuple(stroke for stroke in signature if stroke)
        if not is_signed(strokes):
            raise Failure(FailureCode.WITHDRAWAL_UNSIGNED)
        personal = ConsentPersonal(
            salt=self.pen.salt(),
            blobs=(),
            signature=strokes,
            signed_by=" ".join((signed_by or "").split()) or None,
        )
        with self.database.transaction() as session:
            given = self._given(session, worker_id)
            if not purposes or not given.purposes.issuperset(purposes):
                raise Failure(FailureCode.CONSENT_NOT_GIVEN)
            body = ConsentWithdrawal(
                purposes=tuple(one.code for one in self.reference.consent.purposes if one.code in purposes),
                text=text_shown(self.reference.consent),
                way="pad",
                consent=given.consent,
            )
            action = self.pen.action(session)
            written = action.write(EntryKind.CONSENT_WITHDRAWAL, body, personal, worker_id=worker_id)
            action.finish()
        return written.entry_id

    def _given(self, session: Session, worker_id: str) -> _Given:
        if search.card(session, worker_id) is None:
            raise Failure(FailureCode.WORKER_UNKNOWN)
        return _given(session, self.reference, worker_id)


def taken_back(session: Session, reference: Reference) -> frozenset[str]:
    """The workers who agree no longer to what nobody is enrolled without."""
    asked = {
        stored.worker_id or "" for stored in journal.of_kind(session, EntryKind.CONSENT_WITHDRAWAL.value)
    }
    required = reference.consent.required
    return frozenset(one for one in asked if not required <= _given(session, reference, one).purposes)


def _given(session: Session, reference: Reference, worker_id: str) -> _Given:
    known = frozenset(purpose.code for purpose in reference.consent.purposes)
    given, consent = known, None
    for stored in journal.of_worker(session, worker_id):
        entry = decoded(stored)
        body = None if entry is None else entry.body
        if isinstance(body, Consent):
            given = known & frozenset(body.purposes) | (given if consent is not None else frozenset())
            consent = stored.entry_id
        elif isinstance(body, ConsentWithdrawal):
            given -= frozenset(body.purposes)
    return _Given(given, consent)
