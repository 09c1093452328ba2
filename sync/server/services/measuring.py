"""What a monitor reads: requests, batches, entries, queues, feeds, laptops, the newest backup and the database's size."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from sync.server.clock import Clock
from sync.server.services.exposition import Metric, Sample, exposed, gauge
from sync.server.services.request_counts import BOUNDS, RequestCounts
from sync.server.storage.figure_records import Figures
from sync.server.storage.store import Store

KEPT = timedelta(seconds=60)
"""How long counts over whole tables are told again before they are made anew."""
SILENCE = (("1", 1), ("7", 7), ("30", 30))
"""Days without a hello: the bounds of the groups."""


class Measuring:
    """The metrics of one server. Labels are states, verdicts, route templates and bounds: no code, name or number of
    anybody."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        requests: RequestCounts,
        last_copy: Callable[[], datetime | None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._requests = requests
        self._last_copy = last_copy
        self._kept: tuple[datetime, Figures] | None = None
        self._lock = threading.Lock()

    def exposed(self) -> str:
        """Everything as Prometheus reads it. Refusal: 503 `store_unavailable`."""
        now = self._clock.now()
        return exposed((*_requests(self._requests), *_stored(self._figures(now), now), *self._copies(now)))

    def _figures(self, now: datetime) -> Figures:
        with self._lock:
            if self._kept is None or not self._kept[0] <= now < self._kept[0] + KEPT:
                with self._store.reading() as tx:
                    self._kept = (now, tx.figures.count())
            return self._kept[1]

    def _copies(self, now: datetime) -> Iterator[Metric]:
        made = self._last_copy()
        samples: list[tuple[Mapping[str, str], float]] = []
        if made is not None:
            samples.append(({}, (now - made).total_seconds()))
        yield gauge(
            "perisai_backup_age_seconds", "Age of the newest backup; absent where there is none.", samples
        )


def _requests(requests: RequestCounts) -> Iterator[Metric]:
    samples: list[Sample] = []
    for (method, route, status), taken in requests.seen().items():
        labels = {"method": method, "route": route, "status": str(status)}
        for bound, count in zip(BOUNDS, taken.within, strict=True):
            samples.append(Sample(count, {**labels, "le": f"{bound:g}"}, "_bucket"))
        samples.append(Sample(taken.count, {**labels, "le": "+Inf"}, "_bucket"))
        samples.append(Sample(taken.seconds, labels, "_sum"))
        samples.append(Sample(taken.count, labels, "_count"))
    told = "Requests by method, route template and status, and the seconds they took."
    yield Metric("perisai_request_seconds", "histogram", told, tuple(samples))


def _stored(figures: Figures, now: datetime) -> Iterator[Metric]:
    yield gauge("perisai_batches", "Batches by state.", _by("state", figures.batches))
    yield gauge("perisai_entries", "Entries by the verdict of arrival.", _by("verdict", figures.entries))
    yield gauge("perisai_queue", "Records of reviewers by state.", _by("state", figures.reviews))
    states: dict[str, int] = {}
    silent: dict[str, int] = {}
    for state, seen_at in figures.devices:
        states[state] = states.get(state, 0) + 1
        group = _silence((now - seen_at).days)
        silent[group] = silent.get(group, 0) + (state == "active")
    yield gauge("perisai_devices", "Laptops by state.", _by("state", states))
    yield gauge(
        "perisai_devices_silent", "Active laptops by days since their last hello.", _by("days", silent)
    )
    oldest = (now - figures.unread[0]).total_seconds() if figures.unread else 0.0
    yield gauge("perisai_feed_waiting", "Active laptops for which rows wait.", [({}, len(figures.unread))])
    yield gauge("perisai_feed_lag_seconds", "How long the longest of them waits.", [({}, oldest)])
    yield gauge("perisai_database_bytes", "Size of the database.", [({}, figures.bytes)])


def _silence(days: int) -> str:
    return next((f"under {name}" for name, bound in SILENCE if days < bound), f"{SILENCE[-1][0]} or more")


def _by(label: str, counts: Mapping[str, int]) -> Iterable[tuple[Mapping[str, str], float]]:
    return [({label: value}, count) for value, count in sorted(counts.items())]
