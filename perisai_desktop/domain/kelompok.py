"""A kelompok that is being written down: what holds for everybody, and the lines of its people as they were typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum

from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.programmes import PayerKind


class KelompokKind(StrEnum):
    """A family, an enterprise with its workers, or the list of a sponsor."""

    FAMILY = "family"
    ENTERPRISE = "enterprise"
    SPONSOR = "sponsor"

    @property
    def payers(self) -> tuple[PayerKind, ...]:
        """Who may pay for it, the usual one first."""
        return _PAYERS[self]


_PAYERS = {
    KelompokKind.FAMILY: (PayerKind.SELF,),
    KelompokKind.ENTERPRISE: (PayerKind.ENTERPRISE,),
    KelompokKind.SPONSOR: (
        PayerKind.COMPANY,
        PayerKind.REGIONAL_BUDGET,
        PayerKind.VILLAGE_BUDGET,
        PayerKind.CENTRAL_BUDGET,
    ),
}


@dataclass(frozen=True, slots=True)
class Kelompok:
    """What holds for everybody. `shared` stands wherever a line says nothing; `payer_name` is who hands over the money.

    `source` is the SHA-256 by which actions remember its lines: of the file, or of the kelompok's own id.
    `captured_in` is the dotted code of the village where the people are; `pages` counts the photographed pages of
    the list that they signed, `lines` the lines as they were last kept.
    """

    kelompok_id: str
    kind: KelompokKind
    payer: PayerKind
    shared: EnrolmentForm = field(repr=False)
    source: str
    updated_at: datetime
    payer_name: str = field(default="", repr=False)
    file_name: str = ""
    captured_in: str = ""
    pages: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """One line: `row` is its number in the file, or in the order of typing.

    `reasons` holds the words given for each warning by its reaction code; `listed`: the person stands on the
    signed list.
    """

    row: int
    form: EnrolmentForm = field(default_factory=EnrolmentForm, repr=False)
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)
    listed: bool = True


TYPED: tuple[str, ...] = tuple(
    one.name
    for one in fields(EnrolmentForm)
    if one.name not in ("payer", "payer_name", "consents", "declaration")
)
"""The fields of the form that a line may fill."""


def whole_form(kelompok: Kelompok, member: Member, consents: frozenset[str]) -> EnrolmentForm:
    """A line as the form would hold it: its own words, else those of all, and the consent of the signed list."""
    agreed = member.listed and kelompok.pages > 0
    on_record = kelompok.payer is not PayerKind.SELF
    shared = {
        name: getattr(kelompok.shared, name) for name in TYPED if not getattr(member.form, name).strip()
    }
    return replace(
        member.form,
        **shared,
        payer=kelompok.payer.value,
        payer_name=kelompok.payer_name if on_record else "",
        consents=consents if agreed else frozenset(),
        declaration=agreed,
    )
