"""Choices of one side of a laptop, and what both sides share."""

from perisai_desktop.ui.shell.laptop import PassingChoices, SideChoices


def test_what_belongs_to_the_program_is_kept_there_and_the_rest_on_the_side() -> None:
    side, machine = PassingChoices(), PassingChoices()
    choices = SideChoices(side, machine)
    choices.keep(scale=150, paper="roll58", receipts="/usb")
    choices.keep(screen="sync")
    assert (machine.read().scale, machine.read().paper, machine.read().receipts) == (150, "a5", "")
    assert (side.read().scale, side.read().receipts, side.read().screen) == (100, "/usb", "sync")
    read = choices.read()
    assert (read.scale, read.paper, read.receipts, read.screen) == (150, "roll58", "/usb", "sync")
