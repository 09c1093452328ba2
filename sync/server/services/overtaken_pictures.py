"""What is found of pictures once a correction is judged that had come before its enrolment."""

from __future__ import annotations

import json
from dataclasses import replace

from sync.rules.states import VerdictKind
from sync.server.clock import eastern_day
from sync.server.domain.arrivals import Arrival
from sync.server.domain.checks.finding import Check
from sync.server.domain.checks.photos import check_used_before
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.judging import Judgement
from sync.server.domain.verdicts import Verdict
from sync.server.services.photo_uses import pictures_of, uses_before
from sync.server.storage.check_records import StoredFinding
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork

_FOUND = Check.PHOTO_USED_BEFORE.value
_TAKEN = frozenset({VerdictKind.ACCEPTED, VerdictKind.ACCEPTED_REVIEW})


def look_again(
    tx: UnitOfWork, arrival: Arrival, review: Review, verdict: Verdict, after: EnrolmentHistory
) -> Verdict:
    """The verdict with what was found of the enrolment's pictures, which is kept at the enrolment from here on.

    `review` is that of the correction. A new picture of the KTP is compared with all that were named so far; without
    one what was found of the enrolment's own stands.
    """
    known = tx.checks.about({after.entry_id, arrival.entry_id})
    kept = [one for one in known if one.entry_id == after.entry_id and one.check_code != _FOUND]
    if after.has_new_card:
        judgement = Judgement(arrival, aside=False, verdict=verdict, corrected=after)
        found = _compared(tx, judgement, review, after)
    else:
        found = [one for one in known if one.entry_id == after.entry_id and one.check_code == _FOUND]
    tx.checks.replace({after.entry_id, arrival.entry_id}, [*kept, *found])
    if not found or verdict.kind not in _TAKEN:
        return verdict
    return replace(verdict, kind=VerdictKind.ACCEPTED_REVIEW, flags=(*verdict.flags, _FOUND))


def _compared(
    tx: UnitOfWork, judgement: Judgement, review: Review, after: EnrolmentHistory
) -> list[StoredFinding]:
    own = pictures_of(judgement, review.agent_id)
    others = [use for uses in uses_before(tx, [judgement], review.agent_id).values() for use in uses]
    on = min(judgement.arrival.recorded_on, eastern_day(review.received_at))
    return [
        StoredFinding(
            entry_id=after.entry_id,
            check_code=_FOUND,
            branch_id=review.branch_id,
            agent_id=one.agent_id,
            found_on=one.on,
            evidence=json.dumps(list(one.evidence)),
            measure=one.measure,
        )
        for one in check_used_before(after.entry_id, review.agent_id, on, own, others)
    ]
