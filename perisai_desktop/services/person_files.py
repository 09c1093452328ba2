"""Saves all that is held about one person as an archive: pictures, data for programs, and a paper for the person."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from perisai_desktop.config.clock import Clock
from perisai_desktop.documents.person_paper import PersonHead, person_pdf
from perisai_desktop.services.stick_files import save_whole
from sync.rules.reference import Reference

PAPER = "Data pribadi.pdf"
_PAGE = "data.html"
"""The page that a server writes where nobody draws a paper."""


@dataclass(frozen=True, slots=True)
class PersonFiles:
    """`asked`: the server's archive about the person of a record; it raises Failure. `branch`: the branch's name."""

    asked: Callable[[str], bytes]
    clock: Clock
    reference: Reference
    branch: str
    practice: bool

    def save(self, record: str, path: Path) -> None:
        """Save the archive; the branch writes down who took it. Raises Failure as `asked`, and export_no_room,
        export_file_open, report_not_saved."""
        save_whole(path, self._with_paper(self.asked(record)))

    def _with_paper(self, archive: bytes) -> bytes:
        """The archive with the paper in the place of the server's page."""
        whole = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(archive)) as told,
            zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed,
        ):
            facts = json.loads(told.read("data.json"))
            head = PersonHead(self.branch, self.clock.offset(), self.practice)
            packed.writestr(PAPER, person_pdf(facts, head, self._naming(facts.get("places", {}))))
            for name in told.namelist():
                if name != _PAGE:
                    packed.writestr(name, told.read(name))
        return whole.getvalue()

    def _naming(self, places: Mapping[str, str]) -> Callable[[str], str | None]:
        reference = self.reference
        known = {reason.code: reason.label_id for reason in reference.reasons}
        known |= {purpose.code: purpose.text for purpose in reference.consent.purposes}
        return lambda code: places.get(code) or known.get(code)
