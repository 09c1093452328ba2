"""Where the enrolment of a laptop stands while a person waits for it."""

from enum import StrEnum


class EnrolStep(StrEnum):
    """In the order in which they come."""

    ASKING = "asking"
    """The server says who it is."""
    LOCKING = "locking"
    """The password is turned into a key, slow on purpose."""
    JOINING = "joining"
    """The code is exchanged for a device."""
    STORING = "storing"
    """The store is made and opened."""
