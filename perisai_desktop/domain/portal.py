"""The agency's portal as the branch works with it: a list that goes there, and the answers that come back."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.domain.list_columns import Columns, HeadWords

ANSWER_HEADS: HeadWords = {
    "nik": frozenset({"nik", "no nik", "nomor nik", "no ktp", "nomor ktp"}),
    "entry": frozenset({"id pendaftaran", "entry id", "entry"}),
    "kpj": frozenset({"kpj", "no kpj", "nomor kpj", "no peserta", "nomor peserta"}),
    "reason": frozenset({"alasan", "alasan penolakan", "alasan ditolak", "keterangan", "reason"}),
    "billing": frozenset({"kode iuran", "kode billing", "kode pembayaran", "kode bayar", "billing code"}),
    "paid": frozenset({"dibayar", "jumlah dibayar", "total dibayar", "nominal", "nominal dibayar"}),
    "sort": frozenset({"jenis"}),
}
"""The heads of the agency's answers."""
ENROLMENT, RENEWAL = "Pendaftaran", "Iuran lanjutan"
"""What a line of the list for the portal is about, as its column "Jenis" says."""


@dataclass(frozen=True, slots=True)
class PortalRow:
    """One enrolment or renewal as the list for the portal has it, cell by cell; rupiah stand last and are a number.

    `kpj`: the participant number, where the branch knows it.
    """

    texts: tuple[str, ...] = field(repr=False)
    rupiah: int
    kpj: str = ""


@dataclass(frozen=True, slots=True)
class AgencyAnswer:
    """One line of the agency's file, `row` from 1: a KPJ, or a reason (code) with the agency's own words; or a kode iuran,
    in `row` for the first time, and what was paid under it in rupiah, None where the file does not say.

    `twice`: an earlier line is about the same person.
    """

    row: int
    nik: str = field(default="", repr=False)
    entry: str = ""
    kpj: str = ""
    reason: str | None = None
    note: str = field(default="", repr=False)
    twice: bool = False
    billing_code: str = ""
    paid: int | None = None


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """What became of a line, or would: `registered`, `refused`, `proposed`, `matched` (`count` receipts of `rupiah`, by
    `billing_code`), `same`, or `fault` with its code."""

    row: int
    name: str = field(repr=False)
    outcome: str
    code: str | None = None
    kpj: str = ""
    billing_code: str = ""
    count: int = 0
    rupiah: int = 0


@dataclass(frozen=True, slots=True)
class AgencyFile:
    """The agency's file as it was read: nothing of it was sent."""

    name: str
    answers: tuple[AgencyAnswer, ...]


def answers_somebody(columns: Columns) -> bool:
    """Whether a file with these columns can be read: it names people and says of them what became, or it has kode iuran."""
    people = {"nik", "entry"} & columns.keys() and {"kpj", "reason"} & columns.keys()
    return bool(people) or "billing" in columns
