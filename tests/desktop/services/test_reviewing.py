"""What the server says to a reviewer arrives as values, and what it refuses as a named failure."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.reviewing import Reviewing
from tests.support import portals
from tests.support.portals import http, portal


def problem(status: str, code: str, **data: object) -> bytes:
    body = json.dumps({"code": code, "data": data}).encode()
    return http(status, body, "Content-Type: application/problem+json")


def refused_with(answer: bytes) -> Failure:
    with portal(answer) as url:
        reviewing = Reviewing.at(url)
        with pytest.raises(Failure) as failed:
            reviewing.sign_in("penyelia", "rahasia")
        reviewing.close()
    return failed.value


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (problem("401 x", "sign_in_refused"), Failure(FailureCode.SIGN_IN_REFUSED)),
        (problem("401 x", "password_lapsed"), Failure(FailureCode.PASSWORD_LAPSED)),
        (problem("401 x", "session_lapsed"), Failure(FailureCode.SESSION_OVER)),
        (problem("403 x", "password_must_change"), Failure(FailureCode.PASSWORD_TEMPORARY)),
        (problem("403 x", "role_not_allowed"), Failure(FailureCode.NOT_ALLOWED)),
        (problem("403 x", "maker_is_checker"), Failure(FailureCode.MAKER_IS_CHECKER)),
        (problem("404 x", "record_unknown"), Failure(FailureCode.RECORD_UNKNOWN)),
        (problem("404 x", "laptop_unknown"), Failure(FailureCode.LAPTOP_UNKNOWN)),
        (problem("409 x", "laptop_revoked"), Failure(FailureCode.LAPTOP_REVOKED)),
        (problem("409 x", "laptop_ahead"), Failure(FailureCode.LAPTOP_AHEAD)),
        (problem("409 x", "epochs_used_up"), Failure(FailureCode.EPOCHS_USED_UP)),
        (problem("422 x", "challenge_malformed"), Failure(FailureCode.CHALLENGE_UNFIT)),
        (problem("409 x", "content_changed"), Failure(FailureCode.RECORD_CHANGED)),
        (problem("409 x", "claimed_by_other"), Failure(FailureCode.RECORD_TAKEN)),
        (
            problem("409 x", "move_refused", state="approved", move="return"),
            Failure(FailureCode.MOVE_REFUSED, state="approved", move="return"),
        ),
        (problem("422 x", "reason_unknown"), Failure(FailureCode.REASON_UNKNOWN)),
        (problem("422 x", "comment_missing"), Failure(FailureCode.COMMENT_MISSING)),
        (problem("409 x", "second_person_needed"), Failure(FailureCode.SECOND_PERSON_NEEDED)),
        (problem("409 x", "sample_unseen", missing=3), Failure(FailureCode.SAMPLE_UNSEEN, missing=3)),
        (problem("409 x", "bulk_over"), Failure(FailureCode.BULK_OVER)),
        (problem("404 x", "proposal_unknown"), Failure(FailureCode.RECORD_CHANGED)),
        (problem("429 x", "account_locked", seconds=60), Failure(FailureCode.ACCOUNT_LOCKED, seconds=60)),
        (problem("429 x", "too_many_requests", seconds=70), Failure(FailureCode.BRANCH_BUSY, seconds=70)),
        (problem("503 x", "store_unavailable"), Failure(FailureCode.BRANCH_BUSY, seconds=0)),
        (portals.BUSY_PROXY, Failure(FailureCode.BRANCH_BUSY, seconds=40)),
        (problem("500 x", "server_fault"), Failure(FailureCode.BRANCH_FAULT)),
        (problem("422 x", "odd"), Failure(FailureCode.REQUEST_INVALID, reason="odd")),
        (portals.LOGIN_PAGE, Failure(FailureCode.BRANCH_SILENT)),
        (portals.SILENCE, Failure(FailureCode.BRANCH_SILENT, detail="connection")),
    ],
    ids=lambda value: value.code.value if isinstance(value, Failure) else "",
)
def test_refusals_have_names(answer: bytes, failure: Failure) -> None:
    assert refused_with(answer) == failure


@pytest.fixture
def nobody() -> Iterator[Reviewing]:
    reviewing = Reviewing.at("http://127.0.0.1:9")
    yield reviewing
    reviewing.close()


def test_without_a_session_nothing_is_asked(nobody: Reviewing) -> None:
    for ask in (
        nobody.queue,
        nobody.sign_out,
        lambda: nobody.record("x"),
        lambda: nobody.approve("x", "0" * 64),
    ):
        with pytest.raises(Failure) as failed:
            ask()
        assert failed.value.code is FailureCode.SESSION_OVER


@pytest.mark.parametrize(
    ("url", "code"),
    [("cabang", FailureCode.ADDRESS_MALFORMED), ("http://cabang.invalid", FailureCode.SERVER_INSECURE)],
)
def test_an_address_that_is_not_used(url: str, code: FailureCode) -> None:
    with pytest.raises(Failure) as failed:
        Reviewing.at(url)
    assert failed.value.code is code
