"""Turns a server's address as typed into a way to it."""

from perisai_desktop.domain.failure import Failure, FailureCode
from sync.client.address import AddressFault, ServerAddress
from sync.client.channel import Channel


def channel_to(server_url: str) -> Channel:
    """A connection to the server. Raises Failure: address_malformed, server_insecure (http beyond this machine)."""
    try:
        return Channel(ServerAddress.parse(server_url))
    except AddressFault as fault:
        insecure = fault.code == "plain_http"
        code = FailureCode.SERVER_INSECURE if insecure else FailureCode.ADDRESS_MALFORMED
        raise Failure(code) from None
