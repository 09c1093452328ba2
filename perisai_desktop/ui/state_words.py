"""The states of records in the words, icons and tones that every list uses for them."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from perisai_desktop.ui.finding_words import FOUND
from perisai_desktop.ui.reaction_words import REACTIONS
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face
from sync.rules.reactions import Reaction
from sync.rules.reference import Reference
from sync.rules.states import ClientState, ReviewState

translate = QCoreApplication.translate

ReasonWords = Mapping[str, str]

SET_ASIDE = "set_aside"
"""The sync's own reason: the server fails at this action."""

_REACTIONS = {reaction.value: reaction for reaction in Reaction}


def reason_labels(reference: Reference, language: str) -> dict[str, str]:
    """Every coded reason of the branch by its code, in `language` ("id" or "en")."""
    return {
        reason.code: reason.label_id if language == "id" else reason.label_en for reason in reference.reasons
    }


def reason_words(code: str | None, labels: ReasonWords) -> str:
    """The sentence of a coded reason: the branch's own words, the rules' where a rule refused, the server's finding."""
    if not code:
        return ""
    if code in labels:
        return labels[code]
    if code in _REACTIONS:
        return translate("Reactions", REACTIONS[_REACTIONS[code]])
    if code in FOUND:
        return translate("Findings", FOUND[code])
    if code == SET_ASIDE:
        return translate("States", "the server could not take this yet; it is tried again")
    return translate("States", "see the branch's note")


def state_face(
    client: ClientState,
    review: ReviewState | None = None,
    kpj: str | None = None,
) -> Face:
    """The badge of a record."""
    match client:
        case ClientState.DRAFT:
            return Face(translate("States", "Draft"), "pen-line", Tone.MUTED, outlined=True)
        case ClientState.SEALED:
            return Face(translate("States", "Not sent yet"), "cloud-upload", Tone.WARNING)
        case ClientState.SENDING:
            return Face(translate("States", "Being sent"), "refresh-cw", Tone.INFO)
        case ClientState.TASK if review is ReviewState.DUPLICATE:
            words = translate("States", "Already registered, the branch will call")
            return Face(words, "users-round", Tone.ERROR)
        case ClientState.TASK:
            return Face(translate("States", "To correct"), "wrench", Tone.ERROR)
        case ClientState.APPROVED:
            return Face(translate("States", "Approved"), "check-check", Tone.OK)
        case ClientState.REGISTERED:
            words = translate("States", "Registered")
            return Face(f"{words} · KPJ {kpj}" if kpj else words, "circle-check", Tone.OK)
        case ClientState.REFUSED:
            return Face(translate("States", "Refused"), "circle-x", Tone.ERROR)
        case ClientState.ACKNOWLEDGED:
            return _at_branch(review)


def told_face() -> Face:
    """The badge of somebody whom only the agent's own list tells of."""
    return Face(translate("States", "From your list"), "users", Tone.MUTED, outlined=True)


def short_face(client: ClientState, review: ReviewState | None = None) -> Face:
    """The badge in one or two words, for a column of a table."""
    if client is ClientState.TASK and review is ReviewState.DUPLICATE:
        return Face(translate("States", "Already registered"), "users-round", Tone.ERROR)
    return state_face(client, review)


def _at_branch(review: ReviewState | None) -> Face:
    match review:
        case ReviewState.FLAGGED:
            return Face(translate("States", "Being checked"), "search-check", Tone.INFO)
        case ReviewState.IN_REVIEW:
            return Face(translate("States", "In review"), "eye", Tone.INFO)
        case ReviewState.PARKED | ReviewState.SUSPENSE | ReviewState.HELD:
            return Face(translate("States", "Waits for other data"), "hourglass", Tone.INFO)
        case _:
            return Face(translate("States", "Sent"), "check", Tone.INFO)
