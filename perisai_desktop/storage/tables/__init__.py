"""The store's tables as SQLModel rows, private to the storage packages that write them."""

from perisai_desktop.storage.tables import delivery, desk, feed, journal, photos, projections
from perisai_desktop.storage.tables.registry import Row

__all__ = ["delivery", "desk", "feed", "journal", "metadata", "photos", "projections"]

metadata = Row.metadata
