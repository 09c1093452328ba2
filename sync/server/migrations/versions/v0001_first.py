"""The first schema: every table of the server, and the triggers that keep what was written."""

from sync.server.migrations.first.accounts import create_accounts
from sync.server.migrations.first.checks import create_checks
from sync.server.migrations.first.devices import create_devices
from sync.server.migrations.first.entries import create_entries
from sync.server.migrations.first.feed import create_feed
from sync.server.migrations.first.handovers import create_handovers
from sync.server.migrations.first.money import create_money
from sync.server.migrations.first.organisation import create_organisation
from sync.server.migrations.first.publishing import create_publishing
from sync.server.migrations.first.purges import create_purges
from sync.server.migrations.first.reviews import create_reviews
from sync.server.migrations.first.targets import create_targets
from sync.server.migrations.guards import forbid, forbid_back, forbid_unless
from sync.server.storage.tables.entries import EntryRow
from sync.server.storage.tables.money import CashMovementRow
from sync.server.storage.tables.reviews import ReviewMoveRow

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_WORDS = ("note", "comments")
"""What a reviewer wrote in words of one's own."""
_WORDLESS = "OLD.kind = 'decision' AND NEW.payload NOT LIKE '%\"note\":%' AND NEW.payload NOT LIKE '%\"kpj\":%' AND NEW.payload LIKE '{\"comments\":[],\"decided_at\":%'"


def upgrade() -> None:
    """Create everything."""
    create_organisation()
    create_devices()
    create_accounts()
    create_handovers()
    create_entries()
    create_money()
    create_reviews()
    create_checks()
    create_feed()
    create_publishing()
    create_targets()
    create_purges()
    for table in ("audit", "audit_about", "audit_anchor", "purged_part"):
        forbid(table, "UPDATE")
        forbid(table, "DELETE")
    forbid("feed", "UPDATE", ("stream", "position", "kind", "at"))
    forbid("review_move", "UPDATE", tuple(one for one in ReviewMoveRow.model_fields if one not in _WORDS))
    forbid("review_move", "DELETE")
    _let_purge()
    forbid("entry", "UPDATE", tuple(column for column in EntryRow.model_fields if column != "aside"))
    forbid("entry", "DELETE")
    forbid_back("entry", "aside", "false")
    forbid("batch_inbox", "UPDATE", ("device", "batch_id", "digest", "received_at"))
    forbid("batch_inbox", "DELETE")
    forbid("personal_part", "UPDATE")
    forbid("receipt", "UPDATE", ("device", "hash", "number", "issued_on", "taken_on", "total", "signature"))
    forbid_back("receipt", "genuine", "true")
    forbid("receipt", "DELETE")
    forbid(
        "ledger_line", "UPDATE", ("device", "hash", "line", "month", "programme", "amount", "receipt_number")
    )
    forbid("ledger_line", "DELETE")
    forbid("cash_movement", "UPDATE", tuple(one for one in CashMovementRow.model_fields if one != "aside"))
    forbid_back("cash_movement", "aside", "false")
    forbid("cash_movement", "DELETE")


def _let_purge() -> None:
    """Let a purge take people's data out of what is kept otherwise: cards, words of reviewers, raw batches; and never put
    anything in their place."""
    forbid_unless("feed", "DELETE", "OLD.kind = 'worker'")
    forbid_unless("feed", "UPDATE", _WORDLESS, ("payload",))
    forbid_unless("review_move", "UPDATE", "NEW.note IS NULL AND NEW.comments = '[]'", _WORDS)
    forbid_unless(
        "batch_inbox", "UPDATE", "OLD.cut_at IS NULL AND NEW.cut_at IS NOT NULL", ("body", "cut_at")
    )
