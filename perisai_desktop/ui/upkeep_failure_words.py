"""Three sentences for what may go wrong with copies and reports."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

UPKEEP_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.BACKUP_FOLDER_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "The folder for copies is not there."),
        QT_TRANSLATE_NOOP("Failures", "Your data on this laptop is as it was; no new copy was made."),
        QT_TRANSLATE_NOOP("Failures", "Plug the USB stick in, or choose another folder."),
    ),
    FailureCode.BACKUP_FOLDER_UNFIT: (
        QT_TRANSLATE_NOOP("Failures", "This folder belongs to the data of Perisai itself."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures", "Choose a folder on a USB stick: it survives when the laptop does not."
        ),
    ),
    FailureCode.BACKUP_NO_ROOM: (
        QT_TRANSLATE_NOOP("Failures", "There is not enough room for the copy."),
        QT_TRANSLATE_NOOP("Failures", "Your data on this laptop and the older copies are as they were."),
        QT_TRANSLATE_NOOP("Failures", "Free {needed} MB there, or choose another folder."),
    ),
    FailureCode.BACKUP_NOT_WHOLE: (
        QT_TRANSLATE_NOOP("Failures", "The copy could not be read back whole, so it was thrown away."),
        QT_TRANSLATE_NOOP("Failures", "Your data on this laptop and the older copies are as they were."),
        QT_TRANSLATE_NOOP("Failures", "Try again; if it stays so, use another USB stick."),
    ),
    FailureCode.REPORT_NOT_SAVED: (
        QT_TRANSLATE_NOOP("Failures", "The file could not be saved there."),
        QT_TRANSLATE_NOOP("Failures", "Your data is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Choose another folder with some room."),
    ),
    FailureCode.EXPORT_NO_ROOM: (
        QT_TRANSLATE_NOOP("Failures", "There is not enough room for the file."),
        QT_TRANSLATE_NOOP("Failures", "Your data is as it was; no half file was left there."),
        QT_TRANSLATE_NOOP("Failures", "Free some room, or save it on another disk or USB stick."),
    ),
    FailureCode.EXPORT_FILE_OPEN: (
        QT_TRANSLATE_NOOP(
            "Failures", "The file can't be replaced: it is open in another program, or locked."
        ),
        QT_TRANSLATE_NOOP("Failures", "Your data and the file that is there are as they were."),
        QT_TRANSLATE_NOOP("Failures", "Close it in Excel, or save under another name."),
    ),
}
