"""What several kinds of entry have in common: the personal part's frame, findings, references, strokes."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from sync.protocol.wire import (
    Code,
    Count,
    Day,
    Hash,
    Prose,
    SixteenBytes,
    StrictModel,
    Text,
    Uuid,
    Version,
)

ProgrammeText: TypeAlias = Literal["JKK", "JKM", "JHT"]
OfferText: TypeAlias = Literal["JKK+JKM", "JKK+JKM+JHT"]
PayerText: TypeAlias = Literal[
    "self", "enterprise", "company", "central_budget", "regional_budget", "village_budget"
]
SexText: TypeAlias = Literal["L", "P"]

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Coordinate = Annotated[int, Field(ge=0, le=100_000)]
Point: TypeAlias = tuple[Coordinate, Coordinate]
Stroke: TypeAlias = Annotated[tuple[Point, ...], Field(min_length=1, max_length=4_000)]
"""A line drawn without lifting the pen: points (x, y) in the pad's own units, y downwards."""
Drawing: TypeAlias = Annotated[tuple[Stroke, ...], Field(max_length=400)]
"""A drawn signature; empty where something else stands in its place."""


class BlobMeaning(StrictModel):
    """What a picture of the entry shows; personal, since it says what the picture is of."""

    sha256: Hash
    shows: Literal["ktp", "signature", "thumb", "signed_paper", "signed_list", "slip", "other"]


class PersonalPart(StrictModel):
    """The frame of every personal part: 16 random bytes that keep its digest from being guessed."""

    salt: SixteenBytes
    blobs: Annotated[tuple[BlobMeaning, ...], Field(max_length=32)]


class Finding(StrictModel):
    """A warning or note that the rules raised (a reaction code), with the agent's reason for a warning."""

    code: Code
    reason: Prose | None = None


class TextShown(StrictModel):
    """Which published text a person was read: its version, language and SHA-256."""

    version: Version
    language: Language
    sha256: Hash


class LineReference(StrictModel):
    """One line of a contribution: the entry and the line's place in it, from 0."""

    contribution: Uuid
    line: Count


class Heir(StrictModel):
    """Somebody who inherits: the least that is needed. `share` is in hundredths of the whole."""

    name: Text
    relation: Text
    birth_date: Day | None = None
    share: Annotated[int, Field(ge=1, le=100)] | None = None


class BankAccount(StrictModel):
    """Where JHT would be paid to."""

    bank: Text
    number: Text
    holder: Text


Findings: TypeAlias = Annotated[tuple[Finding, ...], Field(max_length=64)]
Heirs: TypeAlias = Annotated[tuple[Heir, ...], Field(max_length=20)]
Lines: TypeAlias = Annotated[tuple[LineReference, ...], Field(min_length=1, max_length=22_500)]
