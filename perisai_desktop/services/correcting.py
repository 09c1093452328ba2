"""Works off what the branch sent back: shows the marked fields and writes the corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import FIELD_OF, KeptPhoto, Photo
from perisai_desktop.domain.task import FieldComment, Task
from perisai_desktop.services.draft_photos import card_of, drafted
from perisai_desktop.services.drafting import CORRECTION
from perisai_desktop.services.enrolment_versions import EnrolmentVersion, version_of
from perisai_desktop.services.keeping_photos import keep_photos
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.registered_people import assess_here, standing_of
from perisai_desktop.services.written_words import check, fitting, text_shown, written_findings
from perisai_desktop.storage import entry_status, feed, photos
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.drafts import Drafts
from perisai_desktop.storage.entry_status import EntryStatus
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import receipts, search
from sync.protocol.feed import DecisionPayload
from sync.protocol.forms import changed_fields, correction_parts
from sync.protocol.kinds import EntryKind
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.reference import Reference
from sync.rules.states import ReviewState

_KEPT_BY_BRANCH = frozenset(
    {
        ReviewState.REFUSED,
        ReviewState.DUPLICATE,
        ReviewState.PARKED,
        ReviewState.SUSPENSE,
        ReviewState.HELD,
    }
)
"""In these states the branch speaks with the agent before anything is written."""


@dataclass(frozen=True, slots=True)
class Correcting:
    """What the tasks screen asks for."""

    database: Database
    pen: Pen
    reference: Reference
    gazetteer: Places
    drafts: Drafts
    attachments: Attachments

    def tasks(self, limit: int | None = None) -> tuple[Task, ...]:
        """Everything the branch wants the agent to look at, oldest first; `limit` at most."""
        with self.database.reading() as session:
            return tuple(self._task(session, status) for status in entry_status.tasks(session)[:limit])

    def of_worker(self, worker_id: str) -> Task:
        """The enrolment that holds of a worker, to be corrected of one's own accord. Raises Failure(task_unknown)."""
        with self.database.reading() as session:
            worker = search.card(session, worker_id)
            enrolment = worker.enrolment_id if worker is not None else None
            status = entry_status.status(session, enrolment) if enrolment is not None else None
            if status is None:
                raise Failure(FailureCode.TASK_UNKNOWN)
            return replace(self._task(session, status), state=status.review or ReviewState.RECEIVED)

    def draft(self, entry_id: str) -> EnrolmentForm:
        """The form of an enrolment as it stands. Raises Failure: task_unknown, task_not_correctable, data_cleaned."""
        with self.database.reading() as session:
            return self._version(session, entry_id).form

    def kept(self, entry_id: str) -> EnrolmentDraft | None:
        """What was typed into this task's correction so far, None where nothing was."""
        with self.database.reading() as session:
            found = self.drafts.all(session)
        return next((draft for draft in found if draft.draft_id == CORRECTION + entry_id), None)

    def keep(
        self,
        entry_id: str,
        form: EnrolmentForm,
        reasons: Mapping[str, str],
        taken: Sequence[KeptPhoto] = (),
    ) -> None:
        """Keep a correction as typed and with the pictures `taken` for it, so that no work on it is lost."""
        draft_id, at = CORRECTION + entry_id, self.pen.clock.now()
        typed = EnrolmentDraft(draft_id, form, dict(reasons), (), at, photos=tuple(taken))
        with self.database.transaction() as session:
            self.drafts.save(session, typed)

    def assess(self, entry_id: str, form: EnrolmentForm) -> Assessment:
        """What the rules say of the corrected form, judged by the date on which it was recorded."""
        with self.database.reading() as session:
            return self._assess(session, self._version(session, entry_id), form)

    def correct(
        self,
        entry_id: str,
        form: EnrolmentForm,
        reasons: Mapping[str, str],
        taken: Sequence[KeptPhoto] = (),
    ) -> None:
        """Write what differs as a correction made on the version shown; it goes up with the next sync.

        A picture among those `taken` stands in the place of the one of its kind, which stays where it was named.
        Raises Failure: task_unknown, task_not_correctable (state), data_cleaned, form_has_errors, reason_missing,
        nothing_changed, field_not_correctable (field), field_unfit (field), photo_unfit (bytes), photo_twice.
        """
        with self.database.transaction() as session:
            version = self._version(session, entry_id)
            fresh = self._fresh(session, version, taken)
            form = replace(form, ktp_photo=card_of(fresh) or version.form.ktp_photo)
            assessment = self._assess(session, version, form)
            check(assessment, reasons)
            named = keep_photos(self.attachments, session, fresh, self.pen.clock.now())
            body, personal = fitting(
                lambda: correction_parts(
                    version.form,
                    form,
                    corrects=entry_id,
                    salt=self.pen.salt(),
                    declaration=text_shown(self.reference.consent),
                    findings=written_findings(assessment, reasons),
                    blobs=named.meanings,
                    rules_version=self.reference.version,
                )
            )
            if not changed_fields(body, personal):
                raise Failure(FailureCode.NOTHING_CHANGED)
            action = self.pen.action(session)
            action.write(
                EntryKind.CORRECTION,
                body,
                personal,
                worker_id=version.worker_id,
                base=version.head,
                blobs=named.blobs,
            )
            action.finish()
            self.drafts.discard(session, CORRECTION + entry_id)

    def _fresh(self, session: Session, version: EnrolmentVersion, taken: Sequence[KeptPhoto]) -> list[Photo]:
        """The pictures that are new; the same one again is where its file was gone, and it is to go once more."""
        stand = {photo.shows: photo.sha256 for photo in version.photos}
        lost = photos.lost(session, {photo.sha256 for photo in taken})
        new = [
            photo
            for photo in taken
            if photo.shows in FIELD_OF and (stand.get(photo.shows) != photo.sha256 or photo.sha256 in lost)
        ]
        after = stand | {photo.shows: photo.sha256 for photo in new}
        if any(list(after.values()).count(photo.sha256) > 1 for photo in new):
            raise Failure(FailureCode.PHOTO_TWICE)
        return drafted(self.attachments, session, new)

    def _version(self, session: Session, entry_id: str) -> EnrolmentVersion:
        status = entry_status.status(session, entry_id)
        if status is None:
            raise Failure(FailureCode.TASK_UNKNOWN)
        if not _correctable(status):
            state = status.review.value if status.review is not None else status.client.value
            raise Failure(FailureCode.TASK_NOT_CORRECTABLE, state=state)
        version = version_of(session, entry_id)
        if version is None:
            raise Failure(FailureCode.DATA_CLEANED)
        return version

    def _assess(self, session: Session, version: EnrolmentVersion, form: EnrolmentForm) -> Assessment:
        standing = standing_of(session, form, version.local_on, correcting=version.worker_id)
        return assess_here(form, standing, self.reference, self.gazetteer, version.local_on)

    def _task(self, session: Session, status: EntryStatus) -> Task:
        decision = _decision(session, status.entry_id)
        version = version_of(session, status.entry_id)
        receipt = receipts.receipt_of_action(session, status.action_id)
        worker = search.card(session, status.worker_id) if status.worker_id is not None else None
        return Task(
            entry_id=status.entry_id,
            worker_id=status.worker_id or "",
            worker_name=worker.name if worker is not None else "",
            receipt_number=receipt.number if receipt is not None else None,
            rupiah=receipt.total if receipt is not None else 0,
            state=status.review or ReviewState.RETURNED,
            reason=decision.reason if decision is not None else status.reason,
            note=(decision.note or "") if decision is not None else "",
            comments=_comments(status, decision, version),
            reviewer=decision.reviewer if decision is not None else "",
            decided_at=decision.decided_at if decision is not None else status.changed_at,
            correctable=version is not None and _correctable(status),
            kind=status.kind,
            cleaned=version is None and _correctable(status),
            photos=() if version is None else version.photos,
        )


def _decision(session: Session, entry_id: str) -> DecisionPayload | None:
    item = feed.latest_decision(session, entry_id)
    return DecisionPayload.model_validate_json(item.whole) if item is not None else None


def _correctable(status: EntryStatus) -> bool:
    return status.kind == EntryKind.ENROLMENT.value and status.review not in _KEPT_BY_BRANCH


def _comments(
    status: EntryStatus, decision: DecisionPayload | None, version: EnrolmentVersion | None
) -> tuple[FieldComment, ...]:
    """The reviewer's words at each field with what was sent; a verdict of the server marks its field alone."""
    if decision is not None:
        marked = [(comment.field, comment.text) for comment in decision.comments]
    else:
        marked = [(status.field, "")] if status.field else []
    return tuple(FieldComment(field=name, text=text, value=_value(version, name)) for name, text in marked)


def _value(version: EnrolmentVersion | None, name: str) -> str:
    """What was sent, as a text; a picture is none."""
    value = getattr(version.form, name, "") if version is not None and name not in FIELD_OF.values() else ""
    return value if isinstance(value, str) else ""
