"""Asks a server whether it is one for practice, before anything is done there."""

from datetime import UTC, datetime

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.addresses import channel_to
from sync.client.joining import Joining
from sync.client.replies import NoNetwork, Slower
from sync.protocol.messages import ServerIdentity


def is_practice(server_url: str) -> bool:
    """Whether a server at the address says, signed, that it is for practice; anything else there is none.

    Raises Failure: no_network (detail), ask_later (seconds), address_malformed, server_insecure.
    """
    channel = channel_to(server_url)
    try:
        answer = Joining(channel, now=lambda: datetime.now(UTC)).identity()
    finally:
        channel.close()
    if isinstance(answer, NoNetwork):
        raise Failure(FailureCode.NO_NETWORK, detail=answer.detail)
    if isinstance(answer, Slower):
        raise Failure(FailureCode.ASK_LATER, seconds=answer.seconds or 0)
    return isinstance(answer, ServerIdentity) and answer.practice
