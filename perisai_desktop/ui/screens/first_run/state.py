"""What the first-run screen shows."""

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.enrolling_step import EnrolStep
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.password import Strength


class Page(StrEnum):
    """The pages in their order; DONE is where the laptop is enrolled."""

    LANGUAGE = "language"
    CODE = "code"
    PASSWORD = "password"  # noqa: S105 - the name of a page
    DONE = "done"


class Gap(StrEnum):
    """What is still missing or wrong before one can go on."""

    SERVER_MISSING = "server_missing"
    CODE_MISSING = "code_missing"
    CODE_LENGTH = "code_length"
    CODE_SIGNS = "code_signs"
    PASSWORD_MISSING = "password_missing"  # noqa: S105 - the name of a gap
    PASSWORD_SHORT = "password_short"  # noqa: S105 - the name of a gap
    PASSWORD_COMMON = "password_common"  # noqa: S105 - the name of a gap
    PASSWORD_DIGITS = "password_digits"  # noqa: S105 - the name of a gap
    PASSWORDS_DIFFER = "passwords_differ"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the laptop is from now on; `recoverable` where the branch holds the recovery key."""

    device: str
    agent: str
    number: str
    office: str
    branch: str
    practice: bool
    recoverable: bool


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """The page, server and code as typed, what is missing, and what the server said; passwords are never part of it.

    `strength` judges what stands in the password's field, None while it is empty. `busy` is the step that is
    being done.
    """

    page: Page = Page.LANGUAGE
    server: str = ""
    code: str = ""
    gaps: frozenset[Gap] = frozenset()
    strength: Strength | None = None
    busy: EnrolStep | None = None
    failure: Failure | None = None
    summary: Summary | None = None
