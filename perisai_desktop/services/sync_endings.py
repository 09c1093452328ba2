"""Puts the end of a run that did not get through into a failure that a person can act on."""

from perisai_desktop.domain.failure import Failure, FailureCode
from sync.client.actions import Finished, Halted

WIPED = "wiped"
"""What a signed answer to hello says; a refusal that says `device_wiped` destroys nothing."""
_NO_NETWORK = "no_network_"
_BUSY = frozenset({"slower", "server_fault", "too_large"})


def failure_of_end(end: Finished | Halted) -> Failure | None:
    """None for a run that left nothing to do."""
    if isinstance(end, Halted):
        return _halted(end)
    if end.reason is None:
        return None
    if end.reason in _BUSY:
        return Failure(FailureCode.SERVER_BUSY, seconds=end.wait_seconds or 0)
    return Failure(FailureCode.NO_NETWORK, detail=end.reason.removeprefix(_NO_NETWORK))


def _halted(end: Halted) -> Failure:
    code, detail = end.fault.code, end.fault.detail
    if code == "device_barred":
        if detail == WIPED:
            return Failure(FailureCode.DEVICE_WIPED)
        paused = "paused" in detail
        return Failure(FailureCode.DEVICE_PAUSED if paused else FailureCode.DEVICE_REVOKED)
    if code == "batch_reused":
        return Failure(FailureCode.BATCH_REUSED)
    return Failure(FailureCode.BATCH_REJECTED, reason=detail or code)
