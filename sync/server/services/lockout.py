"""How long wrong passwords keep a login shut, whether anybody has it or not."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import datetime, timedelta

from sync.server.refusals import Refusal

_FREE_FAILURES = 5
_FIRST_LOCK = timedelta(minutes=1)
_LONGEST_LOCK = timedelta(hours=1)
_LOGINS_KEPT = 10_000


def lock_after(failures: int) -> timedelta | None:
    """How long a login is locked after so many failures in a row: from the fifth on 1 minute, doubling to 1 hour."""
    if failures < _FREE_FAILURES:
        return None
    return min(_LONGEST_LOCK, _FIRST_LOCK * (1 << min(failures - _FREE_FAILURES, 10)))


def locked(span: timedelta) -> Refusal:
    """What is answered for so long."""
    return Refusal("account_locked", seconds=max(1, round(span.total_seconds())))


class Strangers:
    """Counts sign-ins with logins that nobody has as those of an account are counted, so that no answer tells who has one.

    In memory; the least recent are forgotten beyond 10,000.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[int, datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def refusal(self, login: str, at: datetime) -> Refusal:
        """`sign_in_refused`, or `account_locked` after five of them."""
        with self._lock:
            failures, until = self._kept.pop(login, (0, at))
            waits = until - at
            if waits <= timedelta(0):
                failures += 1
                waits = lock_after(failures) or timedelta(0)
            self._kept[login] = (failures, at + waits)
            if len(self._kept) > _LOGINS_KEPT:
                self._kept.popitem(last=False)
        return locked(waits) if waits else Refusal("sign_in_refused")
