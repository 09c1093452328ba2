"""Saves the list of who was on a lost laptop, as PDF or as a workbook, whole or not at all."""

import io
from dataclasses import dataclass
from pathlib import Path

from perisai_desktop.config.clock import Clock
from perisai_desktop.documents.held_book import write_held_book
from perisai_desktop.documents.held_list import held_list_pdf
from perisai_desktop.documents.held_words import ListHead
from perisai_desktop.domain.lost_laptop import HeldList
from perisai_desktop.domain.report import FileKind
from perisai_desktop.services.stick_files import save_whole


@dataclass(frozen=True, slots=True)
class HeldLists:
    """What the reviewer's list is saved with. `branch`, `maker`: the branch's name, and who makes the list."""

    clock: Clock
    branch: str
    maker: str
    practice: bool

    def save(self, held: HeldList, path: Path, kind: FileKind) -> Path:
        """Write the list. Raises Failure: export_no_room, export_file_open, report_not_saved."""
        head = ListHead(self.branch, self.maker, self.clock.now(), self.clock.offset(), self.practice)
        content = io.BytesIO()
        if kind is FileKind.PDF:
            content.write(held_list_pdf(held, head))
        else:
            write_held_book(held, head, content)
        save_whole(path, content.getvalue())
        return path
