"""Makes guessing slow: after some wrong passwords none is taken for a while, and each time for longer."""

import json
from contextlib import suppress
from pathlib import Path

from perisai_desktop.config.clock import Clock
from perisai_desktop.config.files import replace_atomically
from perisai_desktop.domain.failure import Failure, FailureCode

FREE_ATTEMPTS = 5
FIRST_WAIT = 30
LONGEST_WAIT = 3600


class Lockout:
    """Counts wrong passwords in a file of the profile.

    The wait is measured on the clock that nobody can set. That clock begins anew with the machine, so
    what it shows after a restart is never more than what really passed: a restart can't shorten a wait.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def seconds_left(self) -> int:
        """Seconds until a password is taken again, 0 where it is."""
        failures, since, wait = self._read()
        if wait == 0:
            return 0
        passed = self._clock.monotonic_ms() - since
        if passed < 0:
            self._write(failures, self._clock.monotonic_ms(), wait)
            return wait
        return max(0, wait - passed // 1000)

    def attempts_left(self) -> int:
        """Wrong passwords that are still free; 0 means the next one brings a wait."""
        failures, _, _ = self._read()
        return max(0, FREE_ATTEMPTS - failures)

    def wrong(self) -> int:
        """Count a wrong password, durably, and return the seconds to wait from here on.

        Raises Failure(disk_full) where it cannot be counted.
        """
        failures = self._read()[0] + 1
        wait = 0
        if failures >= FREE_ATTEMPTS:
            wait = min(FIRST_WAIT * 2 ** min(failures - FREE_ATTEMPTS, 16), LONGEST_WAIT)
        self._write(failures, self._clock.monotonic_ms(), wait)
        return wait

    def right(self) -> None:
        """Forget the wrong ones; where nothing may be written they stay, and do no harm."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, int, int]:
        try:
            found = json.loads(self._path.read_bytes())
            wait = min(max(0, int(found["wait"])), LONGEST_WAIT)
            return max(0, int(found["failures"])), int(found["since_ms"]), wait
        except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return 0, 0, 0

    def _write(self, failures: int, since_ms: int, wait: int) -> None:
        content = {"failures": failures, "since_ms": since_ms, "wait": wait}
        try:
            replace_atomically(self._path, json.dumps(content).encode())
        except OSError:
            raise Failure(FailureCode.DISK_FULL) from None
