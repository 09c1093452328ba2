"""The sentences of a receipt, in Bahasa Indonesia as the paper is always set."""

from perisai_desktop.domain.receipt import Receipt
from sync.rules.membership import FULL_JKM_MONTHS
from sync.rules.programmes import Programme
from sync.rules.rupiah import Rupiah, format_rupiah

_PROOF = (
    "Ini kuitansi agen. Bukti resmi menyusul setelah uang disetor. "
    "Simpan kuitansi ini dan periksa kapan saja lewat kode QR."
)
_ZONES = {420: "WIB", 480: "WITA", 540: "WIT"}


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
            f"Jumlah di atas {format_rupiah(Rupiah(receipt.stamp_duty_above))}: bubuhkan meterai Rp10.000 (UU 10/2020)."
        )
    return tuple(found)
