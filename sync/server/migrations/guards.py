"""Triggers that keep what was written: append-only tables and columns, on SQLite and PostgreSQL."""

from alembic import op


def forbid(table: str, act: str, columns: tuple[str, ...] = ()) -> None:
    """Make an UPDATE (of some columns) or DELETE of a table fail with `append_only`."""
    name = f"{table}_keeps_{act.lower()}"
    of = f" OF {', '.join(columns)}" if columns else ""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'append_only' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {act}{of} ON {table} FOR EACH ROW EXECUTE FUNCTION append_only()"
        )
        return
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act}{of} ON {table} BEGIN SELECT RAISE(ABORT, 'append_only'); END"
    )


def forbid_unless(table: str, act: str, allowed: str, columns: tuple[str, ...] = ()) -> None:
    """Make an UPDATE (of some columns) or DELETE fail with `append_only` where a condition on OLD and NEW does not hold."""
    name = f"{table}_keeps_{'_'.join((act.lower(), *columns))}"
    of = f" OF {', '.join(columns)}" if columns else ""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {act}{of} ON {table} FOR EACH ROW WHEN (NOT ({allowed}))"
            " EXECUTE FUNCTION append_only()"
        )
        return
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act}{of} ON {table} WHEN NOT ({allowed})"
        " BEGIN SELECT RAISE(ABORT, 'append_only'); END"
    )


def forbid_back(table: str, column: str, last: str) -> None:
    """Make an UPDATE that takes a column away from its last value, `true` or `false`, fail with `append_only`."""
    name = f"{table}_keeps_{column}"
    when = f"OLD.{column} = {last} AND NEW.{column} <> {last}"
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE UPDATE OF {column} ON {table} FOR EACH ROW WHEN ({when})"
            " EXECUTE FUNCTION append_only()"
        )
        return
    op.execute(
        f"CREATE TRIGGER {name} BEFORE UPDATE OF {column} ON {table} WHEN {when}"
        " BEGIN SELECT RAISE(ABORT, 'append_only'); END"
    )
