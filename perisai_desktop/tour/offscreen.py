"""Keeps the remarks of Qt's screenless plugin about what it lacks away from the terminal."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

REMARK = "This plugin does not support "
"""Where there is no screen, nobody is told a window's least size or asked for a menu's keys; both work all the same."""


def drop_remark() -> None:
    """From here on Qt's messages go to standard error as before, all but those that begin with `REMARK`."""
    qInstallMessageHandler(_write)


def _write(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    if not (message or "").startswith(REMARK):
        print(qFormatLogMessage(kind, context, message or ""), file=sys.stderr, flush=True)
