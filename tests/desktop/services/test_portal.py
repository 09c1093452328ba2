"""The list for the agency's portal holds renewals beside enrolments; a kode iuran in its answers is one answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.portal import AgencyAnswer, AgencyFile, AnsweredRow
from perisai_desktop.services.agency_answers import AgencyAnswers, RememberedColumns
from perisai_desktop.services.portal import Portal
from sync.protocol.portal import PortalAnswer, PortalOutcome, PortalPage, RenewalLine, RenewalPage
from tests.support.reference_data import reference
from tests.support.sample_bodies import identifier

RENEWAL = RenewalLine(
    entry_id=identifier(7),
    nik="3202081408900001",
    name="Siti Contoh",
    kpj="00012345678",
    programmes=("JKK", "JKM"),
    months=("2027-02",),
    rupiah=16_800,
    receipt_number="7Q2FK-01-000123-Q",
    agent_number="A-1",
)


class Branch:
    """No enrolments, two pages of a renewal each; every answer with a kode iuran is matched."""

    def __init__(self) -> None:
        self.above: list[str | None] = []
        self.brought: list[PortalAnswer] = []

    def portal_page(self, after: str | None = None) -> PortalPage:
        return PortalPage(lines=(), total=0)

    def renewal_page(self, after: str | None = None) -> RenewalPage:
        self.above.append(after)
        return RenewalPage(lines=(RENEWAL,), after=RENEWAL.entry_id if after is None else None)

    def portal_answers(self, answers: Sequence[PortalAnswer], *, dry: bool) -> tuple[PortalOutcome, ...]:
        self.brought += answers
        return tuple(
            PortalOutcome(outcome="matched", name="Agen Contoh", count=2, rupiah=33_600)
            if one.billing_code
            else PortalOutcome(outcome="registered", name="Siti Contoh")
            for one in answers
        )


@pytest.fixture
def branch() -> Branch:
    return Branch()


@pytest.fixture
def portal(branch: Branch) -> Portal:
    return Portal(branch, AgencyAnswers(reference(), RememberedColumns(lambda: "", lambda _: None)))  # type: ignore[arg-type]


def read(portal: Portal, path: Path) -> AgencyFile:
    """The answers of a file by the columns that its heads say."""
    file = portal.open(path)
    return portal.read(file, portal.columns(file.head))


def test_renewals_follow_the_enrolments_on_the_same_sheet(
    portal: Portal, branch: Branch, tmp_path: Path
) -> None:
    taking = portal.begin()
    assert [portal.take(taking) for _ in range(3)] == [True, True, False]
    assert (branch.above, taking.count, taking.total, taking.rupiah) == (
        [None, RENEWAL.entry_id],
        2,
        2,
        33_600,
    )
    path = tmp_path / "daftar.xlsx"
    portal.save(taking, path)
    heads, line, _ = load_workbook(path)["Pendaftaran"].iter_rows(values_only=True)
    told = dict(zip(heads, line, strict=False))
    assert (told["Jenis"], told["NIK"], told["KPJ"]) == ("Iuran lanjutan", RENEWAL.nik, RENEWAL.kpj)
    assert (told["Program"], told["Bulan iuran"], told["Jumlah (Rp)"]) == ("JKK, JKM", "2027-02", 16_800)
    assert (told["Kuitansi"], told["Nomor agen"], told["Kode iuran"]) == (RENEWAL.receipt_number, "A-1", None)


def test_a_kode_iuran_is_one_answer_however_many_lines_name_it(
    portal: Portal, branch: Branch, tmp_path: Path
) -> None:
    path = tmp_path / "jawaban.csv"
    lines = (
        "NIK;KPJ;Jenis;Kode iuran;Dibayar",
        "3202081408900001;00012345678;Pendaftaran;2609 0000 1234;Rp16.800",
        "3202081408900002;;Pendaftaran;260900001234;16800",
        "3202081408900003;00012345679;Iuran lanjutan;260900009999;10000",
        "3202081408900004;;Iuran lanjutan;260900009999;20000",
        "3202081408900005;;Iuran lanjutan;260900005555;",
        "3202081408900006;;Iuran lanjutan;;",
        "3202081408900001;00012345678;Pendaftaran;;",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    people, twice, *paid = read(portal, path).answers
    assert (people.nik, people.kpj, twice.twice) == ("3202081408900001", "00012345678", True)
    assert paid == [
        AgencyAnswer(2, billing_code="260900001234", paid=16_800),
        AgencyAnswer(4, billing_code="260900009999", paid=30_000),
        AgencyAnswer(6, billing_code="260900005555"),
    ]
    rows = portal.answer((people, twice, *paid), dry=True)
    assert [row.outcome for row in rows] == ["registered", "fault", "matched", "matched", "matched"]
    assert rows[2] == AnsweredRow(2, "Agen Contoh", "matched", None, "", "260900001234", 2, 33_600)
    assert [(one.billing_code, one.amount) for one in branch.brought[1:]] == [
        ("260900001234", 16_800),
        ("260900009999", 30_000),
        ("260900005555", None),
    ]


@pytest.mark.parametrize(
    ("told", "paid"),
    [
        ("Rp16.800,00", 16_800),
        ("16.800,-", 16_800),
        ("16\u00b2", 16),
        ("9" * 5_000, 2**53 - 1),
        ("-16.800", 0),
        ("(16800)", 0),
        ("16800;12345678;-16800", 0),
        ("lunas", None),
    ],
)
def test_what_was_paid_is_read_however_it_is_written(
    portal: Portal, branch: Branch, tmp_path: Path, told: str, paid: int | None
) -> None:
    cells = told.split(";")
    lines = [f"{code};{sum_}" for code, sum_ in zip(["12345678", *cells[1::2]], cells[::2], strict=True)]
    path = tmp_path / "jawaban.csv"
    path.write_text("\n".join(("Kode iuran;Dibayar", *lines)), encoding="utf-8")
    portal.answer(read(portal, path).answers, dry=True)
    assert [one.amount for one in branch.brought] == [paid]


def test_signs_that_nobody_sees_are_no_part_of_an_answer(
    portal: Portal, branch: Branch, tmp_path: Path
) -> None:
    path = tmp_path / "jawaban.csv"
    line = "\u202a3202081408900001;\u202a;\u2068Data tidak\u2069\u200b\x07 cocok;;"
    heads = "NIK;KPJ;Alasan;ID pendaftaran;Kode iuran"
    path.write_text(f"{heads}\n{line}\n;;;;\u206612345678\u2069\n", encoding="utf-8")
    portal.answer(read(portal, path).answers, dry=True)
    refused, matched = branch.brought
    assert (refused.nik, refused.note, matched.billing_code) == (
        "3202081408900001",
        "Data tidak cocok",
        "12345678",
    )


def test_what_became_of_the_lines_is_a_workbook(portal: Portal, tmp_path: Path) -> None:
    path = tmp_path / "hasil.xlsx"
    portal.save_result(("Baris", "Nama"), (("2", "=Siti"),), path)
    assert list(load_workbook(path)["Hasil"].iter_rows(values_only=True)) == [
        ("Baris", "Nama"),
        ("2", "=Siti"),
    ]
    with pytest.raises(Failure) as failed:
        portal.save_result((), (), tmp_path / "gone" / "hasil.xlsx")
    assert failed.value.code is FailureCode.REPORT_NOT_SAVED
