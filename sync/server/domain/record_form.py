"""The form a reviewer reads: a record's fields as texts, with its corrections merged over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import TypeVar

from pydantic import BaseModel

from sync.protocol.bodies.change import Change
from sync.protocol.bodies.consent import Consent
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.correction import Correction, CorrectionPersonal
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.entry import DecodedEntry
from sync.protocol.forms import corrected, form_of
from sync.protocol.wire import StrictModel
from sync.rules.enrolment_form import EnrolmentForm
from sync.server.domain.histories import EnrolmentHistory, life_change_of

_NO_TEXTS = frozenset({"salt", "blobs", "findings", "changes", "corrects"})
_PICTURE = "ktp_photo"
"""The form's name of the picture of the KTP; a record's pictures are listed by themselves."""
B = TypeVar("B", bound=StrictModel)


@dataclass(frozen=True, slots=True)
class RecordForm:
    """Fields as texts, what they were before corrections, and what is not text."""

    fields: Mapping[str, str] = field(repr=False)
    previous: Mapping[str, str] = field(default_factory=dict, repr=False)
    consents: tuple[str, ...] = ()
    declaration: bool = False


def record_form(
    entry: DecodedEntry, together: Sequence[DecodedEntry], corrections: Iterable[DecodedEntry]
) -> RecordForm:
    """The form of an entry; `together` are the entries of its action, `corrections` those that count, in order.

    Kinds that are no enrolment, and enrolments whose personal part was purged, show the texts they have.
    """
    if not isinstance(entry.body, Enrolment) or not isinstance(entry.personal, EnrolmentPersonal):
        return RecordForm({**_texts(entry.body), **_texts(entry.personal)})
    first = form_of(
        entry.body,
        entry.personal,
        _of_type(together, Consent, entry.envelope.worker_id),
        _of_type(together, Contribution, None),
        entry.envelope.worker_id,
    )
    last = first
    for correction in corrections:
        if isinstance(correction.body, Correction):
            personal = correction.personal
            last = corrected(
                last, correction.body, personal if isinstance(personal, CorrectionPersonal) else None
            )
    before, after = _plain(asdict(first)), _plain(asdict(last))
    return RecordForm(
        fields={name: text for name, text in after.items() if text or before[name]},
        previous={name: before[name] for name, text in after.items() if text != before[name]},
        consents=tuple(sorted(last.consents)),
        declaration=last.declaration,
    )


def life_form(entry: DecodedEntry, history: EnrolmentHistory) -> RecordForm:
    """What a change says of somebody, beside what held in its month before; `first_month` is from when it holds."""
    change = life_change_of(entry)
    others = tuple(version for version in history.versions if version.hash != entry.hash)
    before = asdict(replace(history, versions=others).form_in(change.change.from_month))
    after = asdict(change.applied(EnrolmentForm()))
    changed = sorted(change.fields & after.keys())
    end = change.change.end
    return RecordForm(
        fields={
            "nik": before["nik"],
            "name": before["name"],
            "first_month": change.change.from_month,
            **{name: after[name] for name in changed},
            **({} if end is None else {"end": end.cause}),
            **({} if end is None or end.on is None else {"ended_on": end.on.isoformat()}),
        },
        previous={name: before[name] for name in changed},
    )


def correction_texts(correction: DecodedEntry) -> dict[str, str]:
    """The new texts that a correction asks for, by field; an empty text clears."""
    body, personal = correction.body, correction.personal
    return {
        **(_texts(body.changes) if isinstance(body, Correction) else {}),
        **(_texts(personal.changes) if isinstance(personal, CorrectionPersonal) else {}),
    }


def worker_name(entry: DecodedEntry, corrections: Iterable[DecodedEntry] = ()) -> str:
    """The worker's name in an entry with its corrections; empty where it has none or was purged."""
    name = str(getattr(entry.personal, "name", ""))
    for correction in corrections:
        if isinstance(correction.personal, CorrectionPersonal):
            name = correction.personal.changes.name or name
    return name


def occupation(entry: DecodedEntry, corrections: Iterable[DecodedEntry] = ()) -> str:
    """The main occupation in an enrolment or change; empty elsewhere."""
    named = (entry.body.occupation or "") if isinstance(entry.body, Enrolment | Change) else ""
    for correction in corrections:
        if isinstance(correction.body, Correction):
            named = correction.body.changes.occupation or named
    return named


def _of_type(together: Sequence[DecodedEntry], body: type[B], worker_id: str | None) -> B | None:
    for entry in together:
        if isinstance(entry.body, body) and worker_id in (None, entry.envelope.worker_id):
            return entry.body
    return None


def _plain(form: Mapping[str, object]) -> dict[str, str]:
    return {name: value for name, value in form.items() if isinstance(value, str) and name != _PICTURE}


def _texts(model: BaseModel | None) -> dict[str, str]:
    """The plain fields of a model: dates ISO, numbers without dots."""
    if model is None:
        return {}
    values = model.model_dump(mode="json", exclude_none=True, exclude=set(_NO_TEXTS))
    return {name: str(value) for name, value in values.items() if type(value) in (str, int)}
