"""Saves what a kelompok needs on paper or in a spreadsheet: the list to be signed, and what was found on each line."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from perisai_desktop.documents.signing_list import SigningList, signing_list_pdf
from perisai_desktop.documents.spreadsheet import saved, text_cell
from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.roll import Judged
from perisai_desktop.services.stick_files import save_whole
from sync.rules.nik import strip_nik
from sync.rules.reference import Reference

RESULT_HEADS = ("baris", "nik", "nama", "reaksi", "catatan", "jumlah", "keterangan")


@dataclass(frozen=True, slots=True)
class KelompokPapers:
    """What the screen of a kelompok saves to files."""

    agent: AgentIdentity
    reference: Reference

    def save_signing_list(self, path: Path, payer: str, people: Sequence[Judged]) -> None:
        """The list of everybody to be signed, as a PDF. Raises Failure: export_no_room, export_file_open, report_not_saved."""
        consent = self.reference.consent
        purposes = (purpose.text for purpose in consent.purposes if purpose.required)
        facts = SigningList(
            payer=payer,
            agent=f"{self.agent.name} · {self.agent.number}",
            consent=tuple(filter(None, (consent.introduction, *purposes))),
            declaration=consent.declaration,
            version=consent.version,
            people=[(one.form.name, f"…{strip_nik(one.form.nik)[-4:]}") for one in people],
            practice=self.agent.practice,
        )
        save_whole(path, signing_list_pdf(facts))

    def save_result(self, path: Path, people: Sequence[Judged], words: Sequence[str]) -> None:
        """A workbook with the reaction, all codes and the price of each line; `words` say what is to be put right.

        Raises Failure: export_no_room, export_file_open, report_not_saved.
        """
        content = io.BytesIO()
        with saved(content) as book:
            sheet = book.create_sheet("Hasil")
            for letter, width in zip("BCDG", (20, 32, 30, 60), strict=True):
                sheet.column_dimensions[letter].width = width
            sheet.append(RESULT_HEADS)
            for one, told in zip(people, words, strict=True):
                codes = " ".join(found.reaction.value for found in one.assessment.findings)
                texts = (one.form.nik, one.form.name, one.assessment.reaction, codes)
                cells = [text_cell(sheet, text) for text in texts]
                sheet.append([one.member.row, *cells, one.total, text_cell(sheet, told)])
        save_whole(path, content.getvalue())
