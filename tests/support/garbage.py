"""Collects the garbage of tests between them, on the thread that made their widgets; see `background.collecting`."""

import gc

import pytest

YOUNG, WHOLE = 20_000, 200
"""Objects after which the youngest are looked at, tests after which all are."""
_done = [0]

gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """After a test; a lane's thread that allocates in the middle of one collects nothing."""
    _done[0] += 1
    if _done[0] % WHOLE == 0:
        gc.collect()
    elif gc.get_count()[0] > YOUNG:
        gc.collect(1)
