"""Expected failures of the server: a stable code, an HTTP status and data without personal values."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

STATUS_OF_CODE: Mapping[str, HTTPStatus] = {
    "session_missing": HTTPStatus.UNAUTHORIZED,
    "session_lapsed": HTTPStatus.UNAUTHORIZED,
    "sign_in_refused": HTTPStatus.UNAUTHORIZED,
    "password_lapsed": HTTPStatus.UNAUTHORIZED,
    "role_not_allowed": HTTPStatus.FORBIDDEN,
    "maker_is_checker": HTTPStatus.FORBIDDEN,
    "own_account": HTTPStatus.FORBIDDEN,
    "account_out_of_reach": HTTPStatus.FORBIDDEN,
    "watching_not_allowed": HTTPStatus.FORBIDDEN,
    "password_must_change": HTTPStatus.FORBIDDEN,
    "account_unknown": HTTPStatus.NOT_FOUND,
    "agent_unknown": HTTPStatus.NOT_FOUND,
    "branch_unknown": HTTPStatus.NOT_FOUND,
    "bulk_unknown": HTTPStatus.NOT_FOUND,
    "laptop_unknown": HTTPStatus.NOT_FOUND,
    "file_unknown": HTTPStatus.NOT_FOUND,
    "office_unknown": HTTPStatus.NOT_FOUND,
    "photo_unknown": HTTPStatus.NOT_FOUND,
    "proposal_unknown": HTTPStatus.NOT_FOUND,
    "draft_unknown": HTTPStatus.NOT_FOUND,
    "release_unknown": HTTPStatus.NOT_FOUND,
    "record_unknown": HTTPStatus.NOT_FOUND,
    "region_unknown": HTTPStatus.NOT_FOUND,
    "worker_unknown": HTTPStatus.NOT_FOUND,
    "account_exists": HTTPStatus.CONFLICT,
    "name_taken": HTTPStatus.CONFLICT,
    "agent_exists": HTTPStatus.CONFLICT,
    "bulk_over": HTTPStatus.CONFLICT,
    "claimed_by_other": HTTPStatus.CONFLICT,
    "content_changed": HTTPStatus.CONFLICT,
    "draft_changed": HTTPStatus.CONFLICT,
    "draft_outdated": HTTPStatus.CONFLICT,
    "laptop_ahead": HTTPStatus.CONFLICT,
    "recovery_key_lost": HTTPStatus.CONFLICT,
    "reopen_code_differs": HTTPStatus.CONFLICT,
    "reopen_other_laptop": HTTPStatus.CONFLICT,
    "reopen_too_old": HTTPStatus.CONFLICT,
    "laptop_revoked": HTTPStatus.CONFLICT,
    "epochs_used_up": HTTPStatus.CONFLICT,
    "move_refused": HTTPStatus.CONFLICT,
    "photo_not_arrived": HTTPStatus.CONFLICT,
    "record_flagged": HTTPStatus.CONFLICT,
    "record_unfit": HTTPStatus.CONFLICT,
    "sample_unseen": HTTPStatus.CONFLICT,
    "second_person_needed": HTTPStatus.CONFLICT,
    "wipe_not_asked": HTTPStatus.CONFLICT,
    "file_damaged": HTTPStatus.UNPROCESSABLE_ENTITY,
    "file_for_other_key": HTTPStatus.UNPROCESSABLE_ENTITY,
    "file_newer": HTTPStatus.UNPROCESSABLE_ENTITY,
    "file_foreign": HTTPStatus.UNPROCESSABLE_ENTITY,
    "file_of_other_kind": HTTPStatus.UNPROCESSABLE_ENTITY,
    "body_too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "challenge_malformed": HTTPStatus.UNPROCESSABLE_ENTITY,
    "comment_missing": HTTPStatus.UNPROCESSABLE_ENTITY,
    "draft_faulty": HTTPStatus.UNPROCESSABLE_ENTITY,
    "nothing_changed": HTTPStatus.UNPROCESSABLE_ENTITY,
    "password_too_short": HTTPStatus.UNPROCESSABLE_ENTITY,
    "password_unchanged": HTTPStatus.UNPROCESSABLE_ENTITY,
    "reason_unknown": HTTPStatus.UNPROCESSABLE_ENTITY,
    "request_invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "role_unsuited": HTTPStatus.UNPROCESSABLE_ENTITY,
    "account_locked": HTTPStatus.TOO_MANY_REQUESTS,
    "too_many_requests": HTTPStatus.TOO_MANY_REQUESTS,
    "store_unavailable": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""The HTTP status of every code that a session, review, admin or reference route may answer with."""


class Refusal(Exception):
    """An expected failure that becomes a problem body `{"code": ..., "data": {...}}`.

    `code` is one of `STATUS_OF_CODE` unless `status` is given; `data` holds numbers, codes and field
    names, never a personal value and never a sentence.
    """

    def __init__(self, code: str, status: int | None = None, **data: int | str | None) -> None:
        super().__init__(code)
        self.code = code
        self.status = int(STATUS_OF_CODE[code]) if status is None else status
        self.data = data
