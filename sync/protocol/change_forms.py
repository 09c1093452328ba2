"""The one mapping between what a form says from a month on and the change that is written of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import ValidationError

from sync.protocol.bodies.change import Change, ChangePersonal, MembershipEnd
from sync.protocol.entry import EntryFault, fault_of
from sync.protocol.forms import form_values
from sync.rules.changes import EndCause, Saying
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth

TERMS = ("offer", "occupation", "second_occupation", "income")
"""The fields of the form that a change holds in its body."""
CONTACTS = ("street", "rt", "rw", "village", "phone", "workplace")
"""The fields of the form that a change holds in its personal part."""


def changed_form(form: EnrolmentForm, change: Change, personal: ChangePersonal | None) -> EnrolmentForm:
    """The form with a change applied; without its personal part (purged) the personal fields stay."""
    values: dict[str, Any] = change.model_dump(include=set(TERMS), exclude_none=True)
    if personal is not None:
        values |= personal.model_dump(include=set(CONTACTS), exclude_none=True)
    texts: dict[str, Any] = {name: str(value) for name, value in values.items()}
    return replace(form, **texts)


def change_fields(change: Change, personal: ChangePersonal | None) -> frozenset[str]:
    """The fields of the form that a change gives new values; `end` where it ends the membership."""
    names = set(change.model_dump(include={*TERMS, "end"}, exclude_none=True))
    if personal is not None:
        names |= set(personal.model_dump(include=set(CONTACTS), exclude_none=True))
    return frozenset(names)


def saying_of(change: Change, personal: ChangePersonal | None) -> Saying:
    """What the rules judge of a change."""
    return Saying(
        from_month=IuranMonth.parse(change.from_month),
        fields=change_fields(change, personal) - {"end"},
        end=None if change.end is None else EndCause(change.end.cause),
        ended_on=None if change.end is None else change.end.on,
    )


def change_parts(
    before: EnrolmentForm,
    after: EnrolmentForm,
    from_month: IuranMonth,
    *,
    salt: str,
    bracket: int | None = None,
    rules_version: str | None = None,
) -> tuple[Change, ChangePersonal]:
    """What differs between two forms, as a change; what was emptied is written as an empty text.

    `bracket` is that of the new income. Raises `EntryFault("not_correctable", field)` for what only a correction may
    touch, and `EntryFault` for a value that cannot be written or a field that cannot be emptied.
    """
    old, new = form_values(before), form_values(after)
    changed: dict[str, Any] = {
        name: "" if value is None else value for name, value in new.items() if value != old[name]
    }
    beyond = sorted(changed.keys() - {*TERMS, *CONTACTS})
    if beyond:
        raise EntryFault("not_correctable", beyond[0])
    try:
        body = Change(
            from_month=str(from_month),
            bracket=bracket if "income" in changed else None,
            **{name: changed[name] for name in TERMS if name in changed},
            findings=(),
            rules_version=rules_version,
        )
        contacts = {name: changed[name] for name in CONTACTS if name in changed}
        return body, ChangePersonal(salt=salt, blobs=(), **contacts)
    except ValidationError as invalid:
        raise fault_of(invalid) from None


def end_parts(
    cause: EndCause, from_month: IuranMonth, on: date | None, *, salt: str
) -> tuple[Change, ChangePersonal]:
    """The end of a membership: `from_month` is the first month that is not owed."""
    end = MembershipEnd(cause=cause.value, on=on)
    return Change(from_month=str(from_month), end=end, findings=()), ChangePersonal(salt=salt, blobs=())
