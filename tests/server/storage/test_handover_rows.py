"""Hand-overs and who serves a worker, the same on every store."""

from dataclasses import replace
from datetime import timedelta

from sync.server.storage.handover_records import Handover
from sync.server.storage.store import Store
from tests.support.store_rows import AT, entry, furnish


def test_hand_overs_and_who_serves_whom(store: Store) -> None:
    furnish(store, "a", "b")
    first = Handover("d1", "b", "a", "b", '["worker-1"]', AT, "account")
    second = replace(first, decision_id="d2", decided_at=AT + timedelta(hours=1))
    with store.transaction() as tx:
        tx.handovers.add(second)
        tx.handovers.add(first)
        tx.handovers.put(replace(first, given_at=AT, taken_at=AT))
        tx.handovers.put(replace(first, decision_id="nothing"))
        tx.handovers.serve([], "b", AT)
        tx.handovers.serve(["worker-1", "worker-2"], "b", AT)
        tx.handovers.serve(["worker-2"], "a", AT + timedelta(hours=1))
        tx.entries.add(
            [entry(1), entry(2, kind="correction"), entry(3, aside=True), entry(4, worker_id=None)]
        )
    with store.reading() as tx:
        assert tx.handovers.decided([]) == {}
        assert tx.handovers.decided(["d1", "x"]) == {"d1": replace(first, given_at=AT, taken_at=AT)}
        assert [one.decision_id for one in tx.handovers.of_branches(["b"])] == ["d1", "d2"]
        assert tx.handovers.of_branches(["c"]) == ()
        assert tx.handovers.serving([]) == {}
        serving = tx.handovers.serving(["worker-1", "worker-2", "worker-3"])
        assert {who: one.agent_id for who, one in serving.items()} == {"worker-1": "b", "worker-2": "a"}
        assert tx.handovers.served_by("b") == {"worker-1"}
        assert tx.handovers.enrolled_by("a") == {"worker-1"}
        assert tx.handovers.enrolled_by("b") == frozenset()
