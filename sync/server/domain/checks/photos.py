"""Checks of pictures by what they are made of (SHA-256): one that another worker's record named, one that never came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync.server.domain.checks.finding import Check, Finding, shown
from sync.server.storage.check_records import PhotoUse


@dataclass(frozen=True, slots=True)
class UnseenPhoto:
    """A picture that is not here: who names it, since when it is wanted, whether the laptop said that it is lost."""

    use: PhotoUse
    wanted_at: datetime
    lost: bool


def check_used_before(
    entry_id: str, agent_id: str, on: date, own: Sequence[PhotoUse], others: Iterable[PhotoUse]
) -> tuple[Finding, ...]:
    """One finding where a picture of an entry was named for somebody else; `others` name one of its pictures."""
    pairs = {(use.sha256, use.owner) for use in own}
    hashes = {sha256 for sha256, _ in pairs}
    before = [
        use
        for use in others
        if use.sha256 in hashes and (use.sha256, use.owner) not in pairs and use.entry_id != entry_id
    ]
    if not before:
        return ()
    evidence = shown(use.entry_id for use in before)
    return (Finding(Check.PHOTO_USED_BEFORE, agent_id, on, entry_id, evidence, len(before)),)


def overdue(one: UnseenPhoto, now: datetime, days: int) -> bool:
    """Whether a picture is lost, or has not come in so many days."""
    return one.lost or now - one.wanted_at > timedelta(days=days)


def check_missing(late: Iterable[UnseenPhoto], now: datetime) -> tuple[Finding, ...]:
    """Pictures that are overdue and that nothing took the place of; one finding for each entry that names some."""
    by_entry: dict[str, list[UnseenPhoto]] = {}
    for one in late:
        by_entry.setdefault(one.use.entry_id, []).append(one)
    return tuple(
        Finding(
            Check.PHOTO_MISSING,
            missing[0].use.agent_id,
            missing[0].use.used_on,
            entry_id,
            (),
            max((now - one.wanted_at).days for one in missing),
        )
        for entry_id, missing in by_entry.items()
    )
