"""The central server's store in memory: fulfils the same ports and passes the same suite as SQLite and PostgreSQL."""
