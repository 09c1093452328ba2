"""What the next worker at the same table may share with the one enrolled before: proposed on the same day only."""

import json
from dataclasses import dataclass
from datetime import date

from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Session
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.regions import Place

LAST_ENROLLED = "last_enrolled"
"""Names the choice that keeps the day, the village and the occupation of the worker enrolled last."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """A village and the name of an occupation, neither in a form before somebody takes it there."""

    village: Place | None = None
    occupation: str = ""


def remember(session: Session, on: date, form: EnrolmentForm) -> None:
    """Keep what a worker enrolled on a local date may share with the next; nothing that tells who it was."""
    told = {"on": on.isoformat(), "village": form.village.strip(), "occupation": form.occupation.strip()}
    choices.put(session, LAST_ENROLLED, json.dumps(told))


def recall(session: Session, on: date) -> tuple[str, str]:
    """The code of the village and the occupation of the worker enrolled last on a local date, empty where nobody was."""
    told = json.loads(choices.get(session, LAST_ENROLLED) or "{}")
    if told.get("on") != on.isoformat():
        return "", ""
    return told["village"], told["occupation"]
