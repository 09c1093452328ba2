"""Three sentences for what a camera does not do: what happened, is it safe, what to do."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

CAMERA_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.CAMERA_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "This laptop has no camera at the moment."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, the form is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Plug a camera in, or choose the photo from a file."),
    ),
    FailureCode.CAMERA_BUSY: (
        QT_TRANSLATE_NOOP("Failures", "The camera gives no picture. Mostly another program is using it."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, the form is as it was."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Close programs for calls and meetings, then turn the camera on again. A file works as ever.",
        ),
    ),
    FailureCode.CAMERA_FORBIDDEN: (
        QT_TRANSLATE_NOOP("Failures", "The privacy settings of this laptop keep programs from the camera."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, the form is as it was."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "In Windows' settings, under Privacy and Camera, let desktop apps use the camera. A file works as ever.",
        ),
    ),
    FailureCode.CAMERA_GONE: (
        QT_TRANSLATE_NOOP("Failures", "The camera is no longer there: it was unplugged or switched off."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, the form is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Plug it in and turn it on again, or choose the photo from a file."),
    ),
}
