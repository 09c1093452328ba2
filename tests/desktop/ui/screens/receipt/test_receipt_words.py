"""Copies and printers in words, in both languages."""

import pytest

from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import Printer, PrinterState, PrintProgress, PrintStage
from perisai_desktop.ui.screens.receipt.words import copy_words, paper_words, printer_words, progress_words
from perisai_desktop.ui.theme.tokens import Tone


@pytest.mark.parametrize(
    ("copy", "sheets", "words"),
    [
        (0, 1, "Cetak ulang: SALINAN"),
        (0, 2, "Asli dan 1 SALINAN"),
        (0, 4, "Asli dan 3 SALINAN"),
        (1, 1, "Berikutnya: SALINAN 1"),
        (2, 3, "Berikutnya: SALINAN 2–4"),
    ],
)
@pytest.mark.usefixtures("indonesian")
def test_the_next_papers_are_named(copy: int, sheets: int, words: str) -> None:
    assert copy_words(copy, sheets) == words


@pytest.mark.usefixtures("indonesian")
def test_a_printer_says_how_it_is() -> None:
    said = [printer_words(Printer("Struk", state)) for state in PrinterState]
    assert said == ["Struk, siap", "Struk, dijeda", "Struk, mati", "Struk, periksa kertas dan tutupnya"]
    assert [paper_words(paper)[0] for paper in PaperSize] == ["A5", "A4", "80 mm", "58 mm"]


def test_only_what_is_through_is_said_in_the_tone_of_success() -> None:
    tones = {
        stage: progress_words(PrintProgress(stage))[2]
        for stage in PrintStage
        if stage is not PrintStage.FAILED
    }
    assert [stage for stage, tone in tones.items() if tone is Tone.OK] == [PrintStage.DONE]
    assert tones[PrintStage.WAITING] is Tone.WARNING
    for stage in tones:
        assert "print" in progress_words(PrintProgress(stage))[0].lower()
