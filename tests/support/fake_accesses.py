"""An invented access log, as the auditor's screen sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from perisai_desktop.domain.access import Access, AccessPage, AccessQuestion, TrailFault, TrailProof
from perisai_desktop.domain.failure import Failure
from tests.support.sample_bodies import identifier

AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
WHOLE = TrailProof(1_284, 12, date(2026, 11, 21), 0)
BROKEN = replace(
    WHOLE,
    fault_count=2,
    faults=(TrailFault("audit_row_differs", 417), TrailFault("anchor_differs", day=date(2026, 11, 19))),
)


def access(number: int, act: str, **fields: object) -> Access:
    """A row by the reviewer Rina, an hour before the one above it."""
    made = Access(
        number, AT - timedelta(minutes=7 * (60 - number)), "account-1", "Rina Kartika", "reviewer", act
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def rows() -> tuple[Access, ...]:
    """Rows of every kind of person, newest first."""
    head = {"actor": "account-2", "name": "Hendra Gunawan", "role": "branch_admin"}
    return (
        access(58, "record_seen", record=identifier(3), way="read", **head),
        access(57, "review_approve", record=identifier(4)),
        access(56, "photo_seen", record=identifier(4)),
        access(55, "record_seen", record=identifier(4), way="opened"),
        access(54, "list_seen", count=48),
        access(53, "workers_searched", count=2),
        access(52, "portal_exported", count=37, **head),
        access(51, "review_release", actor="rules", name="", role="", record=identifier(3)),
        access(50, "device_enrolled", actor="agent-1", name="Nining Sukaesih", role="agent"),
        access(49, "account_added", actor="terminal", name="", role=""),
        access(48, "tindakan_baru"),
    )


class FakeAccesses:
    """Fulfils the session that the screen asks, two pages long; `failure` makes the next call fail."""

    def __init__(self) -> None:
        self.asked: list[AccessQuestion] = []
        self.saved: list[Path] = []
        self.failure: Failure | None = None

    def page(self, question: AccessQuestion) -> AccessPage:
        self._fail()
        self.asked.append(question)
        if question.before is not None:
            return AccessPage((access(1, "signed_in"),))
        return AccessPage(rows(), rows()[-1].number)

    def proof(self) -> TrailProof:
        self._fail()
        return WHOLE

    def save_ledger(self, path: Path) -> None:
        self._fail()
        self.saved.append(path)

    def person(self, record: str) -> bytes:
        self._fail()
        return record.encode()

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
