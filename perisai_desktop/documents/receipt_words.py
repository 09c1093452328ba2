"""The sentences of a receipt, in Bahasa Indonesia as the paper is always set."""

from perisai_desktop.documents.wrapping import GLUE
from perisai_desktop.domain.receipt import Receipt
from sync.rules.dates import format_date
from sync.rules.membership import FULL_JKM_MONTHS
from sync.rules.programmes import Programme
from sync.rules.rupiah import Rupiah, format_rupiah

WORKERS_COPY = "Untuk peserta"
AGENTS_COPY = "Arsip agen"

_PROOF = (
    "Ini kuitansi agen. Bukti resmi menyusul setelah uang disetor. "
    f"Simpan kuitansi ini dan periksa kapan saja lewat kode{GLUE}QR."
)
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
