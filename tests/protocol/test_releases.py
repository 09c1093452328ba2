"""A release is read only where the server that is known signed exactly its text."""

from __future__ import annotations

import pytest

from sync.protocol.encoding import to_base64url
from sync.protocol.releases import ReleaseFault, SignedRelease, read_release, reference_message
from sync.protocol.signatures import SigningKey

KEY = SigningKey.from_bytes(bytes(range(1, 33)))


def signed(text: str) -> SignedRelease:
    return SignedRelease(manifest=text, signature=to_base64url(KEY.sign(reference_message(text.encode()))))


@pytest.mark.parametrize("text", ["{}", "[]", "no json"])
def test_what_is_signed_and_is_no_manifest_is_malformed(text: str) -> None:
    with pytest.raises(ReleaseFault, match="release_malformed"):
        read_release(signed(text), KEY.public)


def test_a_signature_that_is_none_is_not_the_servers() -> None:
    garbled = signed("{}").model_copy(update={"signature": "no base64url!"})
    with pytest.raises(ReleaseFault, match="release_signature"):
        read_release(garbled, KEY.public)
