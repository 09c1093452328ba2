"""What a correction may do to an enrolment, and which state it leads to."""

import pytest

from sync.rules.reactions import Reaction, finding
from sync.rules.states import ReviewState, VerdictKind
from sync.server.domain.judging_people import corrected_state
from sync.server.domain.verdicts import ACCEPTED, Verdict, flagged, needs_fix, of_findings

R = ReviewState


@pytest.mark.parametrize(
    ("state", "clean", "warned", "broken"),
    [
        (R.RECEIVED, R.RECEIVED, R.FLAGGED, R.RETURNED),
        (R.FLAGGED, R.FLAGGED, R.FLAGGED, R.RETURNED),
        (R.RETURNED, R.RECEIVED, R.FLAGGED, R.RETURNED),
        (R.IN_REVIEW, R.IN_REVIEW, R.IN_REVIEW, R.IN_REVIEW),
        (R.DUPLICATE, R.DUPLICATE, R.DUPLICATE, R.DUPLICATE),
        (R.APPROVED, R.FLAGGED, R.FLAGGED, R.FLAGGED),
        (R.REFUSED, R.FLAGGED, R.FLAGGED, R.FLAGGED),
        (R.REGISTERED, R.REGISTERED, R.REGISTERED, R.REGISTERED),
    ],
)
def test_where_a_correction_leads(state: R, clean: R, warned: R, broken: R) -> None:
    assert corrected_state(state, ACCEPTED) is clean
    assert corrected_state(state, flagged("sex_differs")) is warned
    assert corrected_state(state, needs_fix("name_missing", "name")) is broken


def test_the_first_error_speaks_and_warnings_only_flag() -> None:
    error, warning = finding(Reaction.NAME_MISSING), finding(Reaction.SEX_DIFFERS)
    note = finding(Reaction.REGION_RETIRED)
    assert of_findings([error, warning]) == Verdict(
        VerdictKind.NEEDS_FIX, "name_missing", "name", flags=("name_missing",)
    )
    assert of_findings([warning, note], ["two_sectors"]) == Verdict(
        VerdictKind.ACCEPTED_REVIEW, "sex_differs", "sex", flags=("sex_differs", "two_sectors")
    )
    assert of_findings([note]) is ACCEPTED
    assert of_findings([], ["two_sectors"]).code == "two_sectors"
