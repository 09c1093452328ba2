"""The sentences of a receipt, in Bahasa Indonesia as the paper is always set."""

from perisai_desktop.documents.wrapping import GLUE
from perisai_desktop.domain.receipt import CoveredPerson, Receipt
from sync.rules.dates import MONTH_NAMES, format_date
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import FULL_JKM_MONTHS
from sync.rules.programmes import PayerKind, Programme
from sync.rules.rupiah import Rupiah, format_rupiah

WORKERS_COPY = "Untuk peserta"
PAYERS_COPY = "Untuk pembayar"
AGENTS_COPY = "Arsip agen"

_PROOF = (
    "Ini kuitansi agen. Bukti resmi menyusul setelah uang disetor. "
    f"Simpan kuitansi ini dan periksa kapan saja lewat kode{GLUE}QR."
)
_PAYERS = {
    PayerKind.SELF: "Peserta atau keluarganya",
    PayerKind.ENTERPRISE: "Usaha tempat bekerja",
    PayerKind.COMPANY: "Perusahaan sebagai sponsor",
    PayerKind.CENTRAL_BUDGET: "Anggaran negara (APBN)",
    PayerKind.REGIONAL_BUDGET: "Anggaran daerah (APBD)",
    PayerKind.VILLAGE_BUDGET: "Anggaran desa (APBDes)",
}
_ZONES = {420: "WIB", 480: "WITA", 540: "WIT"}
_DOT = f"{GLUE}· "


def issuer(receipt: Receipt) -> str:
    """Agent and office, under the title."""
    return _DOT.join(part for part in (receipt.agent_name, receipt.office) if part)


def moment(receipt: Receipt) -> str:
    """Date and time where the cash was taken."""
    local = receipt.issued_local
    return f"{format_date(local.date())}, {local:%H.%M}{GLUE}{zone(receipt.utc_offset)}"


def work(receipt: Receipt) -> str:
    """Occupation and place; "Kec." stays with the name after it."""
    place = receipt.place.replace(". ", f".{GLUE}")
    return _DOT.join(part for part in (receipt.occupation, place) if part)


def receiver(receipt: Receipt) -> str:
    """The agent's name, with the number at its end."""
    return f"{receipt.agent_name}{GLUE}·{GLUE}{receipt.agent_number}"


def hotline(receipt: Receipt) -> str:
    """The number to call, in one piece; empty where there is none."""
    return f"Layanan {receipt.hotline.replace(' ', GLUE)}" if receipt.hotline else ""


def page_note(receipt: Receipt, page: int, count: int) -> str:
    """What stands at the foot of each page of a receipt that needs several."""
    mark = f"SALINAN {receipt.copy} · " if receipt.copy else ""
    return f"{mark}{receipt.number} · halaman {page} dari {count}"


def zone(utc_offset: int) -> str:
    """Name of an Indonesian zone for minutes east of UTC, or "UTC+05:30" elsewhere."""
    sign = "+" if utc_offset >= 0 else "-"
    hours, minutes = divmod(abs(utc_offset), 60)
    return _ZONES.get(utc_offset, f"UTC{sign}{hours:02}:{minutes:02}")


def people_count(receipt: Receipt) -> str:
    """How many people the receipt of a kelompok is for."""
    return f"{len(receipt.people)} peserta"


def months_span(person: CoveredPerson) -> str:
    """The months of one person, short: `Nov 26`, `Mar–Mei 27` or `Nov 26–Jan 27`."""
    first, last = _short(person.first), _short(person.last)
    if first == last:
        return first
    return f"{first[:3]}–{last}" if person.first.year == person.last.year else f"{first}–{last}"


def payer(receipt: Receipt) -> str:
    """Who pays for a kelompok, as the law tells payers apart."""
    return _PAYERS[receipt.payer]


def _short(month: IuranMonth) -> str:
    return f"{MONTH_NAMES[month.month - 1][:3]} {month.year % 100:02d}"


def notes(receipt: Receipt) -> tuple[str, ...]:
    """The notes at the foot, the most general first."""
    found = [_PROOF]
    if Programme.JKM in receipt.programmes:
        found.append(
            f"Santunan kematian (JKM) penuh setelah {FULL_JKM_MONTHS} bulan iuran lunas berturut-turut."
        )
    if receipt.bracket_inferred:
        found.append(
            "Golongan penghasilan ini dihitung dari aturan dan belum tercantum di tabel yang kami pegang. "
            "Bila cabang menetapkan jumlah lain, selisihnya menjadi kredit atau dikembalikan."
        )
    if receipt.stamp_duty_above is not None:
        found.append(
            f"Jumlah di atas {format_rupiah(Rupiah(receipt.stamp_duty_above))}: bubuhkan meterai Rp10.000 (UU{GLUE}10/2020)."
        )
    return tuple(found)
