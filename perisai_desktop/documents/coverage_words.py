"""Words of targets and coverage on paper and in a spreadsheet, in Bahasa Indonesia as both are always set."""

from perisai_desktop.domain.coverage import CoverageGroup, CoverageLine, CoverageSheet
from sync.rules.iuran_month import IuranMonth
from sync.rules.rupiah import format_number

PER = {
    CoverageGroup.AGENT: "per agen",
    CoverageGroup.OFFICE: "per kantor",
    CoverageGroup.BRANCH: "per cabang",
    CoverageGroup.REGION: "per kabupaten/kota",
    CoverageGroup.DISTRICT: "per kecamatan",
    CoverageGroup.MONTH: "per bulan",
}
FIRST_COLUMN = {
    CoverageGroup.AGENT: "Agen",
    CoverageGroup.OFFICE: "Kantor",
    CoverageGroup.BRANCH: "Cabang",
    CoverageGroup.REGION: "Kabupaten/kota",
    CoverageGroup.DISTRICT: "Kecamatan",
    CoverageGroup.MONTH: "Bulan",
}
FIGURES = ("Peserta baru", "Target", "Aktif", "Berakhir", "Terkumpul", "Target", "Disetor", "Belum disetor")
WORKERS, COVERAGE = "Pekerja", "Cakupan"
"""Columns that regions have beside the figures."""
OFFICE_SHARE = "Bagian (perkiraan)"
"""The column that offices have beside the figures."""
OFFICE_NOTE = (
    "Bagian kantor: perkiraan, dihitung dari perkiraan komisi agen-agennya (Perdir 13/2022) menurut pengaturan"
    " cabang hari ini."
)
NOTES = (
    "Peserta baru: didaftarkan pertama kali pada bulan-bulan ini; yang ditolak dan yang ganda tidak dihitung.",
    "Aktif dan berakhir: pernah membayar; kepesertaan berakhir setelah menunggak lebih dari tiga bulan.",
    "Terkumpul: kuitansi bulan-bulan ini, dikurangi yang dibatalkan atau dikembalikan pada bulan-bulan ini.",
)


def notes(sheet: CoverageSheet) -> tuple[str, ...]:
    """What stands below the table."""
    return (*NOTES, OFFICE_NOTE) if sheet.grouping is CoverageGroup.OFFICE else NOTES


def sheet_period(sheet: CoverageSheet) -> str:
    """`November 2026`, or from a month to another."""
    return sheet.last.label if sheet.first == sheet.last else f"{sheet.first.label} sampai {sheet.last.label}"


def line_name(sheet: CoverageSheet, line: CoverageLine) -> str:
    """What a line stands for."""
    if sheet.grouping is CoverageGroup.MONTH:
        return IuranMonth.parse(line.key).label
    if sheet.grouping.places and not line.key:
        return "Tempat tinggal belum diketahui"
    return line.name or line.key


def share(part: float | None) -> str:
    """`12,4 %`, a dash where nothing is known."""
    return "–" if part is None else f"{part * 100:.1f} %".replace(".", ",")


def counted(line: CoverageLine) -> str:
    """Where the number of workers comes from: `412.000 (BPS, 2026)`."""
    if line.workers is None:
        return "–"
    return f"{format_number(line.workers)} ({line.source}, {line.counted_in})"
