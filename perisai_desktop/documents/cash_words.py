"""Words that the papers around cash share, in Bahasa Indonesia as paper is always set."""

from datetime import datetime

from perisai_desktop.documents.receipt_words import zone
from perisai_desktop.domain.cash_paper import PaperHead
from sync.rules.dates import format_date
from sync.rules.rupiah import format_rupiah

CHANNELS = {
    "bank_transfer": "Transfer bank",
    "bank_counter": "Teller bank",
    "atm": "ATM",
    "post_office": "Kantor pos",
    "minimarket": "Minimarket",
    "e_wallet": "Dompet digital",
    "office": "Kantor agen",
}
RECEIVERS = {
    "worker": "peserta",
    "payer": "pembayar",
    "heir": "ahli waris",
    "representative": "wakil peserta",
}


def moment(head: PaperHead, at: datetime) -> str:
    """Date and time where the paper was written."""
    local = head.local(at)
    return f"{format_date(local.date())}, {local:%H.%M} {zone(head.utc_offset)}"


def writer(head: PaperHead) -> str:
    """Agent and office, under the title."""
    return " · ".join(part for part in (head.agent, head.agent_number, head.office) if part)


def with_sign(rupiah: int) -> str:
    """A difference: `+Rp500`, `-Rp500`, `Rp0`."""
    return f"+{format_rupiah(rupiah)}" if rupiah > 0 else format_rupiah(rupiah)


def difference_words(rupiah: int) -> str:
    """What a difference is called."""
    return "Selisih lebih" if rupiah > 0 else "Selisih kurang" if rupiah else "Selisih"
