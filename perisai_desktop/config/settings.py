"""The choices a laptop keeps outside the store because they are needed before sign-in."""

import json
import re
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from perisai_desktop.config.files import replace_atomically

LANGUAGES = ("id", "en")
THEMES = ("system", "light", "dark")
PAPERS = ("a5", "a4", "roll80", "roll58")
_UNFIT = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
"""What stands in no choice, and what neither a window nor a system takes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Nothing personal stands here: the file is readable without a key."""

    language: str = "id"
    theme: str = "system"
    scale: int = 100  # percent
    server_url: str = ""
    receipts: str = ""  # folder for PDFs, outside every profile; empty for the standard one
    window: str = ""  # Qt's saved geometry, base64
    lock_minutes: int = 10  # without a touch until the screen is locked; 0 for never
    toured: bool = False  # the first-run tour was seen to its end, or skipped
    help: str = ""  # size of the help's window in pixels: 760x620
    paper: str = "a5"  # what receipts are printed on
    printer: str = ""  # for sheets, as the system names it; empty for the system's default
    roll_printer: str = ""  # for rolls
    screen: str = ""  # where the work was left
    ready_on: str = ""  # local date on which the start of the day was shown last
    stick: str = ""  # folder of the stick that a file was last saved to
    reports: str = ""  # folder where a report was saved last; empty for that of PDFs
    findings: str = ""  # what a branch's findings are grouped by: kind, agent; empty for kind
    answers: str = ""  # which column is which in the agency's answers, by what marks their heads: JSON
    camera: str = ""  # that photos are taken with, as the system names it; empty for the system's usual one
    columns: str = ""  # widths of the workers' list in pixels, by column: nik=188,state=144


def load_settings(path: Path) -> Settings:
    """Read the choices; a missing or damaged file, or a value of another kind, gives the default."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    chosen: dict[str, Any] = {}
    for field in fields(Settings):
        value = found.get(field.name)
        if type(value) is type(field.default) and not (isinstance(value, str) and _UNFIT.search(value)):
            chosen[field.name] = value
    settings = Settings(**chosen)
    return _within(settings)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the choices, all of them or none; raises OSError."""
    content = json.dumps(asdict(settings), indent=1, sort_keys=True).encode()
    replace_atomically(path, content)


def _within(settings: Settings) -> Settings:
    """Choices that this version knows, defaults for those it does not."""
    standard = Settings()
    return Settings(
        language=settings.language if settings.language in LANGUAGES else standard.language,
        theme=settings.theme if settings.theme in THEMES else standard.theme,
        scale=min(max(settings.scale, 100), 200),
        server_url=settings.server_url,
        receipts=settings.receipts,
        window=settings.window,
        paper=settings.paper if settings.paper in PAPERS else standard.paper,
        printer=settings.printer,
        roll_printer=settings.roll_printer,
        screen=settings.screen,
        ready_on=settings.ready_on,
        stick=settings.stick,
        reports=settings.reports,
        findings=settings.findings,
        answers=settings.answers,
        camera=settings.camera,
        columns=settings.columns,
        lock_minutes=min(max(settings.lock_minutes, 0), 240),
        toured=settings.toured,
        help=settings.help,
    )
