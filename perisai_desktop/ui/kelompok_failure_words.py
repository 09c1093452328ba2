"""Sentences for what can go wrong where people are enrolled together: what happened, whether it is safe, what to do."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

KELOMPOK_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.LIST_UNREADABLE: (
        QT_TRANSLATE_NOOP("Failures", "This file can't be read as a list."),
        QT_TRANSLATE_NOOP("Failures", "Nothing of it was taken."),
        QT_TRANSLATE_NOOP("Failures", "Save it in your spreadsheet as .xlsx or .csv and choose it again."),
    ),
    FailureCode.LIST_LOCKED: (
        QT_TRANSLATE_NOOP("Failures", "This file has a password, or is a workbook of an old kind (.xls)."),
        QT_TRANSLATE_NOOP("Failures", "Nothing of it was taken."),
        QT_TRANSLATE_NOOP("Failures", "Save it as .xlsx without a password and choose it again."),
    ),
    FailureCode.LIST_EMPTY: (
        QT_TRANSLATE_NOOP("Failures", "There are no people in this file."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Open it in your spreadsheet and look, or choose another file."),
    ),
    FailureCode.LIST_TOO_LONG: (
        QT_TRANSLATE_NOOP("Failures", "This file is too large: a list has at most {most} people."),
        QT_TRANSLATE_NOOP("Failures", "Nothing of it was taken."),
        QT_TRANSLATE_NOOP("Failures", "Split it into several files."),
    ),
    FailureCode.LIST_TAKEN: (
        QT_TRANSLATE_NOOP(
            "Failures", "All {lines} people of this file were enrolled from this laptop before."
        ),
        QT_TRANSLATE_NOOP("Failures", "Nobody is enrolled twice, and their receipts stand."),
        QT_TRANSLATE_NOOP("Failures", "Look for them among the workers, or choose another file."),
    ),
    FailureCode.LIST_COLUMNS_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "The columns with NIK and name are not chosen yet."),
        QT_TRANSLATE_NOOP("Failures", "Nothing of the file was taken."),
        QT_TRANSLATE_NOOP("Failures", "Choose which column holds the NIK and which the name."),
    ),
    FailureCode.LIST_COLUMNS_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This list has no columns for NIK, name and paid until."),
        QT_TRANSLATE_NOOP("Failures", "Nothing of the file was taken."),
        QT_TRANSLATE_NOOP(
            "Failures", "Head the columns NIK, Nama and Lunas s.d., and choose the file again."
        ),
    ),
    FailureCode.PORTAL_COLUMNS_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "Columns of the answers are still to be chosen."),
        QT_TRANSLATE_NOOP("Failures", "Nothing of the file was taken."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Choose which column is the NIK and which the KPJ or the reason, or which is the kode iuran.",
        ),
    ),
    FailureCode.LINES_NOT_READY: (
        QT_TRANSLATE_NOOP("Failures", "Some people are no longer ready since you looked: {count}."),
        QT_TRANSLATE_NOOP("Failures", "No money was recorded, and nothing that was typed is lost."),
        QT_TRANSLATE_NOOP("Failures", "Look at the lines that are marked, then take the money again."),
    ),
    FailureCode.PAYER_NAME_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "It is not said yet who pays."),
        QT_TRANSLATE_NOOP("Failures", "No money was recorded."),
        QT_TRANSLATE_NOOP("Failures", "Type the name of whoever hands over the money."),
    ),
    FailureCode.MEMBERS_NOT_PAYABLE: (
        QT_TRANSLATE_NOOP("Failures", "What some members owe has changed since you looked: {count}."),
        QT_TRANSLATE_NOOP("Failures", "No money was recorded and no receipt number was used."),
        QT_TRANSLATE_NOOP("Failures", "Look at the list and the sum once more, then take the money again."),
    ),
    FailureCode.KELOMPOK_GONE: (
        QT_TRANSLATE_NOOP("Failures", "Nobody of this group is served from this laptop any more."),
        QT_TRANSLATE_NOOP("Failures", "Receipts and payments stand as they were."),
        QT_TRANSLATE_NOOP("Failures", "Choose another group, or look for the people among the workers."),
    ),
    FailureCode.TOO_MANY_PAGES: (
        QT_TRANSLATE_NOOP("Failures", "A signed list has at most {most} photographed pages."),
        QT_TRANSLATE_NOOP("Failures", "The pages that are there are kept."),
        QT_TRANSLATE_NOOP("Failures", "Split the list into two groups."),
    ),
}
