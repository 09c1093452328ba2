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
from sync.server.migrations.first.reviews import create_reviews
from sync.server.migrations.first.targets import create_targets
from sync.server.migrations.guards import forbid, forbid_back
from sync.server.storage.tables.entries import EntryRow
from sync.server.storage.tables.money import CashMovementRow

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


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
    for table in ("feed", "audit", "audit_about", "audit_anchor", "review_move"):
        forbid(table, "UPDATE")
        forbid(table, "DELETE")
    forbid("entry", "UPDATE", tuple(column for column in EntryRow.model_fields if column != "aside"))
    forbid("entry", "DELETE")
    forbid_back("entry", "aside", "false")
    forbid("batch_inbox", "UPDATE", ("device", "batch_id", "digest", "body", "received_at"))
    forbid("batch_inbox", "DELETE")
    forbid("personal_part", "UPDATE")
    forbid("receipt", "UPDATE", ("device", "hash", "number", "issued_on", "total", "signature"))
    forbid_back("receipt", "genuine", "true")
    forbid("receipt", "DELETE")
    forbid(
        "ledger_line", "UPDATE", ("device", "hash", "line", "month", "programme", "amount", "receipt_number")
    )
    forbid("ledger_line", "DELETE")
    forbid("cash_movement", "UPDATE", tuple(one for one in CashMovementRow.model_fields if one != "aside"))
    forbid_back("cash_movement", "aside", "false")
    forbid("cash_movement", "DELETE")
