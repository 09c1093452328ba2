"""The first format of the store."""

import sqlalchemy as sa
from alembic import op

from perisai_desktop.storage.migrations import (
    first_guards,
    first_kelompok,
    first_money,
    first_photos,
    first_portfolio,
    first_purge,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "acknowledgement",
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("bound_to", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", name="pk_acknowledgement"),
    )
    op.create_index("ix_acknowledgement_received_at", "acknowledgement", ["received_at"], unique=False)
    op.create_table(
        "action_source",
        sa.Column("file_sha256", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("file_sha256", "row", name="pk_action_source"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "attachment",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("stored_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_attachment"),
        sa.UniqueConstraint("name", name="uq_attachment_name"),
    )
    op.create_table(
        "draft",
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("draft_id", name="pk_draft"),
    )
    op.create_index("ix_draft_updated_at", "draft", ["updated_at"], unique=False)
    op.create_table(
        "due",
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("worker_id", name="pk_due"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_due_listing", "due", ["due_on", "worker_id"], unique=False)
    op.create_table(
        "enrolment",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_enrolment"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_enrolment_on", "enrolment", ["on", "again", "offer"], unique=False)
    op.create_table(
        "feed_cursor",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("applied_at", sa.String(), nullable=False),
        sa.CheckConstraint("one = 1", name="ck_feed_cursor_single"),
        sa.PrimaryKeyConstraint("one", name="pk_feed_cursor"),
    )
    op.create_table(
        "feed_row",
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=True),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("applied_at", sa.String(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("step", name="pk_feed_row"),
        sa.UniqueConstraint("position", name="uq_feed_row_position"),
    )
    op.create_index("ix_feed_row_entry_id", "feed_row", ["entry_id"], unique=False)
    op.create_index("ix_feed_row_worker_id", "feed_row", ["worker_id"], unique=False)
    op.create_table(
        "identity",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("epoch_start", sa.String(), nullable=True),
        sa.Column("device_key", sa.LargeBinary(), nullable=False),
        sa.Column("server_url", sa.String(), nullable=False),
        sa.Column("server_key", sa.LargeBinary(), nullable=False),
        sa.Column("bundle_key", sa.LargeBinary(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("epoch_secret", sa.LargeBinary(), nullable=True),
        sa.Column("agent", sa.String(), nullable=False),
        sa.Column("configuration", sa.String(), nullable=False),
        sa.CheckConstraint("one = 1", name="ck_identity_single"),
        sa.PrimaryKeyConstraint("one", name="pk_identity"),
    )
    op.create_table(
        "journal",
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("prev_hash", sa.String(), nullable=False),
        sa.Column("personal_hash", sa.String(), nullable=True),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(hash) = 64 AND length(prev_hash) = 64", name="ck_journal_hashes"),
        sa.CheckConstraint("seq >= 1 AND epoch >= 1", name="ck_journal_numbered"),
        sa.PrimaryKeyConstraint("step", name="pk_journal"),
        sa.UniqueConstraint("device", "epoch", "seq", name="uq_journal_device_epoch_seq"),
        sa.UniqueConstraint("entry_id", name="uq_journal_entry_id"),
    )
    op.create_index("ix_journal_action_id", "journal", ["action_id"], unique=False)
    op.create_index("ix_journal_worker_id", "journal", ["worker_id"], unique=False)
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
    op.create_table(
        "worker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("nik", sa.String(), nullable=False),
        sa.Column("birth_on", sa.Date(), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("village", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("income", sa.Integer(), nullable=True),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("payer", sa.String(), nullable=False),
        sa.Column("kpj", sa.String(), nullable=True),
        sa.Column("first_month", sa.String(), nullable=True),
        sa.Column("paid_until", sa.String(), nullable=True),
        sa.Column("card_paid_until", sa.String(), nullable=True),
        sa.Column("card_step", sa.Integer(), nullable=True),
        sa.Column("enrolment_id", sa.String(), nullable=True),
        sa.Column("enrolment_step", sa.Integer(), nullable=True),
        sa.Column("enrolled_at", sa.String(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("handed_to", sa.String(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("turned_away", sa.String(), nullable=True),
        sa.Column("nik_mark", sa.String(), nullable=True),
        sa.Column("payer_step", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_worker"),
        sa.UniqueConstraint("worker_id", name="uq_worker_worker_id"),
    )
    op.create_index("ix_worker_birth_on", "worker", ["birth_on"], unique=False)
    op.create_index("ix_worker_listing", "worker", ["name_key", "id", "paid_until"], unique=False)
    op.create_index("ix_worker_nik", "worker", ["nik"], unique=False)
    op.create_index(
        "ix_worker_nik_mark",
        "worker",
        ["nik_mark"],
        unique=False,
        sqlite_where=sa.text("nik_mark IS NOT NULL"),
    )
    op.create_index(
        "ix_worker_payer_step",
        "worker",
        ["payer_step"],
        unique=False,
        sqlite_where=sa.text("payer_step IS NOT NULL"),
    )
    op.create_index("ix_worker_phone", "worker", ["phone"], unique=False)
    op.create_index("ix_worker_standing", "worker", ["standing", "name_key", "id"], unique=False)
    op.create_table(
        "entry_status",
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("worker_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.Column("client", sa.String(), nullable=False),
        sa.Column("review", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("deposit", sa.String(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("counter", sa.String(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["journal.entry_id"], name="fk_entry_status_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_entry_status"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_entry_status_turned_down",
        "entry_status",
        ["entry_id"],
        unique=False,
        sqlite_where=sa.text("review IN ('refused', 'duplicate')"),
    )
    op.create_index(
        "ix_entry_status_counting",
        "entry_status",
        ["counter", "action_id", "recorded_at"],
        unique=False,
        sqlite_where=sa.text("counter IS NOT NULL"),
    )
    op.create_index("ix_entry_status_worker_id", "entry_status", ["worker_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=True),
        sa.Column("lease", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["step"], ["journal.step"], name="fk_outbox_step"),
        sa.PrimaryKeyConstraint("step", name="pk_outbox"),
    )
    op.create_index("ix_outbox_action_id", "outbox", ["action_id"], unique=False)
    op.create_index(
        "ix_outbox_batch_id",
        "outbox",
        ["batch_id"],
        unique=False,
        sqlite_where=sa.text("batch_id IS NOT NULL"),
    )
    op.create_table(
        "personal_part",
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["step"], ["journal.step"], name="fk_personal_part_step"),
        sa.PrimaryKeyConstraint("step", name="pk_personal_part"),
    )
    first_purge.create_purge()
    op.create_table(
        "verification",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("compared_at", sa.String(), nullable=True),
        sa.Column("verified_at", sa.String(), nullable=True),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("otherwise", sa.Integer(), nullable=False),
        sa.Column("due", sa.Boolean(), nullable=False),
        sa.CheckConstraint("one = 1", name="ck_verification_single"),
        sa.PrimaryKeyConstraint("one", name="pk_verification"),
    )
    first_kelompok.create_kelompok()
    first_portfolio.create_portfolio()
    first_money.create_money()
    first_photos.create_photos()
    for statement in first_guards.statements():
        op.execute(sa.text(statement))
