"""Brings the file of a laptop without a network to the branch's server, and keeps the answer that goes back."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol

from perisai_desktop.domain.bundle import CarriedBundle
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.stick_files import opened, settling, why_not_written
from perisai_desktop.services.sync_endings import failure_of_end
from sync.client.actions import Fault, Finished, Halted
from sync.client.replies import (
    BundleCarried,
    CarryReply,
    DeviceBarred,
    NonceLapsed,
    NoNetwork,
    Rejected,
    Smaller,
)
from sync.protocol.bundle import SUFFIX
from sync.protocol.bundle_answer import ANSWER_SUFFIX, BundleTaken
from sync.protocol.encoding import from_base64url
from sync.protocol.sealed_file import Purpose, SealedFileFault, read_header

_REFUSALS = {
    "file_foreign": FailureCode.BUNDLE_UNKNOWN,
    "file_of_other_kind": FailureCode.BUNDLE_IS_ANSWER,
    "file_newer": FailureCode.BUNDLE_NEWER,
    "file_for_other_key": FailureCode.BUNDLE_FOR_ANOTHER,
    "practice_differs": FailureCode.BUNDLE_FOR_ANOTHER,
    "file_damaged": FailureCode.BUNDLE_DAMAGED,
}


class BundleWire(Protocol):
    """The signed way of a device that has a network."""

    def carry(self, file: BinaryIO) -> CarryReply:
        """Bring an open file."""
        ...


class Carrying:
    """A connected laptop brings a colleague's file. `run` is a run of its own sync, which opens the way."""

    def __init__(self, wire: BundleWire, run: Callable[[], object]) -> None:
        self._wire = wire
        self._run = run

    def carry(self, path: Path) -> CarriedBundle:
        """Bring a file and save the answer beside it. Raises Failure: file_unreadable, those of `carried`, and what
        a run of the sync raises."""
        return carried(path, self._ask)

    def _ask(self, file: BinaryIO) -> BundleTaken:
        start = file.tell()
        reply = self._wire.carry(file)
        if isinstance(reply, NonceLapsed):
            self._open()
            file.seek(start)
            reply = self._wire.carry(file)
        if isinstance(reply, BundleCarried):
            return reply.taken
        raise _failure(reply)

    def _open(self) -> None:
        try:
            self._run()
        except Failure as failure:
            raise _asked_once(failure) from None


def carried(path: Path, ask: Callable[[BinaryIO], BundleTaken]) -> CarriedBundle:
    """What the server says of a file, with the answer saved beside it where the stick takes it.

    Raises Failure: file_unreadable, bundle_unknown, bundle_is_answer, bundle_newer, bundle_for_another,
    bundle_damaged, bundle_refused (reason).
    """
    try:
        with opened(path) as file:
            _look(file)
            taken = ask(file)
    except OSError:
        raise Failure(FailureCode.FILE_UNREADABLE) from None
    found = CarriedBundle(
        name=path.name,
        device=taken.device,
        made_at=taken.made_at,
        entries=taken.count,
        rupiah_in=taken.rupiah_in,
        rupiah_refunded=taken.rupiah_refunded,
        mark=taken.mark,
        waiting=taken.waiting,
        refused=taken.refused,
        answer=from_base64url(taken.answer),
        answer_name=path.name.removesuffix(SUFFIX) + ANSWER_SUFFIX,
    )
    with suppress(Failure):
        return keep_answer(found, path.parent)
    return found


def keep_answer(found: CarriedBundle, folder: Path) -> CarriedBundle:
    """Save the answer in a folder. Raises Failure: bundle_folder_missing, bundle_no_room (needed),
    bundle_not_written."""
    place = folder / found.answer_name
    try:
        with settling(place) as file:
            file.write(found.answer)
    except OSError as error:
        raise why_not_written(error, folder, len(found.answer)) from None
    return replace(found, answer_place=str(place))


def refusal_of(code: str) -> Failure:
    """The server's refusal of a file as a person can act on it."""
    known = _REFUSALS.get(code)
    return Failure(FailureCode.BUNDLE_REFUSED, reason=code) if known is None else Failure(known)


def _look(file: BinaryIO) -> None:
    """See what a file is before it is sent."""
    try:
        purpose = read_header(file).purpose
    except SealedFileFault as fault:
        raise refusal_of(fault.code) from None
    if purpose is not Purpose.BUNDLE:
        raise Failure(FailureCode.BUNDLE_IS_ANSWER)
    file.seek(0)


def _failure(reply: CarryReply) -> Failure:
    if isinstance(reply, Rejected):
        return refusal_of(reply.code)
    if isinstance(reply, Smaller):
        return refusal_of("body_too_large")
    if isinstance(reply, DeviceBarred):
        end: Finished | Halted = Halted(Fault("device_barred", reply.code))
    elif isinstance(reply, NoNetwork):
        end = Finished(f"no_network_{reply.detail}")
    else:
        end = Finished("slower", getattr(reply, "seconds", None))
    failure = failure_of_end(end)
    assert failure is not None
    return _asked_once(failure)


def _asked_once(failure: Failure) -> Failure:
    """Nothing carries the file again by itself, as the next run of the sync sends what waits."""
    if failure.code is not FailureCode.SERVER_BUSY:
        return failure
    return Failure(FailureCode.ASK_LATER, seconds=failure.data["seconds"])
