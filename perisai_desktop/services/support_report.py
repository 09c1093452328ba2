"""The report for whoever helps: versions, counts and the filtered log in one zip, nothing personal in it."""

from __future__ import annotations

import io
import json
import platform
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from perisai_desktop import VERSION
from perisai_desktop.config.clock import Clock
from perisai_desktop.config.files import replace_atomically
from perisai_desktop.config.logs import filtered
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.device import ReportPart
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.readiness import Check, ClockStanding, DiskRoom
from perisai_desktop.services.readiness import Readiness
from perisai_desktop.storage import entry_status, journal, outbox
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.schema import NEWEST


@dataclass(frozen=True, slots=True)
class SupportReport:
    """Made anew each time it is looked at or saved."""

    database: Database
    profile: Profile
    clock: Clock
    readiness: Readiness
    device: str

    def parts(self) -> tuple[ReportPart, ...]:
        """What the report would hold now."""
        return tuple(ReportPart(name, len(content)) for name, content in self._contents())

    @property
    def name(self) -> str:
        """A name for the file: the device and the local date."""
        return f"perisai-{self.device}-{self.clock.today():%Y%m%d}.zip"

    def save(self, path: Path) -> None:
        """Write the report to `path`, whole or not at all. Raises Failure(report_not_saved)."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as report:
            for name, content in self._contents():
                report.writestr(name, content)
        try:
            replace_atomically(path, packed.getvalue())
        except OSError:
            raise Failure(FailureCode.REPORT_NOT_SAVED) from None

    def _contents(self) -> Iterator[tuple[str, bytes]]:
        yield "versions.json", _document(self._versions())
        yield "counts.json", _document(self._counts())
        for path in sorted(self.profile.logs.glob("perisai.log*")):
            yield f"logs/{path.name}", self._redacted(path).encode()

    def _versions(self) -> dict[str, Any]:
        return {
            "program": VERSION,
            "store_format": NEWEST,
            "reference": self.readiness.reference.version,
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.release()} {platform.machine()}",
            "device": self.device,
            "epoch": self.readiness.pen.epoch,
            "made_at": self.clock.now().isoformat(),
        }

    def _counts(self) -> dict[str, Any]:
        with self.database.reading() as session:
            entries, waiting = journal.length(session), outbox.waiting(session)
            tallies = {counter.value: held.count for counter, held in entry_status.tallies(session).items()}
        disk, clock = self.readiness.standing(Check.DISK), self.readiness.standing(Check.CLOCK)
        assert isinstance(disk, DiskRoom)
        assert isinstance(clock, ClockStanding)
        return {
            "entries": entries,
            "entries_waiting": waiting,
            "actions": tallies,
            "store_bytes": self.profile.database.stat().st_size,
            "store_behind": self.readiness.pen.gate.closed,
            "disk_free_bytes": disk.free,
            "clock_ahead_minutes": clock.ahead,
            "zone_minutes": clock.offset,
        }

    def _redacted(self, path: Path) -> str:
        """A log once more without what looks personal, and without the name that a home folder carries."""
        text = filtered(path.read_text(encoding="utf-8", errors="replace"))
        for folder in {str(self.profile.root), str(self.profile.root.resolve())}:
            text = text.replace(folder, "PROFILE")
        for folder in {str(Path.home()), str(Path.home().resolve())}:
            text = text.replace(folder, "~") if len(folder) > 1 else text
        owner = re.escape(Path.home().name)
        return re.sub(rf"(?<=[/\\]){owner}(?=[/\\])", "…", text, flags=re.IGNORECASE) if owner else text


def _document(values: dict[str, Any]) -> bytes:
    return json.dumps(values, indent=1, sort_keys=True).encode()
