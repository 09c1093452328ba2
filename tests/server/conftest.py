"""One PostgreSQL database with the newest schema for all tests of the server that need an empty store."""

from tests.support.server_databases import emptied_postgres, migrated_postgres

__all__ = ["emptied_postgres", "migrated_postgres"]
