"""Notes a decision of two accounts that may be one person's: a finding for whoever looks over the branch."""

from __future__ import annotations

from datetime import datetime

from sync.server.clock import western_day
from sync.server.domain.checks.finding import Check
from sync.server.domain.same_hand import same_hand
from sync.server.storage.check_records import StoredFinding
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork


def note_same_hand(tx: UnitOfWork, review: Review, first: str, second: str, at: datetime) -> None:
    """Keep a finding about a record that two accounts decided on, where one account gave both of them their passwords.

    It is of the day of the decision and stands whatever becomes of the record. The server's terminal is nobody's account:
    what was given there is not looked at.
    """
    one, other = tx.accounts.account(first), tx.accounts.account(second)
    if one is None or other is None:
        return
    found = same_hand(one, other, at)
    if found is None or not tx.accounts.names({found.giver}):
        return
    kept = [before for before in tx.checks.about({review.entry_id}) if before.check_code != Check.SAME_HAND]
    noted = StoredFinding(
        entry_id=review.entry_id,
        check_code=Check.SAME_HAND.value,
        branch_id=review.branch_id,
        agent_id=review.agent_id,
        found_on=western_day(at),
        evidence="[]",
        measure=found.days,
    )
    tx.checks.replace({review.entry_id}, [*kept, noted])
