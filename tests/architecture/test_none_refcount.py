"""Guards against a PySide6 that loses one reference to None at every call without a result and aborts after some thousands."""

import sys

from PySide6.QtCore import QObject


def test_calls_without_a_result_keep_none_alive() -> None:
    thing = QObject()
    thing.setObjectName("x")
    before = sys.getrefcount(None)
    for _ in range(5000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 500
