"""Log lines without personal data: an event's name, known technical facts, the request's id, and where it failed."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import TextIO

REQUEST: ContextVar[str] = ContextVar("request", default="")
"""The id of the request that is being answered; empty outside of one."""

FACTS = ("device", "batch", "action", "code", "method", "route", "status", "milliseconds", "bytes", "chore")
"""The only facts a line may carry beside its event."""


class TechnicalLines(logging.Formatter):
    """One JSON object a line. Of an exception only types and places in the code are told: messages may hold
    values, and so may the lines of a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": str(record.msg),
            "logger": record.name,
        }
        if request := REQUEST.get():
            line["request"] = request
        line.update((fact, getattr(record, fact)) for fact in FACTS if hasattr(record, fact))
        if record.exc_info and record.exc_info[1] is not None:
            line["failures"] = _places(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def write_logs(stream: TextIO = sys.stderr, level: int = logging.INFO) -> logging.Handler:
    """Send every logger's lines to a stream in this form; answers the handler, so that it can be taken away."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(TechnicalLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


def _places(failure: BaseException) -> list[str]:
    """Types and innermost places of a failure and what caused it."""
    places: list[str] = []
    current: BaseException | None = failure
    while current is not None and len(places) < 5:
        frames = traceback.extract_tb(current.__traceback__)
        place = f" {frames[-1].name}:{frames[-1].lineno}" if frames else ""
        places.append(f"{type(current).__module__}.{type(current).__qualname__}{place}")
        current = current.__cause__ or current.__context__
    return places
