"""Codes into words: what happened, whether money and data are safe, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.failure import Failure, FailureCode, FailureValue
from perisai_desktop.ui.failure_words import FAILURES, NETWORK_DETAILS
from perisai_desktop.ui.i18n import date_words, wait_words
from perisai_desktop.ui.reaction_words import REACTIONS
from sync.rules.reactions import Reaction
from sync.rules.rupiah import Rupiah, format_rupiah

translate = QCoreApplication.translate
_CUT_OFF = (FailureCode.NO_NETWORK, FailureCode.BRANCH_SILENT, FailureCode.ENROLMENT_CUT_OFF)
"""Failures whose first sentence says in what way there is no connection."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Three short sentences: what happened, is it safe, what to do."""

    what: str
    safe: str
    now: str

    @property
    def advice(self) -> str:
        """What follows from it, for the second line of a banner."""
        return f"{self.safe} {self.now}".strip()


def explain(failure: Failure) -> Explanation:
    """The three sentences of `failure` in the language on screen."""
    words = FAILURES[failure.code]
    data = _readable(failure)
    what, safe, now = (translate("Failures", sentence).format_map(data) for sentence in words)
    if failure.code in _CUT_OFF:
        detail = NETWORK_DETAILS.get(str(failure.data.get("detail", "")))
        what = translate("Failures", detail) if detail is not None else what
    return Explanation(what, safe, now)


def reaction_words(reaction: Reaction) -> str:
    """What a form is told by a finding, as one short sentence in the language on screen."""
    return translate("Reactions", REACTIONS[reaction])


class _Spoken(dict[str, str]):
    """Data of a failure; what it lacks is shown as a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _readable(failure: Failure) -> Mapping[str, str]:
    return _Spoken({name: _spoken(name, value) for name, value in failure.data.items()})


def _spoken(name: str, value: FailureValue) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, int) and name in ("shown", "price", "cash"):
        return format_rupiah(Rupiah(value))
    if isinstance(value, int) and name in ("seconds", "minutes"):
        return wait_words(value if name == "seconds" else 60 * value)
    if name == "day" and str(value)[:4].isdecimal():
        return date_words(date.fromisoformat(str(value)))
    return str(value)
