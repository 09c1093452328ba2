"""The consent text that is read aloud, and its separable purposes (UU 27/2022 on personal data)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose that a worker agrees to or not, apart from the others."""

    code: str
    text: str
    required: bool


@dataclass(frozen=True, slots=True)
class ConsentText:
    """A version of the text in one language; `sha256` is of the published file's bytes, so it can be proved later."""

    version: str
    language: str
    purposes: tuple[Purpose, ...]
    declaration: str
    sha256: str
    introduction: str = ""

    @property
    def required(self) -> frozenset[str]:
        """The purposes without which nobody can be enrolled."""
        return frozenset(purpose.code for purpose in self.purposes if purpose.required)

    def missing(self, given: Iterable[str]) -> frozenset[str]:
        """The required purposes that were not agreed to."""
        return self.required - frozenset(given)
