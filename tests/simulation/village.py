"""The people of the village and what an agent's program makes of them: worked out once, for it is the same each day."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sync.protocol.bodies.contribution import ContributionLine
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.bodies.parts import BlobMeaning, TextShown
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob
from sync.protocol.forms import enrolment_parts
from sync.protocol.identifiers import uuid7
from sync.rules.enrolment import Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.pricing import Quote
from tests.simulation.clocks import NINE
from tests.support.field_laptop import farmer_lines, person
from tests.support.reference_data import gazetteer, reference

LENGTHS = (9_000, 40_000, 100_000)
VILLAGE = 9
"""So many people live here: two agents meet the same ones."""
_SOMEBODY = uuid7(NINE, bytes(10))


@lru_cache(maxsize=64)
def villager(number: int) -> EnrolmentForm:
    """The form of a person, filled in without an error."""
    return person(number)


@lru_cache(maxsize=256)
def price_of(form: EnrolmentForm, today: date) -> Quote | None:
    """What the form costs on a local date; None where it cannot be enrolled that day."""
    return assess(form, Circumstances(reference(), gazetteer(), today=today)).quote


def enrolment_of(
    form: EnrolmentForm, salt: str, pictures: tuple[BlobMeaning, ...] = ()
) -> tuple[Enrolment, EnrolmentPersonal]:
    """Body and personal part of a form, under a salt of their own."""
    body, personal = _written(form)
    return body, personal.model_copy(update={"salt": salt, "blobs": pictures})


def month_of(worker_id: str) -> tuple[ContributionLine, ...]:
    """The lines of the first month of a worker."""
    return tuple(line.model_copy(update={"worker_id": worker_id}) for line in _month())


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as an entry names it, and its bytes."""

    blob: Blob
    content: bytes


@lru_cache(maxsize=64)
def photo(number: int) -> Photo:
    """A picture that somebody takes: it travels in one piece, in two or in three."""
    content = random.Random(number).randbytes(LENGTHS[number % len(LENGTHS)])
    return Photo(Blob(sha256=sha256_hex(content), length=len(content)), content)


def shown() -> TextShown:
    """The text of consent and declaration."""
    return TextShown(version="2026.1", language="id", sha256=reference().consent.sha256)


@lru_cache(maxsize=256)
def _written(form: EnrolmentForm) -> tuple[Enrolment, EnrolmentPersonal]:
    return enrolment_parts(form, salt=to_base64url(bytes(16)), declaration=shown(), findings=[])


@lru_cache(maxsize=1)
def _month() -> tuple[ContributionLine, ...]:
    return farmer_lines(_SOMEBODY, 1)
