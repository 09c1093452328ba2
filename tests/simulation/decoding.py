"""Entries decoded once: bytes and models never change, and a world reads the same entry many times."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from types import ModuleType
from unittest.mock import patch

from sync.protocol.entry import decode

remembered = lru_cache(maxsize=4096)(decode)
"""The stand-in for `entry.decode`: the same models for the same bytes."""


@contextmanager
def decoded_once() -> Iterator[None]:
    """Within this block the server remembers what it decoded."""
    with ExitStack() as stack:
        for user in _users():
            stack.enter_context(patch.object(user, "decode", remembered))
        yield


@cache
def _users() -> tuple[ModuleType, ...]:
    """The modules of the server that decode entries."""
    server = [module for name, module in sys.modules.items() if name.startswith("sync.server.")]
    return tuple(module for module in server if getattr(module, "decode", None) is decode)
