"""Keeps one remark of Qt's screenless plugin, made for every window it shows, away from the terminal."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

REMARK = "This plugin does not support propagateSizeHints()"
"""A window without a screen has nobody to tell its least size to; it keeps to it all the same."""


def drop_remark() -> None:
    """From here on Qt's messages go to standard error as before, all but `REMARK`."""
    qInstallMessageHandler(_write)


def _write(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    if message != REMARK:
        print(qFormatLogMessage(kind, context, message or ""), file=sys.stderr, flush=True)
