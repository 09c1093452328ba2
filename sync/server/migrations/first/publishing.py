"""First version: tables of the audit trail and of what branches publish."""

import sqlalchemy as sa
from alembic import op

from sync.server.storage.tables.registry import Instant


def create_publishing() -> None:
    """Create the tables and their indexes."""
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("prev_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_audit_number")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_actor", "audit", ["actor", "number"], unique=False)
    op.create_table(
        "audit_about",
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["audit.number"], name=op.f("fk_audit_about_number")),
        sa.PrimaryKeyConstraint("about", "number", name=op.f("pk_audit_about")),
    )
    op.create_table(
        "audit_anchor",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_audit_anchor")),
    )
    op.create_table(
        "reference_release",
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("in_force_on", sa.Date(), nullable=False),
        sa.Column("published_at", Instant(), nullable=False),
        sa.Column("published_by", sa.String(), nullable=False),
        sa.Column("manifest", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.branch_id"], name=op.f("fk_reference_release_branch_id")
        ),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_reference_release")),
    )
    op.create_index(op.f("ix_reference_release_branch_id"), "reference_release", ["branch_id"])
    op.create_table(
        "reference_content",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_reference_content")),
    )
    op.create_table(
        "reference_release_file",
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["reference_release.version"], name=op.f("fk_reference_release_file_version")
        ),
        sa.ForeignKeyConstraint(
            ["sha256"], ["reference_content.sha256"], name=op.f("fk_reference_release_file_sha256")
        ),
        sa.PrimaryKeyConstraint("version", "sha256", name=op.f("pk_reference_release_file")),
    )
    op.create_table(
        "settings_draft",
        sa.Column("branch_id", sa.String(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("edited_by", sa.String(), nullable=False),
        sa.Column("edited_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.branch_id"], name=op.f("fk_settings_draft_branch_id")
        ),
        sa.PrimaryKeyConstraint("branch_id", name=op.f("pk_settings_draft")),
    )
