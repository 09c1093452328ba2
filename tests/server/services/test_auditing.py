"""The audit trail is a chain: a row that was changed, dropped or moved is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sync.server.services.audit_chain import first_break, next_entry
from sync.server.storage.access_records import AuditEntry

AT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def _trail(length: int) -> list[AuditEntry]:
    rows: list[AuditEntry] = []
    for number in range(length):
        last = rows[-1] if rows else None
        at = AT + timedelta(seconds=number)
        rows.append(next_entry(last, at, "terminal", "agent_added", f"subject-{number}", {"count": number}))
    return rows


def test_an_untouched_trail_holds() -> None:
    assert first_break([]) is None
    assert first_break(_trail(5)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"act": "agent_removed"},
        {"actor": "somebody"},
        {"subject": "another"},
        {"detail": "{}"},
        {"at": AT + timedelta(hours=1)},
        {"number": 9},
        {"hash": "0" * 64},
        {"prev_hash": "0" * 64},
    ],
)
def test_any_changed_field_breaks_it(change: dict[str, object]) -> None:
    rows = _trail(5)
    rows[2] = replace(rows[2], **change)  # type: ignore[arg-type]
    assert first_break(rows) == rows[2].number


def test_a_dropped_row_breaks_it() -> None:
    rows = _trail(5)
    assert first_break([*rows[:2], *rows[3:]]) == 4
    assert first_break(rows[1:]) == 2


def test_two_rows_exchanged_break_it() -> None:
    rows = _trail(3)
    assert first_break([rows[0], rows[2], rows[1]]) == 3
