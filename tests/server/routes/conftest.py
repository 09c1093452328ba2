"""What tests of the server's routes may ask for."""

from __future__ import annotations

from tests.support.server_app import running

__all__ = ["running"]
