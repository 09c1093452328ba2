"""The body and the personal part of every kind of entry (sync/rules/README.md, "Entry"), one module a kind."""
