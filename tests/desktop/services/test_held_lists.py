"""The list of who was on a lost laptop is saved whole, with the duty above it and the NIK masked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.report import FileKind
from perisai_desktop.services.held_lists import HeldLists
from tests.support.clocks import HandClock
from tests.support.fake_agents import held
from tests.support.pages import page_sizes, page_words

LISTS = HeldLists(HandClock(), "Cabang Sukabumi", "Ratna Wijaya", practice=True)


def test_a_workbook_names_everybody_with_what_was_there(tmp_path: Path) -> None:
    path = LISTS.save(held(), tmp_path / "orang.xlsx", FileKind.XLSX)
    book = load_workbook(path)
    facts = {row[0]: row[1] for row in book["Keterangan"].iter_rows(min_row=2, max_col=2, values_only=True)}
    assert facts["Buku 01"] == "diterima sampai catatan 212 dari 216, 4 belum tiba"
    assert facts["Batas pemberitahuan"] == "25 November 2026, 04.15 WIB"
    head, *rows = book["Orang"].iter_rows(values_only=True)
    assert [row[0] for row in rows][:2] == ["(sudah dihapus)", "Ujang Permana"]
    known = dict(zip(head, rows[1], strict=True))
    assert (known["NIK"], known["No HP"], known["Catatan terakhir"]) == (
        "•••••• •••••• 0001",
        "081200000001",
        "01-5",
    )
    assert (known["Foto"], known["Rekening bank"], known["Diberi tahu"]) == ("ya", None, None)
    assert dict(zip(head, rows[-1], strict=True))["Diterima"] is None


def test_paper_repeats_its_heads_and_counts_its_pages(tmp_path: Path) -> None:
    path = LISTS.save(held(60), tmp_path / "orang.pdf", FileKind.PDF)
    content = path.read_bytes()
    words = page_words(content)
    count = len(page_sizes(content))
    assert count > 1
    assert words.count("Data di laptop") == count
    for part in (
        "UU 27/2022 pasal 46",
        f"halaman {count} dari {count}",
        "•••••• •••••• 0059",
        "Ratna Wijaya",
    ):
        assert part in words
    empty = replace(held(), people=(), total=0, lost_at=None, notice_due=None)
    assert "–" in page_words(LISTS.save(empty, path, FileKind.PDF).read_bytes())


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failed:
        LISTS.save(held(), tmp_path / "gone" / "orang.pdf", FileKind.PDF)
    assert failed.value.code is FailureCode.REPORT_NOT_SAVED
