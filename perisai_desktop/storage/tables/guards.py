"""What the store guards in SQL itself: rows that never change, and the index of words that follows the workers."""

IMMUTABLE = ("journal", "feed_row", "acknowledgement", "purge", "action_source")
INDEX = "worker_search"


def guard_statements() -> tuple[str, ...]:
    """The statements that make triggers and the FTS5 index; run once, after the tables."""
    return (*_refusals(), *_index())


def _refusals() -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} rows never change'); END"
        for table in IMMUTABLE
        for deed in ("UPDATE", "DELETE")
    )


def _index() -> tuple[str, ...]:
    """FTS5 over words, NIK and phone with the content kept in `worker` alone (sqlite.org/fts5, 4.4.3)."""
    add = f"INSERT INTO {INDEX}(rowid, words, nik, phone) VALUES (new.id, new.words, new.nik, new.phone);"
    drop = (
        f"INSERT INTO {INDEX}({INDEX}, rowid, words, nik, phone) "
        "VALUES ('delete', old.id, old.words, old.nik, old.phone);"
    )
    return (
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5(words, nik, phone, content='worker', content_rowid='id', "
        "prefix='2 3 4', detail=none, columnsize=0, tokenize='ascii')",
        f"CREATE TRIGGER worker_indexed AFTER INSERT ON worker BEGIN {add} END",
        f"CREATE TRIGGER worker_reindexed AFTER UPDATE OF words, nik, phone ON worker BEGIN {drop} {add} END",
        f"CREATE TRIGGER worker_unindexed AFTER DELETE ON worker BEGIN {drop} END",
    )
