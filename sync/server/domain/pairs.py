"""Two records that may be of one person: why they are alike, who may say what of them, and what a saying lifts."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sync.protocol.kinds import EntryKind
from sync.rules.dates import parse_date
from sync.rules.pairs import Saying
from sync.rules.phones import normal_phone
from sync.rules.states import Move, ReviewState, review_move
from sync.server.domain.checks.finding import Check
from sync.server.domain.checks.likeness import dates_close, likeness_of, names_alike
from sync.server.domain.contents import is_apart
from sync.server.refusals import Refusal
from sync.server.storage.check_records import StoredFinding
from sync.server.storage.decision_records import PairSaying
from sync.server.storage.records import Review

Pair = tuple[str, str]
"""Two entry ids, the lower one first."""
ALIKE: Mapping[str, frozenset[str]] = {
    Check.SAME_NIK.value: frozenset({Check.SAME_NIK.value}),
    Check.SAME_PERSON.value: frozenset({Check.SAME_PERSON.value, "likely_duplicate"}),
}
"""Checks that take two records for one person's, each with the flags that go with it."""
_OPEN = frozenset({ReviewState.RECEIVED, ReviewState.FLAGGED, ReviewState.IN_REVIEW, ReviewState.DUPLICATE})


def pair_of(one: str, other: str) -> Pair:
    """Two entries as they are stored."""
    return (one, other) if one < other else (other, one)


def standing_of_pairs(sayings: Iterable[PairSaying]) -> Mapping[Pair, PairSaying]:
    """What stands of each pair: what was said last."""
    ordered = sorted(sayings, key=lambda one: one.number)
    return {(one.first_id, one.second_id): one for one in ordered}


def is_escalated(standing: PairSaying | None) -> bool:
    """Whether somebody else has to say it."""
    return standing is not None and standing.saying == Saying.ESCALATE.value


def sayable(
    mine: Review, other: Review, standing: PairSaying | None, account_id: str, *, decides: bool
) -> tuple[Saying, ...]:
    """What an account may say of two records, of which `mine` is the one that waits.

    Only of enrolments, and until the record is decided. What was escalated is answered by anybody but who did it, a
    branch administrator too; anything else is said by who `decides`.
    """
    enrolled = all(one.kind == EntryKind.ENROLMENT.value and not is_apart(one) for one in (mine, other))
    if not enrolled or ReviewState(mine.state) not in _OPEN:
        return ()
    if standing is not None and standing.saying == Saying.ESCALATE.value:
        return () if standing.account_id == account_id else (Saying.APART, Saying.SAME)
    said = None if standing is None else standing.saying
    return tuple(one for one in Saying if one.value != said) if decides else ()


def refuse_unsayable(
    mine: Review, other: Review, standing: PairSaying | None, asked: Saying, account_id: str, *, decides: bool
) -> None:
    """Refuse `second_person_needed` to who escalated, and `move_refused` for what else cannot be said."""
    if asked in sayable(mine, other, standing, account_id, decides=decides):
        return
    if is_escalated(standing) and standing is not None and standing.account_id == account_id:
        raise Refusal("second_person_needed")
    raise Refusal("move_refused", state=mine.state, move=asked.value)


def told_apart(
    findings: Iterable[StoredFinding], pair: Pair
) -> tuple[tuple[StoredFinding, ...], Mapping[str, frozenset[str]]]:
    """The findings about a pair without each other as evidence, and by entry the flags that nothing speaks for then."""
    kept: list[StoredFinding] = []
    lifted: dict[str, frozenset[str]] = {}
    for one in findings:
        other = pair[0] if one.entry_id == pair[1] else pair[1]
        evidence = json.loads(one.evidence)
        if one.check_code not in ALIKE or other not in evidence:
            kept.append(one)
            continue
        left = [entry_id for entry_id in evidence if entry_id != other]
        if left:
            kept.append(replace(one, evidence=json.dumps(left), measure=max(one.measure - 1, len(left))))
        else:
            lifted[one.entry_id] = lifted.get(one.entry_id, frozenset()) | ALIKE[one.check_code]
    return tuple(kept), lifted


def without_flags(review: Review, lifted: Collection[str]) -> Review:
    """The review without some flags: with the last of them it is received again, at once or when it is given back.

    Given back, one that was a duplicate waits for a person to decide: as flagged, while it has flags.
    """
    flags = json.loads(review.flags)
    left = [flag for flag in flags if flag not in lifted]
    state, before = review.state, review.state_before_claim
    if before == ReviewState.DUPLICATE.value:
        before = ReviewState.FLAGGED.value if left else ReviewState.RECEIVED.value
    if flags and not left:
        state, before = _cleared(state), None if before is None else _cleared(before)
    return replace(review, flags=json.dumps(left), state=state, state_before_claim=before)


def _cleared(state: str) -> str:
    flagged = ReviewState.FLAGGED
    return review_move(flagged, Move.CLEAR).value if state == flagged.value else state


def why_alike(mine: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, ...]:
    """What two forms (texts by field) have in common, as codes; empty fields have nothing in common."""

    def same(name: str) -> bool:
        return bool(mine.get(name)) and mine.get(name) == other.get(name)

    names = likeness_of(mine.get("name", "")), likeness_of(other.get("name", ""))
    born = parse_date(mine.get("birth_date", "")), parse_date(other.get("birth_date", ""))
    phones = normal_phone(mine.get("phone", "")), normal_phone(other.get("phone", ""))
    close = born[0] is not None and born[1] is not None and dates_close(born[0], born[1])
    found = {
        "same_nik": same("nik"),
        "same_name": bool(names[0]) and names[0] == names[1],
        "name_alike": names[0] != names[1] and names_alike(*names),
        "same_birth_date": born[0] is not None and born[0] == born[1],
        "birth_date_close": born[0] != born[1] and close,
        "same_mother": same("mother_name"),
        "same_phone": phones[0] is not None and phones[0] == phones[1],
        "same_village": same("village"),
    }
    return tuple(code for code, holds in found.items() if holds)
