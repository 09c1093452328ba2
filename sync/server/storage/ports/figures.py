"""The port of counts: what a monitor asks a store."""

from typing import Protocol

from sync.server.storage.figure_records import Figures


class FigurePort(Protocol):
    """Counts over whole tables: to be asked seldom."""

    def count(self) -> Figures:
        """Entries by verdict, batches and reviews by state, devices, feeds that wait, bytes."""
        ...
