"""`retention` and `purge`: how long people's data stay at the branch, and erasing what is due."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace

from sync.server.cli.organisation import TERMINAL
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import Refused
from sync.server.composition import opened
from sync.server.domain.retention import Hold, PurgeReason
from sync.server.services.auditing import audit
from sync.server.services.purging import Purged
from sync.server.settings import Periods, Retention
from sync.server.state_folder import ServerState, read_state, write_state

REASONS = {
    PurgeReason.WITHDRAWN: "consent was taken back, and settled",
    PurgeReason.REFUSED: "refused, and the money settled",
    PurgeReason.MEMBERSHIP_ENDED: "the membership has ended",
    PurgeReason.PHOTOS_ANSWERED: "answered by the agency: pictures alone",
}
HOLDS = {
    Hold.UNDECIDED: "a record waits for somebody",
    Hold.MONEY_OPEN: "money is not settled",
    Hold.WITHDRAWAL_OPEN: "a withdrawal of consent is not settled",
    Hold.LAPTOP_LOST: "a lost laptop held the data, and people are still to be told",
}


def retention(asked: argparse.Namespace) -> None:
    """Set what is named, and print what holds. Raises Refused for a number of days below one."""
    settings = real_settings(asked)
    before = settings.retention
    named = {
        name: days
        for name, days in (
            ("refused", asked.refused_days),
            ("membership_ended", asked.membership_days),
            ("photos_answered", asked.photo_days),
        )
        if days is not None
    }
    try:
        periods = replace(before.periods, **named)
    except ValueError:
        raise Refused("Data stay for at least one day; nothing was changed.") from None
    after = Retention(periods, before.daily if asked.daily is None else asked.daily == "on")
    if after != before:
        with opened(settings) as server, server.store.transaction() as tx:
            days: dict[str, int] = asdict(periods)
            audit(tx, server.clock.now(), TERMINAL, "retention_set", "server", daily=after.daily, **days)
        state = read_state(asked.dir)
        assert state is not None
        write_state(asked.dir, ServerState(state.practice, state.public_host, after))
    for line in _told(after.periods, daily=after.daily):
        print(line)


def purge(asked: argparse.Namespace) -> None:
    """Erase what is due, or with `--dry-run` only tell what that is; nothing personal is printed."""
    with opened(real_settings(asked)) as server:
        purged = server.purging.survey() if asked.dry_run else server.purging.run(TERMINAL)
    for line in _report(purged, dry=asked.dry_run):
        print(line)


def _told(periods: Periods, *, daily: bool) -> list[str]:
    return [
        f"refused and settled: {periods.refused} days",
        f"membership ended: {periods.membership_ended} days",
        f"pictures of records that the agency answered: {periods.photos_answered} days",
        f"purged every day by the server itself: {'on' if daily else 'off'}",
    ]


def _report(purged: Purged, *, dry: bool) -> list[str]:
    verb = "would be erased; nothing was changed" if dry else "erased"
    lines = [f"{purged.looked_at} people looked at"]
    for reason, words in REASONS.items():
        people, parts, photos = purged.people[reason], purged.parts[reason], purged.photos[reason]
        lines.append(f"{words}: {people} people, {parts} personal parts, {photos} pictures {verb}")
    lines += [
        f"kept, {words}: {purged.kept[hold]} people" for hold, words in HOLDS.items() if purged.kept[hold]
    ]
    return lines if dry else [*lines, f"{purged.batches} raw batches cut"]
