"""Pictures, held against laptops and server from outside: whole with the right hash, and never lost in silence."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from perisai_desktop.storage.photos import PhotoState
from tests.simulation.breaking import Broken
from tests.simulation.centre import Centre
from tests.simulation.laptop import Laptop
from tests.simulation.laptop_photos import fault


class Pictures:
    """Remembers which pictures the server has ever held whole, and which files were spoiled on a laptop."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._whole: set[tuple[str, str]] = set()

    def check_server(self) -> None:
        """A picture that counts as whole is the one that its entry names; what a bad disk took is found at start."""
        for one in self._centre.pictures():
            key = (one.device, one.sha256)
            if one.complete_at is None or key in self._whole:
                continue
            content = self._centre.files.content.get(key, b"")
            if len(content) == one.length and hashlib.sha256(content).hexdigest() != one.sha256:
                raise Broken("pictures", f"a picture of {one.device} counts as whole and is another one")
            self._whole.add(key)

    def check_laptop(self, laptop: Laptop) -> None:
        """A picture counts as arrived once the server held it whole, and as lost where it is not here."""
        for one in laptop.content.pictures.values():
            if one.state is PhotoState.ARRIVED and (laptop.device, one.sha256) not in self._whole:
                raise Broken(
                    "pictures", f"{laptop.name} counts a picture as arrived that the server never had"
                )
            if one.state is PhotoState.LOST and not laptop.copied and one.sha256 not in laptop.spoiled:
                raise Broken("pictures", f"{laptop.name} lost a picture whose disk kept everything")

    def settled(self, laptops: Sequence[Laptop]) -> None:
        """In the end every picture is whole at the server, or the branch was told that it will not come."""
        copies = Counter(each.device for each in laptops)
        known = {(one.device, one.sha256): one for one in self._centre.pictures()}
        for laptop in laptops:
            alone = copies[laptop.device] == 1 and not laptop.copied
            for blob in (blob for line in laptop.content.journal for blob in line.blobs):
                row = known.get((laptop.device, blob.sha256))
                if row is None:
                    raise Broken("pictures", f"the branch never heard of a picture of {laptop.name}")
                if row.complete_at is None and row.lost is None:
                    raise Broken("pictures", f"a picture of {laptop.name} did not come and nobody was told")
                here = fault(laptop.content, blob.sha256) is None
                if row.complete_at is None and alone and here:
                    raise Broken("pictures", f"{laptop.name} has a picture that the branch counts as lost")
            if any(one.state is PhotoState.WAITING for one in laptop.content.pictures.values()):
                raise Broken("pictures", f"{laptop.name} still has pictures to send")
        for one in known.values():
            content = self._centre.files.content.get((one.device, one.sha256), b"")
            if one.complete_at is not None and hashlib.sha256(content).hexdigest() != one.sha256:
                raise Broken("pictures", f"a whole picture of {one.device} is not in the server's folder")
