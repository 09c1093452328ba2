"""Counts in memory."""

from __future__ import annotations

from collections import Counter

from sync.server.storage.figure_records import Figures
from tests.support.memory_store.tables import Tables


class MemoryFigures:
    """Fulfils `FigurePort`; nobody knows how many bytes it takes."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def count(self) -> Figures:
        tables = self._tables
        newest = {
            stream: tables.feed.get((stream, tables.streams.get(stream) or 0))
            for stream in {device.agent_id for device in tables.devices}
        }
        waiting = [
            row.at
            for device in tables.devices
            if device.state == "active"
            and (row := newest[device.agent_id]) is not None
            and device.seen_at < row.at
        ]
        return Figures(
            entries=Counter(entry.verdict for entry in tables.entries),
            batches=Counter(batch.state for batch in tables.inbox),
            reviews=Counter(review.state for review in tables.reviews),
            devices=tuple(sorted((device.state, device.seen_at) for device in tables.devices)),
            unread=tuple(sorted(waiting)),
            bytes=0,
        )
