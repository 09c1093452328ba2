"""The body and the personal part of every kind of entry (records.md, "Entry"), one module a kind."""
