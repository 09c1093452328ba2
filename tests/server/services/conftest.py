"""What tests of the server's services may ask for."""

from __future__ import annotations

from tests.support.branch_house import house

__all__ = ["house"]
