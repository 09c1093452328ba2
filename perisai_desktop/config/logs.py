"""Logs into the profile: every line with the request it belongs to, personal data taken out."""

import contextvars
import logging
import logging.handlers
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_request: contextvars.ContextVar[str] = contextvars.ContextVar("request", default="-")
LARGEST = 1_000_000
KEPT = 3
_LINE = "%(asctime)s %(levelname)s %(request)s %(name)s %(message)s"

_FIELDS = (
    "name",
    "nama",
    "mother_name",
    "birth_place",
    "birth_date",
    "street",
    "phone",
    "email",
    "kk",
    "nik",
    "npwp",
    "bank",
    "holder",
    "note",
    "password",
    "personal",
)
_FIELD = re.compile(
    rf"""(?<![a-z_])(["']?(?:{"|".join(_FIELDS)})["']?\s*[=:]\s*)("[^"]*"|'[^']*'|b'[^']*'|[^,;)}}\]\n]+)""",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![0-9a-zA-Z-])(?:\+?62|0)[ .-]?8(?:[ .()-]?[0-9]){7,12}(?![0-9])")
_NIK = re.compile(r"(?<![0-9a-zA-Z])(?<![0-9a-f]-)[0-9](?:[ .-]?[0-9]){12,18}(?![0-9a-zA-Z]|-[0-9a-f]{4})")
_MAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[a-zA-Z]{2,}")


def filtered(text: str) -> str:
    """The text without what looks like a NIK or KK, a phone, a mail address, or the value of a name field."""
    text = _FIELD.sub(r"\1…", text)
    text = _MAIL.sub("…", text)
    text = _NIK.sub("…", text)
    return _PHONE.sub("…", text)


class RequestFilter(logging.Filter):
    """Puts the request that is under way on the line."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request = _request.get()
        return True


class FilteredFormatter(logging.Formatter):
    """Takes personal data out of the whole line, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return filtered(super().format(record))


class LogFiles(logging.handlers.RotatingFileHandler):
    """Files that are left out where the disk takes none: a log keeps nobody from the work."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Go on without the line."""


def start_logging(folder: Path) -> logging.Handler:
    """Write the log of the program to files in the folder: at most three of a megabyte, UTC."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = LogFiles(
        folder / "perisai.log", maxBytes=LARGEST, backupCount=KEPT - 1, encoding="utf-8", delay=True
    )
    formatter = FilteredFormatter(_LINE)
    formatter.default_msec_format = "%s.%03d"
    handler.setFormatter(formatter)
    handler.addFilter(RequestFilter())
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Close the log."""
    logging.getLogger().removeHandler(handler)
    handler.close()


@contextmanager
def request(request_id: str | None = None) -> Iterator[str]:
    """Name the piece of work that the lines logged inside the block belong to."""
    chosen = request_id or secrets.token_hex(4)
    token = _request.set(chosen)
    try:
        yield chosen
    finally:
        _request.reset(token)
