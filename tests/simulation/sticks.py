"""Files on sticks between laptops without a network and the branch: lost, repeated, old and crossed with the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from perisai_desktop.services.stick_exchange import Maker, apply_answer, manifest_of
from sync.client.bundle_answers import read_answer
from sync.client.replies import BundleCarried, CarryReply, HelloOk, NonceLapsed
from sync.protocol.bundle import write_bundle
from sync.protocol.bundle_answer import BundleTaken
from sync.protocol.encoding import from_base64url
from sync.protocol.sealed_file import SealedFileFault
from sync.server.refusals import Refusal
from tests.simulation.centre import Centre
from tests.simulation.disk import DiskFull, LaptopDied
from tests.simulation.failing_store import ServerDied
from tests.simulation.laptop import Laptop
from tests.simulation.laptop_photos import StickPhotos


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that a laptop saved; `hashes` are the entries that it had not heard of by then."""

    laptop: str
    device: str
    content: bytes = field(repr=False)
    hashes: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that somebody carries about."""

    device: str
    content: bytes = field(repr=False)


@dataclass(slots=True)
class Sticks:
    """Every file that was ever saved: each of them may turn up at any time, and again."""

    centre: Centre
    saved: list[Saved] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)

    def save(self, laptop: Laptop) -> str:
        """A laptop saves what is not settled; nothing changes on it."""
        at, photos = laptop.clock.now(), StickPhotos(laptop.photos)
        unsettled, blobs = laptop.store.unsettled(at), photos.waiting()
        maker = Maker(laptop.device, laptop.key, at, laptop.clock.offset())
        file = BytesIO()
        write_bundle(
            file,
            manifest_of(unsettled, blobs, laptop.identifier(), maker),
            key=laptop.key,
            sealed_to=self.centre.keys.bundle_public,
            batches=(batch.body for batch in unsettled.batches),
            blobs=photos.opened(blobs),
        )
        content = laptop.content
        hashes = frozenset(line.hash for line in content.journal if line.entry_id in content.outbox)
        self.saved.append(Saved(laptop.name, laptop.device, file.getvalue(), hashes))
        return f"{len(hashes)} entries, {len(blobs)} pictures"

    def carry(self, carrier: Laptop, first: int, second: int) -> tuple[str, Saved | None]:
        """A file reaches the branch, at its counter or over a colleague's network, now and then damaged.

        Answers what happened, and the file where all that was in it got its verdicts.
        """
        if not self.saved:
            return "", None
        saved = self.saved[-1 - first % min(len(self.saved), RECENT)]
        damaged = second % 9 == 4
        content = saved.content[: len(saved.content) // 2] if damaged else saved.content
        taken = self._over_the_counter(content) if second % 2 else self._over_the_network(content, carrier)
        if isinstance(taken, str):
            return taken, None
        self.answers.append(Answered(taken.device, from_base64url(taken.answer)))
        whole = not taken.waiting and not taken.refused
        return f"{taken.count} entries of {saved.laptop}", saved if whole else None

    def _over_the_counter(self, content: bytes) -> BundleTaken | str:
        try:
            return self.centre.bundles.taken(BytesIO(content), "terminal")
        except Refusal as refusal:
            return f"refused: {refusal.code}"
        except ServerDied:
            self.centre.start()
            return "the server died"
        except RuntimeError:
            return "the server failed"

    def _over_the_network(self, content: bytes, carrier: Laptop) -> BundleTaken | str:
        reply: CarryReply = carrier.wire.carry(BytesIO(content))
        if isinstance(reply, NonceLapsed) and isinstance(carrier.wire.hello(carrier.store.hello()), HelloOk):
            reply = carrier.wire.carry(BytesIO(content))
        return reply.taken if isinstance(reply, BundleCarried) else f"not carried: {type(reply).__name__}"

    def read(self, laptops: Sequence[Laptop], choice: int) -> str:
        """An answer, new or old, is read on the laptop that it is for, now and then on another; its run is stopped."""
        if not self.answers:
            return ""
        answered = self.answers[-1 - choice % min(len(self.answers), RECENT)]
        own = [each for each in laptops if each.device == answered.device]
        offered = laptops if choice // 4 % 4 == 3 else own
        laptop = offered[choice // 16 % len(offered)]
        laptop.run = None
        try:
            answer = read_answer(BytesIO(answered.content), laptop.key, laptop.server_key)
            done = apply_answer(laptop.store, StickPhotos(laptop.photos), answer)
        except SealedFileFault as fault:
            return f"{laptop.name} refused it: {fault.code}"
        except DiskFull:
            return "disk full"
        except LaptopDied:
            laptop.boot()
            return "died"
        return f"{laptop.name}: {done.settled} settled, {done.applied} rows"


RECENT = 4
"""Mostly one of so many last files turns up."""
