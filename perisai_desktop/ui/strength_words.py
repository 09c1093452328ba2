"""What is said of a new password: how strong it is while it grows, and why it is refused."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.password import LEAST_SIGNS, Strength
from perisai_desktop.ui.theme.tokens import Tone

translate = QCoreApplication.translate


def strength_words(strength: Strength | None, least: int = LEAST_SIGNS) -> tuple[Tone, str]:
    """How strong a password of at least `least` signs is so far; None: nothing was typed."""
    if strength in (None, Strength.SHORT):
        hint = translate("Strength", "At least {least} signs; spaces are fine")
        return Tone.PLAIN, hint.format(least=least)
    return {
        Strength.COMMON: (Tone.WARNING, weak_words(Strength.COMMON)),
        Strength.DIGITS: (Tone.WARNING, weak_words(Strength.DIGITS)),
        Strength.FAIR: (Tone.PLAIN, translate("Strength", "Will do. A word more makes it strong")),
        Strength.GOOD: (Tone.OK, translate("Strength", "Good")),
        Strength.STRONG: (Tone.OK, translate("Strength", "Strong")),
    }[strength]


def weak_words(strength: Strength, least: int = LEAST_SIGNS) -> str:
    """Why a password is refused, and what makes it better; empty where it is taken."""
    return {
        Strength.SHORT: translate(
            "Strength", "Use at least {least} signs, a sentence is easiest to remember"
        ),
        Strength.COMMON: translate("Strength", "Everybody tries this one first, choose another"),
        Strength.DIGITS: translate("Strength", "Digits alone are easily guessed, add a few words"),
    }.get(strength, "").format(least=least)
