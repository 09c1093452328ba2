"""An enrolment as it stands with its corrections: the form, and the hash that the next change is made on."""

from dataclasses import dataclass, field
from datetime import date

from perisai_desktop.domain.photo import FIELD_OF, KeptPhoto, PhotoSubject
from perisai_desktop.storage import entry_status, journal
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.journal import StoredEntry
from sync.protocol.bodies.consent import Consent
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.correction import Correction, CorrectionPersonal
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.entry import DecodedEntry, decode
from sync.protocol.forms import corrected, form_of
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.states import STANDING_APART


@dataclass(frozen=True, slots=True)
class EnrolmentVersion:
    """`sent` is the form as first written, `form` with all corrections; `head` the newest version's hash.

    `photos` are the pictures that stand with it and that a correction may show anew, one of each kind.
    """

    entry_id: str
    worker_id: str
    sent: EnrolmentForm = field(repr=False)
    form: EnrolmentForm = field(repr=False)
    head: str
    local_on: date
    photos: tuple[KeptPhoto, ...] = ()


def version_of(session: Session, entry_id: str) -> EnrolmentVersion | None:
    """The enrolment with this entry id; None where there is none here, or a personal part of it was purged."""
    stored = journal.entry(session, entry_id)
    if stored is None or stored.worker_id is None:
        return None
    enrolment = decoded(stored)
    if enrolment is None or not isinstance(enrolment.body, Enrolment):
        return None
    if not isinstance(enrolment.personal, EnrolmentPersonal):
        return None
    beside = [decoded(other) for other in journal.of_action(session, stored.action_id)]
    bodies = [other.body for other in beside if other is not None]
    sent = form_of(
        enrolment.body,
        enrolment.personal,
        next((body for body in bodies if isinstance(body, Consent)), None),
        next((body for body in bodies if isinstance(body, Contribution)), None),
        stored.worker_id,
    )
    form, head = sent, stored.hash
    photos: dict[PhotoSubject, KeptPhoto] = {}
    for together in beside:
        if together is not None and together.envelope.worker_id == stored.worker_id:
            photos |= _photos(together)
    for other in journal.of_worker(session, stored.worker_id):
        correction = decoded(other) if other.kind == "correction" else None
        if correction is None or not isinstance(correction.body, Correction):
            continue
        if correction.body.corrects == entry_id and counts(session, other):
            if not isinstance(correction.personal, CorrectionPersonal):
                return None
            form = corrected(form, correction.body, correction.personal)
            head = other.hash
            photos |= _photos(correction)
    local_on = enrolment.envelope.local_on
    return EnrolmentVersion(entry_id, stored.worker_id, sent, form, head, local_on, tuple(photos.values()))


def counts(session: Session, entry: StoredEntry) -> bool:
    """Whether the branch merges a correction or change; one that met a conflict or was not taken stands apart."""
    status = entry_status.status(session, entry.entry_id)
    return status is None or status.verdict not in STANDING_APART


def decoded(stored: StoredEntry) -> DecodedEntry | None:
    """The entry as models; None for a kind that this program does not know."""
    found = decode(stored.raw, stored.personal)
    return found if isinstance(found, DecodedEntry) else None


def _photos(entry: DecodedEntry) -> dict[PhotoSubject, KeptPhoto]:
    """The pictures of an entry that a correction may show anew, by what they show."""
    shown = {} if entry.personal is None else {blob.sha256: blob.shows for blob in entry.personal.blobs}
    kept = [
        (blob, subject)
        for blob in entry.envelope.blobs
        for subject in FIELD_OF
        if shown.get(blob.sha256) == subject
    ]
    return {subject: KeptPhoto(subject, blob.sha256, blob.length) for blob, subject in kept}
