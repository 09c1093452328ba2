"""The first schema: every table of the server, and the triggers that keep what was written."""

from alembic import op

from sync.server.migrations.guards import forbid
from sync.server.storage.tables import SERVER_METADATA

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything."""
    SERVER_METADATA.create_all(op.get_bind())
    for table in ("entry", "feed", "audit", "review_move"):
        forbid(table, "UPDATE")
        forbid(table, "DELETE")
    forbid("batch_inbox", "UPDATE", ("device", "batch_id", "digest", "body", "received_at"))
    forbid("batch_inbox", "DELETE")
    forbid("personal_part", "UPDATE")
    forbid("receipt", "UPDATE", ("device", "hash", "number", "issued_on", "total", "signature", "genuine"))
    forbid("receipt", "DELETE")
    forbid(
        "ledger_line", "UPDATE", ("device", "hash", "line", "month", "programme", "amount", "receipt_number")
    )
    forbid("ledger_line", "DELETE")
