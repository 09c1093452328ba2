"""The portal in words: what was saved, and what becomes of each line of the agency's file."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.portal import AnsweredRow
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.screens.portal.state import PortalState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate

_FAULTS = {
    "worker_unknown": QT_TRANSLATE_NOOP("Portal", "Nobody of this branch has this NIK"),
    "maker_is_checker": QT_TRANSLATE_NOOP("Portal", "You recorded this person yourself"),
    "answered_twice": QT_TRANSLATE_NOOP("Portal", "This person stands in the file twice"),
    "answer_empty": QT_TRANSLATE_NOOP("Portal", "Neither a KPJ nor a reason"),
    "answer_ambiguous": QT_TRANSLATE_NOOP("Portal", "A KPJ and a reason at once"),
    "reason_unknown": QT_TRANSLATE_NOOP("Portal", "The reason is not known"),
    "kpj_malformed": QT_TRANSLATE_NOOP("Portal", "The KPJ has 11 digits"),
    "kpj_of_other_server": QT_TRANSLATE_NOOP(
        "Portal", "KPJ numbers of practice begin with 000, real ones never do"
    ),
    "kpj_taken": QT_TRANSLATE_NOOP("Portal", "Somebody else has this KPJ"),
    "kpj_differs": QT_TRANSLATE_NOOP("Portal", "Registered already with another KPJ"),
    "nik_of_other_worker": QT_TRANSLATE_NOOP("Portal", "Somebody else holds this NIK"),
    "move_refused": QT_TRANSLATE_NOOP("Portal", "Not approved, or decided meanwhile"),
    "billing_unknown": QT_TRANSLATE_NOOP("Portal", "No deposit has this kode iuran yet"),
    "billing_twice": QT_TRANSLATE_NOOP("Portal", "Two deposits name this kode iuran"),
    "deposit_undecided": QT_TRANSLATE_NOOP("Portal", "The deposit waits for a decision first"),
    "deposit_differs": QT_TRANSLATE_NOOP("Portal", "The deposit differs from its receipts"),
    "amount_differs": QT_TRANSLATE_NOOP("Portal", "Another amount was deposited under this kode iuran"),
}
_OUTCOMES = {
    "refused": QT_TRANSLATE_NOOP("Portal", "Refused, the agent gives the money back"),
    "proposed": QT_TRANSLATE_NOOP("Portal", "Refused: a second reviewer brings the same file"),
    "same": QT_TRANSLATE_NOOP("Portal", "Taken in before"),
}


def answer_fields() -> tuple[Option, ...]:
    """The parts that an answer can have."""
    return (
        Option("nik", translate("Portal", "NIK")),
        Option("entry", translate("Portal", "Id of the enrolment")),
        Option("kpj", translate("Portal", "KPJ")),
        Option("reason", translate("Portal", "Why it was refused")),
        Option("billing", translate("Portal", "Kode iuran")),
        Option("paid", translate("Portal", "Rupiah paid")),
        Option("sort", translate("Portal", "Enrolment or renewal")),
    )


def row_words(row: AnsweredRow) -> str:
    """What becomes of a line."""
    if row.outcome == "registered":
        return translate("Portal", "Registered · KPJ {kpj}").format(kpj=row.kpj)
    if row.outcome == "matched":
        return translate("Portal", "{rupiah} matched, {count} receipts · {code}").format(
            code=row.billing_code, count=format_number(row.count), rupiah=format_rupiah(Rupiah(row.rupiah))
        )
    words = _OUTCOMES.get(row.outcome) or _FAULTS.get(row.code or "")
    return (row.code or "") if words is None else translate("Portal", words)


def outcome_words(state: PortalState) -> tuple[str, str, Tone]:
    """What was saved, or what the file holds and came of it."""
    if state.saved is not None:
        name, count, rupiah = state.saved
        title = translate("Portal", "{file}: {count} lines, {rupiah}").format(
            file=name, count=format_number(count), rupiah=format_rupiah(Rupiah(rupiah))
        )
        words = translate(
            "Portal", "Who took the list is written down. It holds personal data: keep it safe."
        )
        return title, words, Tone.OK
    if state.file is None or state.busy:
        return "", "", Tone.INFO
    kinds = [row.outcome for row in state.rows]
    title = (
        translate("Portal", "Taken in: {kpj} KPJ, {refused} refused, {matched} kode iuran")
        if state.taken
        else translate("Portal", "{file}: {kpj} KPJ, {refused} refused, {matched} kode iuran")
    ).format(
        file=state.file.name,
        kpj=format_number(kinds.count("registered")),
        refused=format_number(kinds.count("refused") + kinds.count("proposed")),
        matched=format_number(kinds.count("matched")),
    )
    if state.result:
        words = translate("Portal", "The result is saved as {name}.").format(name=state.result)
        return title, words, Tone.OK
    faults = kinds.count("fault")
    if not faults:
        return title, "", Tone.OK
    words = translate("Portal", "{count} lines stay out; the table says why.").format(
        count=format_number(faults)
    )
    return title, words, Tone.WARNING


def result_heads() -> tuple[str, ...]:
    """The heads of the workbook with the result."""
    return (
        translate("Portal", "Line"),
        translate("Portal", "Name"),
        "KPJ",
        "Kode iuran",
        translate("Portal", "What becomes of it"),
    )


def result_lines(rows: Sequence[AnsweredRow]) -> tuple[tuple[str, ...], ...]:
    """The lines of the workbook with the result."""
    return tuple((str(row.row), row.name, row.kpj, row.billing_code, row_words(row)) for row in rows)
