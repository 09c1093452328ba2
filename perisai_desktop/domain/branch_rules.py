"""Which version of the branch's settings this laptop works by, and what became of a newer one."""

from dataclasses import dataclass
from enum import StrEnum


class RulesTrouble(StrEnum):
    """Why settings that the server told of were not taken; those that hold stay."""

    SIGNATURE = "signature"
    OLDER = "older"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class BranchRules:
    """`version`: what is begun on this laptop ends by; `coming`: what the next thing that is opened works by, empty where
    that is the same. `trouble` is about what was told of last."""

    version: str = ""
    coming: str = ""
    trouble: RulesTrouble | None = None

    @property
    def fine(self) -> bool:
        """Whether there is nothing to do about them."""
        return not self.coming and self.trouble is None
