"""Entries decoded once: bytes and models never change, and a world reads the same entry many times."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from unittest.mock import patch

from sync.protocol.entry import decode

USERS = (
    "sync.server.domain.arrivals",
    "sync.server.services.intake_reading",
    "sync.server.services.receipt_reading",
    "sync.server.services.review_reading",
    "sync.server.services.voiding",
)
remembered = lru_cache(maxsize=4096)(decode)
"""The stand-in for `entry.decode`: the same models for the same bytes."""


@contextmanager
def decoded_once() -> Iterator[None]:
    """Within this block the server remembers what it decoded."""
    with ExitStack() as stack:
        for user in USERS:
            stack.enter_context(patch(f"{user}.decode", remembered))
        yield
