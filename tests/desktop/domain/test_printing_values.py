"""Which printer a paper goes to, and which printers are known to be thermal."""

import pytest

from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import (
    USUAL,
    PrintChoice,
    PrintDocument,
    Printer,
    PrintProgress,
    PrintStage,
    chosen,
    offered,
    thermal,
)

OFFICE = Printer("Kantor", default=True)
OLD = Printer("HP lama")
ROLL = Printer("Struk", raw=True)


@pytest.mark.parametrize(
    "name",
    [
        "EPSON TM-T82 Receipt",
        "POS-58",
        "XP-58IIH",
        "ZJ-58",
        "Thermal Printer",
        "Generic / Text Only",
        "RPP02N",
        "Struk",
    ],
)
def test_thermal_printers_are_known_by_name_or_driver(name: str) -> None:
    assert thermal("Printer", name)


@pytest.mark.parametrize(
    "name",
    ["HP LaserJet 1020", "EPSON L3110 Series", "Printer kantor", "Microsoft Print to PDF", "Canon iP2770"],
)
def test_other_printers_are_not(name: str) -> None:
    assert not thermal(name)


def test_a_sheet_never_goes_to_a_thermal_printer() -> None:
    assert offered((ROLL, OFFICE, OLD), PaperSize.A5) == (OFFICE, OLD)
    assert chosen((ROLL,), PaperSize.A4, "Struk") is None
    assert chosen((ROLL, OLD, OFFICE), PaperSize.A5, "Struk") == OFFICE


def test_a_roll_goes_to_the_thermal_printer_unless_another_is_chosen() -> None:
    assert offered((OFFICE, ROLL), PaperSize.ROLL_58) == (ROLL, OFFICE)
    assert chosen((OFFICE, ROLL), PaperSize.ROLL_58, "") == ROLL
    assert chosen((OFFICE, ROLL), PaperSize.ROLL_58, "Kantor") == OFFICE
    assert chosen((OLD, OFFICE), PaperSize.ROLL_80, "") == OFFICE
    assert chosen((OLD,), PaperSize.A5, "gone") == OLD
    assert chosen((), PaperSize.A5, "") is None


def test_sheets_and_rolls_have_a_printer_each() -> None:
    assert PrintChoice(PaperSize.A5, "", "") == USUAL
    sheets = USUAL.with_printer("Kantor")
    rolls = PrintChoice(PaperSize.ROLL_80, "Kantor").with_printer("Struk")
    assert (sheets.printer_for(PaperSize.A4), sheets.printer_for(PaperSize.ROLL_58)) == ("Kantor", "")
    assert (rolls.printer_for(PaperSize.A4), rolls.printer_for(PaperSize.ROLL_58)) == ("Kantor", "Struk")


def test_what_is_through_or_thrown_away_is_not_asked_about_again() -> None:
    moving = {stage for stage in PrintStage if PrintProgress(stage).moving}
    assert moving == {PrintStage.QUEUED, PrintStage.PRINTING, PrintStage.WAITING}


def test_a_document_does_not_spell_out_its_content() -> None:
    assert "rifah" not in repr(PrintDocument("0Q2FK-01-000001-U", PaperSize.A5, b"Ma'rifah"))
