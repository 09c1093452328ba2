"""Settings of one server: where its state lives, what it answers to, and its limits."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

DEFAULT_PORT = 8443
PRACTICE_HOST = "latihan.invalid"


@dataclass(frozen=True, slots=True)
class Periods:
    """Days: after a refusal whose money was settled, after a membership ended, and of the pictures of a record that
    the agency answered."""

    refused: int = 365
    membership_ended: int = 1_825
    photos_answered: int = 365

    def __post_init__(self) -> None:
        """Refuse days below one: ValueError."""
        if min(self.refused, self.membership_ended, self.photos_answered) < 1:
            raise ValueError("period_too_short")


@dataclass(frozen=True, slots=True)
class Retention:
    """What the organisation decided: how long data stay, and whether the server purges by itself every day."""

    periods: Periods = field(default_factory=Periods)
    daily: bool = False


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What `create_app` and the command line need to know before anything is opened.

    `directory` is the state folder (keys, reference, SQLite by default); `database_url` overrides the
    database; `today` pins the clock and is allowed in practice only (sync/rules/README.md, "Practice");
    `public_host` is the host printed in the QR of receipts; body caps are bytes. An older program than
    `minimum_program` captures nothing more from the local date `minimum_program_on` on, and goes on sending.
    Rates: open and sign-in routes for each address, costly ones (`routes/callers.py`) for each account beside its
    requests. `metrics_token` opens the metrics to who is not on this machine.
    """

    directory: Path
    database_url: str = ""
    practice: bool = False
    today: date | None = None
    public_host: str = ""
    session_lifetime: timedelta = timedelta(hours=8)
    nonce_lifetime: timedelta = timedelta(minutes=15)
    claim_lifetime: timedelta = timedelta(minutes=30)
    max_body: int = 64 * 1024
    max_batch_body: int = 8 * 1024 * 1024
    max_batch_content: int = 64 * 1024 * 1024
    max_bundle: int = 512 * 1024 * 1024
    requests_per_minute: int = 1200
    receipt_checks_per_minute: int = 120
    sign_ins_per_minute: int = 20
    open_per_minute: int = 600
    costly_per_minute: int = 60
    metrics_token: str = field(default="", repr=False)
    documentation: bool = False
    minimum_program: str = ""
    minimum_program_on: date | None = None
    retention: Retention = field(default_factory=Retention)

    def __post_init__(self) -> None:
        """Refuse a pinned clock outside practice: ValueError."""
        if self.today is not None and not self.practice:
            raise ValueError("a pinned day is for practice only")

    @property
    def database(self) -> str:
        """The SQLAlchemy URL of the store: SQLite inside `directory` unless one is named."""
        if not self.database_url:
            return f"sqlite:///{self.directory / 'perisai-server.sqlite3'}"
        for prefix in ("postgres://", "postgresql://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url.removeprefix(prefix)
        return self.database_url

    @property
    def blob_directory(self) -> Path:
        """Where pictures lie, whichever database names them."""
        return self.directory / "blobs"

    @property
    def reference_directory(self) -> Path:
        """Where the published reference data lies once it has been built for this server."""
        return self.directory / "reference"


def practice_settings(directory: Path, database_url: str, today: date | None) -> ServerSettings:
    """Settings of a practice server: its callers are programs on this machine, so the rates are wide."""
    return ServerSettings(
        directory=directory,
        database_url=database_url,
        practice=True,
        today=today,
        public_host=PRACTICE_HOST,
        requests_per_minute=60_000,
        receipt_checks_per_minute=60_000,
        sign_ins_per_minute=600,
        open_per_minute=60_000,
        costly_per_minute=60_000,
    )


def database_url_of(given: str | None) -> str:
    """The database named on the command line, else `DATABASE_URL`, else nothing (SQLite)."""
    return given if given is not None else os.environ.get("DATABASE_URL", "")
