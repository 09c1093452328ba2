"""Feed positions never skip: a reader never sees a position while one before it may still be committed."""

import threading

from sync.server.storage.store import Store
from tests.support.store_rows import AT, entry


def test_a_later_position_waits_for_the_earlier_commit(shared_store: Store) -> None:
    first_written, may_commit, second_done = threading.Event(), threading.Event(), threading.Event()
    positions: list[int] = []

    def write_first() -> None:
        with shared_store.transaction() as tx:
            positions.append(tx.feed.append("a", "notice", AT, '{"n":1}'))
            first_written.set()
            assert may_commit.wait(20)

    def write_second() -> None:
        with shared_store.transaction() as tx:
            positions.append(tx.feed.append("a", "notice", AT, '{"n":2}'))
        second_done.set()

    threads = [threading.Thread(target=write_first), threading.Thread(target=write_second)]
    threads[0].start()
    assert first_written.wait(20)
    threads[1].start()
    assert not second_done.wait(0.3), "the second write must wait for the stream's lock"
    with shared_store.reading() as tx:
        assert tx.feed.page("a", 0, 10) == ((), ())
    may_commit.set()
    for thread in threads:
        thread.join(20)
    with shared_store.reading() as tx:
        rows, _ = tx.feed.page("a", 0, 10)
    assert positions == [1, 2]
    assert [(row.position, row.payload) for row in rows] == [(1, '{"n":1}'), (2, '{"n":2}')]


def test_no_position_is_given_below_the_floor(floored: Store) -> None:
    with floored.transaction() as tx:
        assert tx.feed.lock(["a", "b"]) == {"a": 500, "b": 500}
        assert (tx.feed.last("a"), tx.feed.append("a", "notice", AT, "{}")) == (0, 501)
        tx.feed.extend("b", "notice", AT, ["{}", "{}"])
        tx.feed.advance("a", 700)
        assert (tx.feed.lock(["a"]), tx.feed.last("b")) == ({"a": 700}, 502)


def test_a_position_given_back_by_a_rollback_is_given_again(store: Store) -> None:
    class Interrupted(Exception):
        pass

    try:
        with store.transaction() as tx:
            assert tx.feed.append("a", "notice", AT, "{}") == 1
            raise Interrupted
    except Interrupted:
        with store.transaction() as tx:
            assert tx.feed.append("a", "notice", AT, "{}") == 1


def test_streams_are_locked_in_one_order(shared_store: Store) -> None:
    done: list[str] = []

    def both(name: str, streams: list[str]) -> None:
        for _ in range(20):
            with shared_store.transaction() as tx:
                locked = tx.feed.lock(streams)
                for stream in streams:
                    tx.feed.advance(stream, locked[stream] + 1)
        done.append(name)

    threads = [
        threading.Thread(target=both, args=("one", ["a", "b"])),
        threading.Thread(target=both, args=("two", ["b", "a"])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(done) == ["one", "two"]
    with shared_store.reading() as tx:
        assert (tx.feed.last("a"), tx.feed.last("b")) == (40, 40)


def test_verdicts_and_rows_come_from_one_stream_in_pages(store: Store) -> None:
    with store.transaction() as tx:
        tx.entries.add([entry(1), entry(2, agent_id="other")])
        tx.feed.lock(["a"])
        tx.feed.advance("a", 1)
        assert tx.feed.append("a", "decision", AT, '{"of":"entry-1"}') == 2
        assert tx.feed.append("a", "notice", AT, "{}") == 3
    with store.reading() as tx:
        rows, verdicts = tx.feed.page("a", 0, 1)
        assert [row.position for row in rows] == [2]
        assert [record.entry_id for record in verdicts] == ["entry-1"]
        assert [row.position for row in tx.feed.page("a", 2, 5)[0]] == [3]
        assert tx.feed.last("nobody") == 0
