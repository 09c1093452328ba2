"""What a person says of two records that may be of one person, and the coded reasons for saying it."""

from collections.abc import Mapping
from enum import StrEnum


class Saying(StrEnum):
    """Two people, one person, or: somebody else is to say it."""

    APART = "apart"
    SAME = "same"
    ESCALATE = "escalate"


PAIR_REASONS: Mapping[Saying, tuple[str, ...]] = {
    Saying.APART: ("documents_differ", "spoken_with", "relatives", "other"),
    Saying.SAME: ("documents_agree", "spoken_with", "agent_confirms", "other"),
    Saying.ESCALATE: ("documents_unclear", "cannot_reach", "much_money", "knows_them", "other"),
}
"""What may be a reason for saying it, in the order in which a form offers them."""
