"""Words of the list of who was on a lost laptop, in Bahasa Indonesia as paper and workbook always are."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from perisai_desktop.documents.receipt_words import zone
from perisai_desktop.domain.lost_laptop import HeldChain, HeldList, HeldPerson
from sync.rules.dates import format_date
from sync.rules.rupiah import format_number

TITLE = "Data pribadi di laptop yang hilang"
BEYOND = (
    "Yang ditulis setelah laptop terakhir tersambung, draf, dan daftar peserta lama milik agen tidak diketahui cabang:"
    " tanyakan kepada agen."
)
DUTY = (
    "UU 27/2022 pasal 46: beri tahu setiap orang dan lembaga secara tertulis paling lambat 3 × 24 jam: data apa yang"
    " terungkap, kapan dan bagaimana, serta upaya penanganan dan pemulihan."
)
KINDS = {
    "identity": "Identitas",
    "contact": "Alamat dan telepon",
    "family": "Keluarga dan ahli waris",
    "work": "Pekerjaan dan penghasilan",
    "bank": "Rekening bank",
    "payments": "Pembayaran iuran",
    "photos": "Foto",
    "signature": "Tanda tangan",
    "erased": "Sudah dihapus di cabang",
}


@dataclass(frozen=True, slots=True)
class ListHead:
    """Who made the list of which branch, and when; `offset`: minutes ahead of UTC by which instants are told."""

    branch: str
    maker: str
    made_at: datetime
    offset: int
    practice: bool


def moment(at: datetime | None, offset: int) -> str:
    """An instant by the clock on the wall; a dash where there is none."""
    if at is None:
        return "–"
    local = at + timedelta(minutes=offset)
    return f"{format_date(local.date())}, {local:%H.%M} {zone(offset)}"


def kinds(person: HeldPerson) -> str:
    """What of a person was there; a kind that is not known here is named by its code."""
    return ", ".join(KINDS.get(kind, kind) for kind in person.data)


def head_facts(held: HeldList, head: ListHead) -> tuple[tuple[str, str], ...]:
    """What stands above the names."""
    return (
        ("Laptop", f"{held.device} · {held.agent_name} ({held.agent_number})"),
        ("Cabang", head.branch),
        ("Cabang diberi tahu", moment(held.lost_at, head.offset)),
        ("Batas pemberitahuan", moment(held.notice_due, head.offset)),
        ("Laptop terakhir tersambung", moment(held.seen_at, head.offset)),
        *((f"Buku {chain.epoch:02d}", chain_words(chain)) for chain in held.chains),
        ("Jumlah orang", format_number(held.total)),
        ("Daftar dibuat", f"{moment(head.made_at, head.offset)} oleh {head.maker}"),
    )


def chain_words(chain: HeldChain) -> str:
    """How far a book of the laptop arrived, and what is known to be missing."""
    arrived = f"diterima sampai catatan {format_number(chain.received)} dari {format_number(chain.told)}"
    return f"{arrived}, {format_number(chain.missing)} belum tiba" if chain.missing else arrived
