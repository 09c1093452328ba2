"""By what rules of the branch a laptop works at this moment."""

from dataclasses import dataclass

from sync.rules.reference import Reference


@dataclass(slots=True)
class RulesInUse:
    """One version at a time; whatever outlives the desk that was laid by it asks here each time."""

    reference: Reference
