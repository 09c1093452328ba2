"""A list of participants in words: what was read, and what keeps a line out."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.portfolio import LineFault, UnfitLine
from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.portfolio.state import PortfolioState
from perisai_desktop.ui.theme.tokens import Tone
from sync.rules.rupiah import format_number

translate = QCoreApplication.translate


def line_words(line: UnfitLine) -> str:
    """Everything that is wrong with a line."""
    faults = {
        LineFault.UNTIL_UNREADABLE: translate("Portfolio", "Paid until is no month, such as 10/2026"),
        LineFault.UNTIL_AHEAD: translate("Portfolio", "Paid until is too far ahead"),
        LineFault.KPJ_LENGTH: translate("Portfolio", "The KPJ has 11 digits"),
        LineFault.NAME_UNFIT: translate(
            "Portfolio", "The name is too long, or holds signs that are no letters"
        ),
        LineFault.TWICE: translate("Portfolio", "This NIK stands in the list twice"),
    }
    return "; ".join([*map(problem_words, line.findings), *(faults[one] for one in line.faults)])


def outcome_words(state: PortfolioState) -> tuple[str, str, Tone]:
    """What the list holds, or what came of it."""
    if state.kept is not None:
        title = translate("Portfolio", "Taken in: {count}").format(count=format_number(state.kept))
        words = translate(
            "Portfolio", "They fall due in the collection round. Nothing was sent, no money moved."
        )
        return title, words, Tone.OK
    read = state.read
    if read is None:
        return "", "", Tone.INFO
    title = translate("Portfolio", "{file}: {count} can be taken in").format(
        file=read.name, count=format_number(len(read.participants))
    )
    told = []
    if read.here:
        told.append(
            translate("Portfolio", "{count} are on this laptop already.").format(
                count=format_number(read.here)
            )
        )
    if read.unfit:
        told.append(
            translate(
                "Portfolio", "{count} lines stay out: put them right in the file and choose it again."
            ).format(count=format_number(len(read.unfit)))
        )
    return title, " ".join(told), Tone.WARNING if read.unfit else Tone.OK
