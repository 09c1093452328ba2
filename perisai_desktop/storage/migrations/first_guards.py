"""The triggers and the index of words that the first format of the store came with; never changed."""


def statements() -> list[str]:
    """What to run once the tables are there."""
    return [*_refusals(), *_index(), *_days()]


def _refusals() -> list[str]:
    """Triggers by which these rows never change."""
    immutable = ("journal", "feed_row", "acknowledgement", "purge", "action_source")
    return [
        f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} rows never change'); END"
        for table in immutable
        for deed in ("UPDATE", "DELETE")
    ]


def _index() -> list[str]:
    """FTS5 over words, NIK and phone, its content kept in `worker` alone (sqlite.org/fts5, 4.4.3)."""
    add = (
        "INSERT INTO worker_search(rowid, words, nik, phone) VALUES (new.id, new.words, new.nik, new.phone);"
    )
    drop = (
        "INSERT INTO worker_search(worker_search, rowid, words, nik, phone) "
        "VALUES ('delete', old.id, old.words, old.nik, old.phone);"
    )
    columns = (
        "words, nik, phone, content='worker', content_rowid='id', "
        "prefix='2 3 4', detail=none, columnsize=0, tokenize='ascii'"
    )
    return [
        f"CREATE VIRTUAL TABLE worker_search USING fts5({columns})",
        f"CREATE TRIGGER worker_indexed AFTER INSERT ON worker BEGIN {add} END",
        f"CREATE TRIGGER worker_reindexed AFTER UPDATE OF words, nik, phone ON worker BEGIN {drop} {add} END",
        f"CREATE TRIGGER worker_unindexed AFTER DELETE ON worker BEGIN {drop} END",
    ]


def _days() -> list[str]:
    """Triggers by which `cash_day` holds the sums of `cash` at the end of every statement."""
    add = (
        'INSERT INTO cash_day(sort, "on", amount) VALUES (new.sort, new."on", new.amount) '
        'ON CONFLICT(sort, "on") DO UPDATE SET amount = amount + excluded.amount;'
    )
    drop = (
        'UPDATE cash_day SET amount = amount - old.amount WHERE sort = old.sort AND "on" = old."on"; '
        'DELETE FROM cash_day WHERE sort = old.sort AND "on" = old."on" AND amount = 0;'
    )
    never = "BEGIN SELECT RAISE(ABORT, 'cash is taken back, not changed'); END"
    return [
        f"CREATE TRIGGER cash_counted AFTER INSERT ON cash BEGIN {add} END",
        f"CREATE TRIGGER cash_uncounted AFTER DELETE ON cash BEGIN {drop} END",
        f"CREATE TRIGGER cash_no_update BEFORE UPDATE ON cash {never}",
    ]
