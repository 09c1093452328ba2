"""Every state of an item has its reason and its advice in words."""

from dataclasses import replace

import pytest

from perisai_desktop.domain.counters import LinkState, Pause
from perisai_desktop.domain.exchange import SyncItem
from perisai_desktop.services.sync_items import SET_ASIDE
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.screens.sync.words import advice_words, cause_words, kind_words
from sync.protocol.kinds import EntryKind
from sync.rules.states import ClientState, ReviewState
from tests.support.screen_values import overview, sync_item

ONLINE = SyncState(overview(state=LinkState.ONLINE))
OFFLINE = SyncState(overview())
PAUSED = replace(ONLINE, pause=Pause(None))
THERE = ClientState.ACKNOWLEDGED
ITSELF = "Nothing to do: it goes by itself."
BRANCH = "Nothing to do: the branch has it."
CALL = "Call the branch and name the receipt or the worker."


def paid(item: SyncItem) -> SyncItem:
    return replace(item, kind="contribution")


def void(item: SyncItem) -> SyncItem:
    return replace(item, kind="void_request")


@pytest.mark.parametrize(
    ("item", "state", "cause", "advice"),
    [
        (sync_item(0), ONLINE, "waits for its turn", ITSELF),
        (sync_item(0), SyncState(), "waits for its turn", ITSELF),
        (
            sync_item(0),
            OFFLINE,
            "waits for a connection",
            "It is safe on this laptop. Look for a signal, then send.",
        ),
        (
            sync_item(0),
            PAUSED,
            "sending is paused",
            "It is safe on this laptop. Send now, or end the pause.",
        ),
        (sync_item(0, ClientState.SENDING), ONLINE, "waits for the branch's signed answer", ITSELF),
        (
            sync_item(0, reason=SET_ASIDE),
            ONLINE,
            "the server could not take this yet; it is tried again",
            "The rest goes on. Call the branch if it is still here tomorrow.",
        ),
        (sync_item(0, THERE, ReviewState.RECEIVED), ONLINE, "waits for a reviewer", BRANCH),
        (sync_item(0, THERE, ReviewState.FLAGGED), ONLINE, "the branch looks at it more closely", BRANCH),
        (
            sync_item(0, THERE, ReviewState.FLAGGED, "receipt_gap"),
            ONLINE,
            "A receipt number is missing before this one",
            BRANCH,
        ),
        (sync_item(0, THERE, ReviewState.IN_REVIEW), ONLINE, "a reviewer has it open", BRANCH),
        (
            paid(sync_item(0, THERE, ReviewState.PARKED)),
            ONLINE,
            "waits until this person's enrolment has arrived",
            BRANCH,
        ),
        (
            void(sync_item(0, THERE, ReviewState.PARKED)),
            ONLINE,
            "waits until the receipt it names has arrived",
            BRANCH,
        ),
        (
            sync_item(0, THERE, ReviewState.SUSPENSE),
            ONLINE,
            "what it belongs to has not come for five days; the branch looks for it",
            CALL,
        ),
        (sync_item(0, THERE, ReviewState.HELD), ONLINE, "stored as it came; the branch clears it up", CALL),
        (
            sync_item(0, THERE, ReviewState.HELD, "fork"),
            ONLINE,
            "Two copies of one laptop wrote different records",
            CALL,
        ),
        (
            sync_item(0, ClientState.TASK, ReviewState.RETURNED),
            ONLINE,
            "see the branch's note",
            "See what the branch says, then correct it.",
        ),
        (
            sync_item(0, ClientState.TASK, ReviewState.DUPLICATE),
            ONLINE,
            "the branch will call",
            "The branch will call you. The money stays counted.",
        ),
        (
            sync_item(0, ClientState.REFUSED, ReviewState.REFUSED, "too_old"),
            ONLINE,
            "Already 65 or older, can't be enrolled",
            "See what the branch says, then correct it.",
        ),
    ],
)
def test_cause_and_advice(item: SyncItem, state: SyncState, cause: str, advice: str) -> None:
    assert (cause_words(item, state, {}), advice_words(item, state)) == (cause, advice)


def test_every_kind_of_entry_has_a_name() -> None:
    unnamed = kind_words("of_a_later_program")
    assert unnamed == "Record"
    assert [kind for kind in EntryKind if kind_words(kind.value) == unnamed] == []
