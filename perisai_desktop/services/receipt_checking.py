"""Tells whether a receipt is genuine: by itself at once, and by the branch's public page where it answers."""

from dataclasses import dataclass
from datetime import date

from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt_check import Arrival, BranchAnswer, Genuineness, ReceiptCheck, Standing
from perisai_desktop.services.device_keys import DeviceKeys
from perisai_desktop.storage import entry_status, feed
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import receipts
from perisai_desktop.storage.projections.receipts import ReceiptRecord
from sync.client.channel import Channel, ChannelDown
from sync.client.receipt_answer import Busy, ask_receipt
from sync.protocol.receipt_proof import LinkFault, ReceiptLink, parse_link
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import ClientState

_UNSENT = (ClientState.DRAFT, ClientState.SEALED, ClientState.SENDING)
_GONE = ("voided", "refunded")
_SIGNS = 14
_ALIKE = {"0": "O", "O": "0", "1": "IL", "I": "1L", "L": "1I"}
"""Signs that a person can't tell apart on paper; within a number they are read as meant, the last one is not."""


@dataclass(frozen=True, slots=True)
class ReceiptChecking:
    """`verify` needs no network and belongs to the local lane; `ask` belongs to the network lane."""

    database: Database
    agent: AgentIdentity
    device_keys: DeviceKeys
    channel: Channel

    def verify(self, text: str) -> ReceiptCheck:
        """Check a scanned or typed link, or a typed number, as far as this laptop can tell.

        Raises Failure: number_mistyped (the check character does not fit), link_unreadable (text that is neither).
        """
        if "/" in text:
            link = _link(text)
            return self._check(ReceiptNumber.parse(link.number), link)
        return self._check(_number(text), None)

    def ask(self, text: str) -> BranchAnswer:
        """What the branch says of a whole link. Raises Failure: link_unreadable, no_network (detail), ask_later (seconds)."""
        try:
            answer = ask_receipt(self.channel, _link(text))
        except ChannelDown as down:
            raise Failure(FailureCode.NO_NETWORK, detail=down.detail) from None
        except Busy as busy:
            raise Failure(FailureCode.ASK_LATER, seconds=busy.seconds) from None
        return BranchAnswer(
            standing=Standing(answer.standing.value),
            agent=answer.agent_name,
            office=answer.office,
            hotline=answer.hotline,
            worker=answer.worker,
            others=answer.others,
            received_on=answer.received_on,
        )

    def _check(self, number: ReceiptNumber, link: ReceiptLink | None) -> ReceiptCheck:
        with self.database.reading() as session:
            record = receipts.receipt(session, str(number))
            directory = self.device_keys.directory(session)
            if link is not None:
                on: date | None = link.on
                total: int | None = link.amount
                genuineness = self._genuineness(session, number, link)
            else:
                on = record.on if record is not None else None
                total = record.total if record is not None else None
                genuineness = Genuineness.GENUINE if record is not None else Genuineness.UNKNOWN
            own = number.device == self.device_keys.device
            listed = directory is not None and any(
                entry.device == number.device for entry in directory.devices
            )
            return ReceiptCheck(
                number=str(number),
                on=on,
                total=total,
                genuineness=genuineness,
                arrival=_arrival(session, record),
                practice=number.practice,
                synced_at=feed.applied_at(session),
                by_signature=link is not None,
                directory_at=directory.made_at if directory is not None else None,
                device_listed=listed or own,
                agent=self.agent.name if own else "",
                office=self.agent.office if own else "",
            )

    def _genuineness(self, session: Session, number: ReceiptNumber, link: ReceiptLink) -> Genuineness:
        key = self.device_keys.of(session, number.device, link.on)
        if key is None:
            return Genuineness.UNKNOWN
        return Genuineness.GENUINE if link.genuine(key) else Genuineness.ALTERED


def _link(text: str) -> ReceiptLink:
    """The link in `text`, which may be a whole message."""
    found = next((word for word in text.split() if word.startswith("https://")), text)
    try:
        return parse_link(found)
    except LinkFault:
        raise Failure(FailureCode.LINK_UNREADABLE) from None


def _number(text: str) -> ReceiptNumber:
    typed = "".join(sign for sign in text.upper() if sign.isalnum())
    for last in typed[-1:] + _ALIKE.get(typed[-1:], ""):
        try:
            return ReceiptNumber.parse(typed[:-1] + last)
        except ValueError:
            continue
    mistyped = len(typed) == _SIGNS and typed.isascii()
    raise Failure(FailureCode.NUMBER_MISTYPED if mistyped else FailureCode.LINK_UNREADABLE)


def _arrival(session: Session, record: ReceiptRecord | None) -> Arrival:
    """Received and voided are known for one's own receipts alone, as of the last sync."""
    if record is None:
        return Arrival.NOT_OWN
    lines = receipts.lines_of(session, record.number)
    if lines and all(line.undone in _GONE for line in lines):
        return Arrival.VOIDED
    status = entry_status.status(session, record.entry_id)
    return Arrival.NOT_SENT if status is None or status.client in _UNSENT else Arrival.RECEIVED
