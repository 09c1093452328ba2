"""The branch with its intake, on each database in turn."""

from tests.support.intake_house import field_house

__all__ = ["field_house"]
