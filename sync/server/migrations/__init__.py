"""The server's schema, version by version; applied at start."""
