"""A contribution: cash taken for iuran months, line by line, and the credit used up for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sync.protocol.bodies.parts import PayerText, PersonalPart, ProgrammeText
from sync.protocol.wire import Code, Month, Nik, PositiveRupiah, Rupiah, StrictModel, Text, Uuid, Version
from sync.rules.kelompok import MOST_WORKERS


class ContributionLine(StrictModel):
    """One worker, one iuran month, one programme: the rupiah paid and everything the price followed from.

    `bracket` is the number in the tariff `tariff_version`; `relief` the code of the relief that lowered the price.
    """

    worker_id: Uuid
    month: Month
    programme: ProgrammeText
    amount: Rupiah
    bracket: Annotated[int, Field(ge=1, le=999)]
    relief: Code | None = None
    tariff_version: Version
    payer: PayerText


class CreditUsed(StrictModel):
    """Rupiah of a reviewer's credit that this contribution uses up."""

    decision_id: Text
    amount: PositiveRupiah


class Contribution(StrictModel):
    """At most 500 workers (`sync.rules.kelompok`), 15 months and three programmes: 22,500 lines.

    `rules_version`: the version of the reference data that it was priced by.
    """

    lines: Annotated[tuple[ContributionLine, ...], Field(min_length=1, max_length=22_500)]
    credits: Annotated[tuple[CreditUsed, ...], Field(max_length=500)]
    rules_version: Version | None = None

    @property
    def price(self) -> int:
        """The sum of the lines in rupiah."""
        return sum(line.amount for line in self.lines)

    @property
    def credit(self) -> int:
        """The credit used in rupiah."""
        return sum(used.amount for used in self.credits)


class UnknownWorker(StrictModel):
    """A worker of the lines whom this store does not hold."""

    worker_id: Uuid
    nik: Nik
    name: Text


class ContributionPersonal(PersonalPart):
    """Who the workers are that are unknown here, matched at the server by NIK, and who pays for a kelompok."""

    workers: Annotated[tuple[UnknownWorker, ...], Field(max_length=MOST_WORKERS)]
    payer_name: Text | None = None
