"""Sentences for what can go wrong where a worker's life or consent changes: what happened, whether it is safe, what to do."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

LIFE_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.CONSENT_NOT_GIVEN: (
        QT_TRANSLATE_NOOP("Failures", "The worker has not agreed to this, or took it back before."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Choose only what the worker still agrees to."),
    ),
    FailureCode.WITHDRAWAL_UNSIGNED: (
        QT_TRANSLATE_NOOP("Failures", "The withdrawal is not signed yet."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Let the worker sign on the pad."),
    ),
}
