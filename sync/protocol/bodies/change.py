"""A change in a worker's life from an iuran month on; not a correction of what was written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sync.protocol.bodies.parts import Findings, OfferText, PersonalPart
from sync.protocol.wire import Blank, Day, Month, PositiveRupiah, StrictModel, Text, Version, Village


class MembershipEnd(StrictModel):
    """Why a membership ends, and since when where that is known."""

    cause: Literal["death", "employment", "own_wish"]
    on: Day | None = None


class Change(StrictModel):
    """What is different from `from_month` on: what is absent stays, an empty text clears.

    `bracket` is the number of the income bracket that the worker moves to, `income` what was stated. `rules_version`: of the
    reference data by which it was judged.
    """

    from_month: Month
    bracket: Annotated[int, Field(ge=1, le=999)] | None = None
    income: PositiveRupiah | None = None
    offer: OfferText | None = None
    occupation: Text | None = None
    second_occupation: Blank | None = None
    end: MembershipEnd | None = None
    findings: Findings
    rules_version: Version | None = None


class ChangePersonal(PersonalPart):
    """The new address and phone: what is absent stays, an empty text clears."""

    street: Blank | None = None
    rt: Blank | None = None
    rw: Blank | None = None
    village: Village | None = None
    postcode: Blank | None = None
    phone: Blank | None = None
    workplace: Blank | None = None
