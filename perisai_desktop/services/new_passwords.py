"""Judges the password that is to lock a store, whoever chose it."""

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.password import LEAST_SIGNS, Strength, strength


def refuse_weak(password: str) -> None:
    """Raise Failure: password_too_short (minimum), password_too_common."""
    judged = strength(password)
    if judged is Strength.SHORT:
        raise Failure(FailureCode.PASSWORD_TOO_SHORT, minimum=LEAST_SIGNS)
    if not judged.accepted:
        raise Failure(FailureCode.PASSWORD_TOO_COMMON)
