"""What every test may ask for, and the settings no test may change."""

import os

import pytest
from hypothesis import settings

from tests.support.cheap_passwords import cheap_passwords
from tests.support.garbage import pytest_runtest_teardown
from tests.support.longest_first import pytest_collection_modifyitems
from tests.support.measures import pytest_terminal_summary
from tests.support.postgres import postgres_server, postgres_url

__all__ = [
    "cheap_passwords",
    "postgres_server",
    "postgres_url",
    "pytest_collection_modifyitems",
    "pytest_runtest_teardown",
    "pytest_terminal_summary",
]

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _no_foreign_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what the caller's shell says about databases and proxies away from the tests."""
    for name in (
        "DATABASE_URL",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
