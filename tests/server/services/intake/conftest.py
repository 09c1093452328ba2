"""The branch with its intake, on each store in turn."""

from tests.support.intake_house import database_house, field_house

__all__ = ["database_house", "field_house"]
