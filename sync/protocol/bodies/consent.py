"""Consent and its withdrawal, provable later (UU 27/2022)."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from sync.protocol.bodies.parts import Drawing, PersonalPart, TextShown
from sync.protocol.wire import Code, StrictModel, Text, Uuid

Way: TypeAlias = Literal["pad", "thumb_photo", "signed_paper_photo", "signed_list_photo"]
Purposes: TypeAlias = Annotated[tuple[Code, ...], Field(min_length=1, max_length=32)]


class Consent(StrictModel):
    """The purposes agreed to, the text that was read, and the way it was given; the instant is the entry's."""

    purposes: Purposes
    text: TextShown
    way: Way


class ConsentWithdrawal(StrictModel):
    """The purposes no longer agreed to; `consent` is the entry that gave them, where this store holds it."""

    purposes: Purposes
    text: TextShown
    way: Way
    consent: Uuid | None = None


class ConsentPersonal(PersonalPart):
    """The drawn signature (empty unless the way is `pad`) and who signed where it was somebody else."""

    signature: Drawing
    signed_by: Text | None = None
