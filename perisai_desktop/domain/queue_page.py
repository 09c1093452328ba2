"""Pages of a branch's queue, and the queue that they make together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from perisai_desktop.domain.review import QueueGroup


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Some groups; `following` asks for the next page, None where this is the last."""

    groups: tuple[QueueGroup, ...]
    following: str | None = None


def joined(groups: tuple[QueueGroup, ...], further: tuple[QueueGroup, ...]) -> tuple[QueueGroup, ...]:
    """The groups of both by day and agent: an agent's day is one group, a record that is in both is as in `further`."""
    days = {(group.on, group.agent_name, group.agent_id): group for group in groups}
    for group in further:
        day = (group.on, group.agent_name, group.agent_id)
        days[day] = _together(days[day], group) if day in days else group
    return tuple(days[day] for day in sorted(days))


def _together(first: QueueGroup, second: QueueGroup) -> QueueGroup:
    both = {record.entry_id: record for record in (*first.records, *second.records)}
    records = tuple(sorted(both.values(), key=lambda record: (record.recorded_at, record.entry_id)))
    rupiah = sum(record.rupiah for record in records)
    return replace(second, count=len(records), rupiah=rupiah, records=records)
