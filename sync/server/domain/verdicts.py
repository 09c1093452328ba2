"""A verdict on one entry, and the review state it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sync.rules.reactions import Finding, Severity
from sync.rules.states import ReviewState, VerdictKind, state_of_verdict


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the server says of an entry on arrival (sync/README.md, "Verdicts").

    `missing` names what a parked entry waits for; `base` and `theirs` are content hashes of a conflict.
    `flags` are codes for the reviewer; the device sees `code` and `field` only.
    """

    kind: VerdictKind
    code: str | None = None
    field: str | None = None
    missing: str | None = None
    base: str | None = None
    theirs: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def state(self) -> ReviewState:
        """The review state that an entry with this verdict has."""
        state = state_of_verdict(self.kind)
        assert state is not None
        return state


ACCEPTED = Verdict(VerdictKind.ACCEPTED)


def held(code: str) -> Verdict:
    """Kept aside until a person has looked: a fork, a foreign chain, a revoked device."""
    return Verdict(VerdictKind.HELD, code, flags=(code,))


def needs_fix(code: str, field: str | None = None) -> Verdict:
    """The agent has to put something right."""
    return Verdict(VerdictKind.NEEDS_FIX, code, field, flags=(code,))


def flagged(*codes: str, field: str | None = None) -> Verdict:
    """Accepted, and a person is to look at it; without a code it is simply accepted."""
    return Verdict(VerdictKind.ACCEPTED_REVIEW, codes[0], field, flags=codes) if codes else ACCEPTED


def conflict(field: str, base: str | None, theirs: str) -> Verdict:
    """Both contents are kept, `theirs` the one that counts; a person compares."""
    return Verdict(VerdictKind.CONFLICT, "conflict", field, base=base, theirs=theirs, flags=("conflict",))


def of_findings(findings: Sequence[Finding], further: Sequence[str] = ()) -> Verdict:
    """The verdict of rule findings in order of precedence, and of further codes that flag without an error."""
    errors = [found for found in findings if found.severity is Severity.ERROR]
    if errors:
        codes = tuple(found.reaction.value for found in errors)
        return Verdict(VerdictKind.NEEDS_FIX, codes[0], errors[0].field, flags=codes)
    warnings = [found for found in findings if found.severity is Severity.WARNING]
    codes = tuple(dict.fromkeys([*(found.reaction.value for found in warnings), *further]))
    return flagged(*codes, field=warnings[0].field if warnings else None)
