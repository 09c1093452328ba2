"""Changes the password of whoever is signed in at the branch's server."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.password import ACCOUNT_LEAST_SIGNS
from perisai_desktop.services.new_passwords import refuse_weak
from sync.client.review_client import ReviewClient
from sync.protocol.sessions import ReviewSession

T = TypeVar("T")

_OF_CHANGE = {
    FailureCode.SIGN_IN_REFUSED: FailureCode.OLD_PASSWORD_WRONG,
    FailureCode.BRANCH_SILENT: FailureCode.PASSWORD_UNCERTAIN,
    FailureCode.BRANCH_FAULT: FailureCode.PASSWORD_UNCERTAIN,
}
_OF_ENTRY = {
    FailureCode.SIGN_IN_REFUSED: FailureCode.SESSION_OVER,
    FailureCode.BRANCH_SILENT: FailureCode.PASSWORD_UNCERTAIN,
    FailureCode.BRANCH_FAULT: FailureCode.PASSWORD_UNCERTAIN,
}


class Asked(Protocol):
    """Makes a Failure of what the server refuses."""

    def __call__(self, ask: Callable[[], T]) -> T:
        """The server's answer; raises Failure."""


class OwnPassword:
    """Online. To be used from one thread at a time."""

    def __init__(self, client: ReviewClient, asked: Asked) -> None:
        self._client = client
        self._asked = asked

    def change(self, old: str, new: str) -> ReviewerIdentity:
        """Replace the password and sign in with it: the change ends every session of the account.

        A call whose answer was lost may be repeated: a session that is over is answered by signing in with `new`,
        which holds where the change had arrived. Raises Failure: password_too_short (minimum), password_too_common,
        password_unchanged, old_password_wrong, password_uncertain, session_over, branch_busy (seconds).
        """
        refuse_weak(new, ACCOUNT_LEAST_SIGNS)
        session = self._client.session
        if session is None:
            raise Failure(FailureCode.SESSION_OVER)
        try:
            self._told(lambda: self._client.change_password(old, new), _OF_CHANGE)
        except Failure as failure:
            if failure.code is not FailureCode.SESSION_OVER:
                raise
        return identity_of(self._told(lambda: self._client.sign_in(session.login, new), _OF_ENTRY))

    def _told(self, ask: Callable[[], T], codes: Mapping[FailureCode, FailureCode]) -> T:
        try:
            return self._asked(ask)
        except Failure as failure:
            raise Failure(codes.get(failure.code, failure.code), **failure.data) from None


def identity_of(session: ReviewSession) -> ReviewerIdentity:
    """Who a session stands for."""
    return ReviewerIdentity(session.name, session.branch, session.role, session.must_change)
