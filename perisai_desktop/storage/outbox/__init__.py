"""The outbox: what no acknowledgement has settled yet; it refers to the journal and copies nothing."""

from perisai_desktop.storage.outbox.leasing import (
    Queue,
    lease,
    oldest_of,
    put,
    put_back,
    queue,
    release,
    release_all,
    remove,
    urgent,
    waiting,
)
from perisai_desktop.storage.outbox.reading import holds_before, unsettled
from perisai_desktop.storage.outbox.settling import Settled, settle

__all__ = [
    "Queue",
    "Settled",
    "holds_before",
    "lease",
    "oldest_of",
    "put",
    "put_back",
    "queue",
    "release",
    "release_all",
    "remove",
    "settle",
    "unsettled",
    "urgent",
    "waiting",
]
