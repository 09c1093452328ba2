"""An enrolment: what the agency needs of a worker, the personal part apart."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

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
from sync.protocol.wire import Day, Nik, PositiveRupiah, StrictModel, Text, Uuid, Version, Village


class Enrolment(StrictModel):
    """The part that stays when the personal part is purged. `income` is rupiah a month.

    `reenrolment_of`: the entry that enrolled the worker before, or the worker's id where that was elsewhere.
    `declaration`: the text the worker declared to; absent where nothing was declared. `rules_version`: the version of
    the reference data by which the form was judged.
    """

    offer: OfferText
    occupation: Text
    second_occupation: Text | None = None
    income: PositiveRupiah
    payer: PayerText
    declaration: TextShown | None = None
    captured_in: Village | None = None
    findings: Findings
    reenrolment_of: Uuid | None = None
    rules_version: Version | None = None


class EnrolmentPersonal(PersonalPart):
    """Who the worker is. What the form left empty is absent; what must be there is the rules' business."""

    nik: Nik
    name: Text
    birth_place: Text | None = None
    birth_date: Day | None = None
    sex: SexText | None = None
    mother_name: Text | None = None
    street: Text | None = None
    rt: Text | None = None
    rw: Text | None = None
    village: Village | None = None
    postcode: Annotated[str, Field(pattern=r"^[0-9]{5}$")] | None = None
    phone: Text | None = None
    email: Text | None = None
    marital: Text | None = None
    kk: Text | None = None
    npwp: Text | None = None
    bank: BankAccount | None = None
    workplace: Text | None = None
    working_hours: Text | None = None
    second_workplace: Text | None = None
    second_working_hours: Text | None = None
    payer_name: Text | None = None
    heirs: Heirs
