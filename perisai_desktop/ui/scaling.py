"""How large everything is drawn: Qt reads it once, before its application is there."""

import os

FACTOR = "QT_SCALE_FACTOR"
RESTART = 75
"""The exit code of a run that wants to be started again, at another scale."""


def apply_scale(percent: int) -> None:
    """Have Qt draw at `percent` of the size that the system gives; 100 leaves what the environment says."""
    if percent != 100:
        os.environ[FACTOR] = str(percent / 100)
