"""What has no readable place in a chain is stored and has no review."""

from sync.protocol.entry import SealedEntry
from sync.server.domain.arrivals import read_arrival
from sync.server.domain.bookkeeping import Envoy, books_of
from sync.server.domain.judging import Judgement
from sync.server.domain.sending import Sending
from sync.server.domain.verdicts import held
from tests.support.field_laptop import NINE


def test_bytes_without_a_place_are_kept_and_reviewed_by_nobody() -> None:
    arrival = read_arrival(SealedEntry.of(b"{}", None), NINE)
    envoy = Envoy("agent", "branch", "0Q2FK", "batch", Sending(NINE), 7)
    books = books_of([Judgement(arrival, True, held("unreadable"))], envoy, {})
    assert [one.record.feed_position for one in books.entries] == [8]
    assert (books.reviews, books.lines, books.receipts) == ((), (), ())
