"""Judges the password that is to lock a store or an account, whoever chose it."""

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.password import LEAST_SIGNS, Strength, strength


def refuse_weak(password: str, least: int = LEAST_SIGNS) -> None:
    """Raise Failure: password_too_short (minimum), password_too_common."""
    judged = strength(password, least)
    if judged is Strength.SHORT:
        raise Failure(FailureCode.PASSWORD_TOO_SHORT, minimum=least)
    if not judged.accepted:
        raise Failure(FailureCode.PASSWORD_TOO_COMMON)
