"""The one mapping between the enrolment form and what is written of it, so that both ends assess the same form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from sync.protocol.bodies.consent import Consent
from sync.protocol.bodies.contribution import Contribution, ContributionLine
from sync.protocol.bodies.correction import Correction, CorrectionPersonal, EnrolmentChanges, PersonalChanges
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.bodies.parts import BlobMeaning, Finding, TextShown
from sync.protocol.entry import EntryFault, fault_of
from sync.protocol.form_parts import bank_texts, heirs_text, ktp_of, written_bank, written_heirs
from sync.rules.dates import parse_date
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.further_fields import digits_of
from sync.rules.names import seen
from sync.rules.nik import strip_nik
from sync.rules.phones import normal_phone
from sync.rules.pricing import Quote
from sync.rules.programmes import PayerKind
from sync.rules.tariff import income_of

BODY_FIELDS = ("offer", "occupation", "second_occupation", "income", "payer")
"""The fields of the form that stay in the body of an enrolment."""
PERSONAL_FIELDS = (
    "nik",
    "name",
    "birth_place",
    "birth_date",
    "sex",
    "mother_name",
    "street",
    "rt",
    "rw",
    "village",
    "postcode",
    "phone",
    "email",
    "marital",
    "kk",
    "npwp",
    "workplace",
    "working_hours",
    "second_workplace",
    "second_working_hours",
    "payer_name",
)
"""The fields of the form that go into the personal part as one text each."""


CONSENT_PROOFS = frozenset({"thumb", "signed_paper"})
"""What a picture may show to prove a consent; a further one in a correction stands in its place."""


def form_of(
    enrolment: Enrolment,
    personal: EnrolmentPersonal,
    consent: Consent | None,
    contribution: Contribution | None,
    worker_id: str | None = None,
) -> EnrolmentForm:
    """The form as written by an enrolment's action; months are those that the contribution pays for `worker_id`.

    Without a worker the contribution is taken as a whole, without a contribution the months are empty.
    """
    lines = () if contribution is None else contribution.lines
    months = sorted({line.month for line in lines if worker_id is None or line.worker_id == worker_id})
    return EnrolmentForm(
        **{name: _text(getattr(personal, name)) for name in PERSONAL_FIELDS},
        **{name: _text(getattr(enrolment, name)) for name in BODY_FIELDS},
        **bank_texts(personal.bank),
        heirs=heirs_text(personal.heirs),
        ktp_photo=ktp_of(personal.blobs),
        first_month=months[0] if months else "",
        months=str(len(months)) if months else "",
        consents=frozenset() if consent is None else frozenset(consent.purposes),
        declaration=enrolment.declaration is not None,
    )


def enrolment_parts(
    form: EnrolmentForm,
    *,
    salt: str,
    declaration: TextShown | None,
    findings: Iterable[Finding] = (),
    captured_in: str | None = None,
    reenrolment_of: str | None = None,
    blobs: Iterable[BlobMeaning] = (),
    rules_version: str | None = None,
) -> tuple[Enrolment, EnrolmentPersonal]:
    """Body and personal part of a form without errors: typed values in their one spelling, empty fields absent.

    `declaration`: the text that was shown, None where the form has no declaration. Raises `EntryFault` with the
    form's field where a value cannot be written (an error of the rules, or a text that is too long).
    The picture of the KTP goes with `blobs`.
    """
    if form.declaration and declaration is None:
        raise EntryFault("missing_field", "declaration")
    values = form_values(form)
    try:
        body = Enrolment(
            **_present(values, BODY_FIELDS),
            declaration=declaration if form.declaration else None,
            captured_in=captured_in or None,
            findings=tuple(findings),
            reenrolment_of=reenrolment_of,
            rules_version=rules_version,
        )
        personal = EnrolmentPersonal(
            **_present(values, (*PERSONAL_FIELDS, "bank")),
            heirs=values["heirs"],
            salt=salt,
            blobs=tuple(blobs),
        )
    except ValidationError as invalid:
        raise fault_of(invalid) from None
    return body, personal


def contribution_lines(worker_id: str, quote: Quote, payer: PayerKind) -> tuple[ContributionLine, ...]:
    """The lines that a worker's quote becomes: one for each month and programme."""
    return tuple(
        ContributionLine(
            worker_id=worker_id,
            month=str(line.month),
            programme=programme.value,
            amount=amount,
            bracket=line.bracket,
            relief=line.relief_of(programme),
            tariff_version=line.tariff_version,
            payer=payer.value,
        )
        for line in quote.lines
        for programme, amount in line.amounts
    )


