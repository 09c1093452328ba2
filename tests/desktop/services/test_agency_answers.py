"""The agency's answers under heads that nobody knows: which column is which is chosen once and remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.services.agency_answers import MOST_SOURCES, AgencyAnswers, RememberedColumns
from tests.support.reference_data import reference

HEADS = ("No.", "Peserta", "Nomor kepesertaan", "Catatan petugas")
CHOSEN = {"nik": 1, "kpj": 2, "reason": 3}


def headed(*heads: str) -> ListHead:
    """A file that begins with some heads."""
    return ListHead("jawaban.csv", "b" * 64, heads, (), None)


class Shelf:
    """Where a laptop keeps its choices."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.columns = RememberedColumns(lambda: self.text, self.put)
        self.answers = AgencyAnswers(reference(), self.columns)

    def put(self, text: str) -> None:
        self.text = text


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "jawaban.csv"
    lines = (
        ";".join(HEADS),
        "1;3202081408900001;00012345678;",
        "2;3202081408900002;;Tidak bekerja",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_heads_that_nobody_knows_are_read_by_the_columns_that_are_chosen(shelf: Shelf, file: Path) -> None:
    opened = shelf.answers.open(file)
    assert (opened.head.heads, shelf.answers.columns(opened.head)) == (HEADS, {})
    taken, refused = shelf.answers.read(opened, CHOSEN).answers
    assert (taken.nik, taken.kpj, taken.reason) == ("3202081408900001", "00012345678", None)
    assert (refused.nik, refused.kpj, refused.reason) == ("3202081408900002", "", "not_working")


def test_the_line_of_heads_is_found_by_the_words_of_answers(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "jawaban.csv"
    path.write_text("Cabang Sukabumi;;\nKode iuran;Dibayar;Lain\n260900001234;16800;", encoding="utf-8")
    opened = shelf.answers.open(path)
    assert opened.head.heads == ("Kode iuran", "Dibayar", "Lain")
    (paid,) = shelf.answers.read(opened, shelf.answers.columns(opened.head)).answers
    assert (paid.row, paid.billing_code, paid.paid) == (3, "260900001234", 16_800)


@pytest.mark.parametrize("columns", [{}, {"nik": 1}, {"kpj": 2, "reason": 3}])
def test_what_names_nobody_or_says_nothing_is_not_read(shelf: Shelf, file: Path, columns: Columns) -> None:
    opened = shelf.answers.open(file)
    with pytest.raises(Failure) as failed:
        shelf.answers.read(opened, columns)
    assert failed.value.code is FailureCode.PORTAL_COLUMNS_UNKNOWN


def test_what_was_chosen_comes_back_for_files_with_the_same_heads(shelf: Shelf) -> None:
    head, other = headed(*HEADS), headed("NIK", "KPJ")
    assert shelf.columns.of(head) is None
    shelf.columns.put(head, CHOSEN)
    assert shelf.answers.columns(headed("NO", *HEADS[1:])) == CHOSEN, "heads are compared by their words"
    assert shelf.answers.columns(other) == {"nik": 0, "kpj": 1}
    shelf.columns.put(other, {"entry": 0, "kpj": 1})
    assert shelf.answers.columns(other) == {"entry": 0, "kpj": 1}, "a choice goes before the head's own words"
    assert all(word not in shelf.text for word in ("Peserta", "Nomor", "petugas"))


def test_the_source_chosen_longest_ago_is_forgotten(shelf: Shelf) -> None:
    heads = [headed(f"Kolom {number}", "KPJ") for number in range(MOST_SOURCES + 1)]
    for head in heads[:-1]:
        shelf.columns.put(head, {"nik": 0, "kpj": 1})
    shelf.columns.put(heads[0], {"nik": 0, "kpj": 1})
    shelf.columns.put(heads[-1], {"nik": 0, "kpj": 1})
    assert [shelf.columns.of(head) is None for head in heads[:3]] == [False, True, False]
    assert len(json.loads(shelf.text)) == MOST_SOURCES


@pytest.mark.parametrize("kept", ["", "{", "[]", "null", "[" * 100_000])
def test_what_cannot_be_read_was_never_chosen(kept: str) -> None:
    shelf = Shelf(kept)
    assert shelf.columns.of(headed(*HEADS)) is None
    shelf.columns.put(headed(*HEADS), CHOSEN)
    assert shelf.columns.of(headed(*HEADS)) == CHOSEN


@pytest.mark.parametrize("place", [-1, 4, True, "2", None])
def test_a_column_that_no_file_has_is_left_out(shelf: Shelf, place: object) -> None:
    shelf.columns.put(headed(*HEADS), CHOSEN)
    kept = json.loads(shelf.text)
    (mark,) = kept
    kept[mark] |= {"kpj": place, "unheard": 0}
    shelf.text = json.dumps(kept)
    assert shelf.columns.of(headed(*HEADS)) == {"nik": 1, "reason": 3}
    shelf.text = json.dumps({mark: "nik"})
    assert shelf.columns.of(headed(*HEADS)) is None
