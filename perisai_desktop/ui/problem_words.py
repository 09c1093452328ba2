"""What stands beside a field of an enrolment that the rules stop at."""

from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.explain import reaction_words
from sync.rules.reactions import Finding, Reaction


def problem_words(found: Finding) -> str:
    """A finding as a sentence; what any field can lack is told with the field's name."""
    words = reaction_words(found.reaction)
    return f"{field_words(found.field)}: {words}" if found.reaction is Reaction.FIELD_MISSING else words