def correction_parts(
    before: EnrolmentForm,
    after: EnrolmentForm,
    *,
    corrects: str,
    salt: str,
    declaration: TextShown | None = None,
    findings: Iterable[Finding] = (),
    blobs: Iterable[BlobMeaning] = (),
    rules_version: str | None = None,
) -> tuple[Correction, CorrectionPersonal]:
    """What differs between two forms, as a correction; what was emptied is written as an empty text.

    Months are money and are not corrected: `EntryFault("not_correctable", field)`. A new consent is an entry of
    its own; another picture of the KTP, or of the thumb or paper that proves the consent, goes with `blobs`.
    Raises `EntryFault` as `enrolment_parts`, and for a field that cannot be emptied.
    """
    for name in ("first_month", "months"):
        if getattr(before, name) != getattr(after, name):
            raise EntryFault("not_correctable", name)
    declares = after.declaration and not before.declaration
    if declares and declaration is None:
        raise EntryFault("missing_field", "declaration")
    old, new = form_values(before), form_values(after)
    changed: dict[str, Any] = {
        name: "" if value is None else value for name, value in new.items() if value != old[name]
    }
    if before.ktp_photo and not after.ktp_photo:
        raise EntryFault("not_correctable", "ktp_photo")
    try:
        changes = EnrolmentChanges(
            **{name: changed[name] for name in BODY_FIELDS if name in changed},
            declaration=declaration if declares else None,
        )
        personal = PersonalChanges(
            **{name: changed[name] for name in (*PERSONAL_FIELDS, "bank", "heirs") if name in changed}
        )
        body = Correction(
            corrects=corrects, changes=changes, findings=tuple(findings), rules_version=rules_version
        )
        return body, CorrectionPersonal(salt=salt, blobs=tuple(blobs), changes=personal)
    except ValidationError as invalid:
        raise fault_of(invalid) from None


def corrected(
    form: EnrolmentForm, correction: Correction, personal: CorrectionPersonal | None
) -> EnrolmentForm:
    """The form with a correction applied; without its personal part (purged) the personal fields stay."""
    changes: dict[str, Any] = correction.changes.model_dump(include=set(BODY_FIELDS), exclude_none=True)
    if personal is not None:
        changes |= personal.changes.model_dump(include=set(PERSONAL_FIELDS), exclude_none=True)
    texts: dict[str, Any] = {name: _text(value) for name, value in changes.items()}
    if personal is not None:
        texts |= _structured(personal)
    declared = form.declaration or correction.changes.declaration is not None
    return replace(form, **texts, declaration=declared)


def changed_fields(correction: Correction, personal: CorrectionPersonal | None) -> frozenset[str]:
    """The fields of the form that a correction gives new values, for merging field by field on the base.

    A picture is one of them: that of the KTP, or of what proves the consent.
    """
    names = set(correction.changes.model_dump(exclude_none=True))
    if personal is not None:
        names |= set(personal.changes.model_dump(exclude_none=True))
        names |= {"ktp_photo"} if ktp_of(personal.blobs) else set()
        names |= {"consents"} if any(blob.shows in CONSENT_PROOFS for blob in personal.blobs) else set()
    return frozenset(names)


def _structured(personal: CorrectionPersonal) -> dict[str, Any]:
    """The texts of the fields that are more than one text on the wire, where a correction gives them."""
    bank, heirs, card = personal.changes.bank, personal.changes.heirs, ktp_of(personal.blobs)
    return {
        **({} if bank is None else bank_texts(bank or None)),
        **({} if heirs is None else {"heirs": heirs_text(heirs)}),
        **({"ktp_photo": card} if card else {}),
    }


def form_values(form: EnrolmentForm) -> dict[str, Any]:
    """The form's values as they are written: one spelling each, None where there is nothing.

    Raises `EntryFault` for heirs or an account that lack a part.
    """
    values: dict[str, Any] = {
        name: " ".join(seen(getattr(form, name)).split()) or None for name in (*BODY_FIELDS, *PERSONAL_FIELDS)
    }
    values["nik"] = strip_nik(form.nik) or None
    values["phone"] = normal_phone(form.phone) or values["phone"]
    values["birth_date"] = parse_date(form.birth_date) or values["birth_date"]
    values["sex"] = form.sex.strip().upper() or None
    values["income"] = income_of(form.income)
    values |= {name: digits_of(values[name] or "") or None for name in ("postcode", "kk", "npwp")}
    values |= {"bank": written_bank(form), "heirs": written_heirs(form)}
    return values


def _present(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: values[name] for name in names if values[name] is not None}


def _text(value: object) -> str:
    return "" if value is None else str(value)
