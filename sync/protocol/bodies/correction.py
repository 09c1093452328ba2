"""A correction: fields of an enrolment with their new values, bound to the version they were made on."""

from __future__ import annotations

from typing import Literal

from sync.protocol.bodies.parts import (
    BankAccount,
    Findings,
    Heirs,
    OfferText,
    PayerText,
    PersonalPart,
    SexText,
    TextShown,
)
from sync.protocol.wire import Blank, Day, Nik, PositiveRupiah, StrictModel, Text, Uuid, Version, Village


class EnrolmentChanges(StrictModel):
    """New values of an enrolment's body: what is absent stays, an empty text clears."""

    offer: OfferText | None = None
    occupation: Text | None = None
    second_occupation: Blank | None = None
    income: PositiveRupiah | None = None
    payer: PayerText | None = None
    declaration: TextShown | None = None


class PersonalChanges(StrictModel):
    """New values of an enrolment's personal part: what is absent stays, an empty text or list clears."""

    nik: Nik | None = None
    name: Text | None = None
    birth_place: Blank | None = None
    birth_date: Day | None = None
    sex: SexText | None = None
    mother_name: Blank | None = None
    street: Blank | None = None
    rt: Blank | None = None
    rw: Blank | None = None
    village: Village | None = None
    postcode: Blank | None = None
    phone: Blank | None = None
    email: Blank | None = None
    marital: Blank | None = None
    kk: Blank | None = None
    npwp: Blank | None = None
    bank: BankAccount | Literal[""] | None = None
    workplace: Blank | None = None
    working_hours: Blank | None = None
    second_workplace: Blank | None = None
    second_working_hours: Blank | None = None
    payer_name: Blank | None = None
    heirs: Heirs | None = None


class Correction(StrictModel):
    """`corrects`: the enrolment's entry id. The envelope's `base` is the hash of the version on the agent's screen:
    the newest correction that counts, else the enrolment. `rules_version`: of the reference data by which the corrected
    form was judged."""

    corrects: Uuid
    changes: EnrolmentChanges
    findings: Findings
    rules_version: Version | None = None


class CorrectionPersonal(PersonalPart):
    """The personal fields of a correction; the entry carries them even where none of them changed."""

    changes: PersonalChanges
