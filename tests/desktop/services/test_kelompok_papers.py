"""The list to be signed and the result of a dry run, opened and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.kelompok_papers import RESULT_HEADS, KelompokPapers
from perisai_desktop.ui.screens.kelompok.paper_saver import PaperSaver
from perisai_desktop.ui.screens.kelompok.state import KelompokState
from tests.support.kelompok_lists import GroupHand, person, write_csv
from tests.support.pages import page_sizes, page_words


@pytest.fixture
def papers(desk: AgentDesk) -> KelompokPapers:
    return KelompokPapers(desk.identity, desk.reference)


def test_everybody_has_a_line_to_sign_below_what_is_read_aloud(
    desk: AgentDesk, papers: KelompokPapers, tmp_path: Path
) -> None:
    hand = GroupHand(desk)
    kelompok = hand.take(write_csv(tmp_path / "daftar.csv", [person(number) for number in range(1, 41)]))
    papers.save_signing_list(tmp_path / "daftar.pdf", kelompok.payer_name, hand.judged(kelompok))
    pdf = (tmp_path / "daftar.pdf").read_bytes()
    words = page_words(pdf)
    assert len(page_sizes(pdf)) == 2
    consent = desk.reference.consent
    for part in (kelompok.payer_name, consent.declaration, f"Teks {consent.version} · halaman 1 dari 2"):
        assert part in words
    assert [purpose.text in words for purpose in consent.purposes] == [
        purpose.required for purpose in consent.purposes
    ]
    assert all(f"{number} {person(number)['name']} …{number:04d}" in words for number in range(1, 41))


def test_what_was_found_is_told_line_by_line(desk: AgentDesk, papers: KelompokPapers, tmp_path: Path) -> None:
    hand = GroupHand(desk)
    people = [person(1), {**person(2), "phone": "12"}]
    judged = hand.judged(hand.sign(hand.take(write_csv(tmp_path / "daftar.csv", people))))
    papers.save_result(tmp_path / "hasil.xlsx", judged, ["", "Nomor HP salah"])
    rows = list(load_workbook(tmp_path / "hasil.xlsx")["Hasil"].iter_rows(values_only=True))
    assert rows[0] == RESULT_HEADS
    assert [row[:6] for row in rows[1:]] == [
        (2, person(1)["nik"], person(1)["name"], "diterima", None, 33_600),
        (3, person(2)["nik"], person(2)["name"], "ditolak:phone_invalid", "phone_invalid", None),
    ]
    assert rows[2][6] == "Nomor HP salah"


def test_what_was_typed_is_no_formula(desk: AgentDesk, papers: KelompokPapers, tmp_path: Path) -> None:
    hand = GroupHand(desk)
    people = [{**person(1), "name": '=HYPERLINK("http://contoh.invalid")', "nik": "=1+1\x07"}]
    judged = hand.judged(hand.take(write_csv(tmp_path / "daftar.csv", people)))
    papers.save_result(tmp_path / "hasil.xlsx", judged, ["=2"])
    line = next(iter(load_workbook(tmp_path / "hasil.xlsx")["Hasil"].iter_rows(min_row=2)))
    assert [(cell.value, cell.data_type) for cell in (line[1], line[2], line[6])] == [
        ("=1+1", "s"),
        ('=HYPERLINK("http://contoh.invalid")', "s"),
        ("=2", "s"),
    ]


def test_a_place_where_no_file_can_be_is_told(
    desk: AgentDesk, papers: KelompokPapers, tmp_path: Path
) -> None:
    jobs, told = HandRunJobs(), list[Failure]()
    saver = PaperSaver(papers, jobs, told.append)
    hand = GroupHand(desk)
    people = hand.judged(hand.take(write_csv(tmp_path / "daftar.csv", [person(1)])))
    state = KelompokState(people=people)
    saver.save_signing_list(tmp_path / "daftar.pdf", state)
    saver.save_result(tmp_path / "hasil.xlsx", state, lambda _one: "")
    jobs.run_all()
    assert (told, (tmp_path / "hasil.xlsx").exists()) == ([], True)
    saver.save_result(tmp_path, state, lambda _one: "")
    jobs.run_all()
    assert [failure.code for failure in told] == [FailureCode.REPORT_NOT_SAVED]
