"""The course of pictures within a run, as a pure state machine: piece by piece, at the offset the server names.

One picture at a time. The server is asked where it stands before the first piece of a run, and again whenever
that is not sure, so nothing that it holds is sent twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sync.client.actions import Finished
from sync.client.photo_actions import (
    AskBlob,
    KeepStanding,
    KeepTold,
    PhotoAction,
    PhotoEffect,
    PhotoFacts,
    PutPhotoAside,
    ReportLost,
    SendPiece,
)
from sync.client.photo_replies import (
    LossNoted,
    PhotoRefused,
    PhotoStood,
    PhotoWord,
    PieceMisplaced,
    PieceTimedOut,
    PieceTooLarge,
)
from sync.client.sizing import AIMED_SECONDS, LONGEST_TIME_OUT, SHORTEST_TIME_OUT
from sync.protocol.blobs import LARGEST_PIECE, SMALLEST_PIECE

FIRST_PIECE = 2 * SMALLEST_PIECE
MOST_STALLS = 3
"""So many answers in a row that bring a picture no further set it aside for the run."""
MOST_TIME_OUTS = 3
"""So many time-outs of pieces in a row end the run."""
_PATIENCE = 6.0


@dataclass(frozen=True, slots=True)
class PhotoCourse:
    """What a run knows: the picture that the server was asked about (none: empty), where it stands there, the link.

    `size`: bytes of the next piece; `rate` in bytes a second, None unmeasured.
    """

    sha256: str = ""
    offset: int = 0
    size: int = FIRST_PIECE
    rate: float | None = None
    stalls: int = 0
    time_outs: int = 0

    @property
    def time_out(self) -> float:
        """Seconds to wait for a piece: several times what the measured rate lets expect."""
        expected = 0.0 if self.rate is None else self.size / self.rate
        return min(max(SHORTEST_TIME_OUT, expected * _PATIENCE), LONGEST_TIME_OUT)


@dataclass(frozen=True, slots=True)
class PhotoStep:
    """The course after a reply, what to make durable, and how the run ends where it does."""

    course: PhotoCourse
    effects: tuple[PhotoEffect, ...] = ()
    ending: Finished | None = None


def next_photo_action(course: PhotoCourse, photo: PhotoFacts) -> PhotoAction:
    """What to do for the picture that goes next."""
    if photo.lost is not None:
        return ReportLost(photo.sha256, photo.lost)
    if course.sha256 != photo.sha256 or course.offset >= photo.length:
        return AskBlob(photo.sha256)
    size = min(course.size, photo.length - course.offset)
    return SendPiece(photo.sha256, course.offset, size, course.time_out)


def on_photo_reply(course: PhotoCourse, reply: PhotoWord) -> PhotoStep:
    """The course and the effects of a reply to the action that `next_photo_action` named."""
    match reply:
        case PhotoStood():
            return _stood(course, reply)
        case PieceMisplaced(sha256, offset):
            moved = replace(course, sha256=sha256, offset=offset, time_outs=0)
            return _stalled(moved, sha256, (KeepStanding(sha256, offset, False),))
        case LossNoted(standing):
            told: tuple[PhotoEffect, ...] = (KeepTold(standing.sha256),)
            if standing.complete:
                told = (KeepStanding(standing.sha256, standing.offset, True),)
            return PhotoStep(replace(_left(course), time_outs=0), told)
        case PhotoRefused(sha256, code):
            return PhotoStep(replace(_left(course), time_outs=0), (PutPhotoAside(sha256, code),))
        case PieceTimedOut():
            return _timed_out(course)
        case PieceTooLarge(sha256):
            if course.size <= SMALLEST_PIECE:
                return PhotoStep(_left(course), (PutPhotoAside(sha256, "too_large"),))
            return PhotoStep(_smaller(course))
        case _:
            aside = (PutPhotoAside(reply.sha256, reply.code),)
            return PhotoStep(_left(course), aside, Finished("server_fault"))


def _stood(course: PhotoCourse, reply: PhotoStood) -> PhotoStep:
    standing = reply.standing
    kept = (KeepStanding(standing.sha256, standing.offset, standing.complete),)
    measured = replace(_measured(course, reply), time_outs=0)
    if standing.complete:
        return PhotoStep(_left(measured), kept)
    further = course.sha256 != standing.sha256 or standing.offset > course.offset
    there = replace(measured, sha256=standing.sha256, offset=standing.offset)
    if further and standing.offset < standing.length:
        return PhotoStep(replace(there, stalls=0 if reply.bytes_sent else there.stalls), kept)
    return _stalled(there, standing.sha256, kept)


def _stalled(course: PhotoCourse, sha256: str, kept: tuple[PhotoEffect, ...]) -> PhotoStep:
    """The server's offset counts, and a picture that it brings no further gives way to the others."""
    if course.stalls + 1 >= MOST_STALLS:
        return PhotoStep(_left(course), (*kept, PutPhotoAside(sha256, "offset_stuck")))
    return PhotoStep(replace(course, stalls=course.stalls + 1), kept)


def _timed_out(course: PhotoCourse) -> PhotoStep:
    """What arrived is not known: the server is asked before the next piece, which is smaller."""
    time_outs = course.time_outs + 1
    tried = replace(_smaller(course), sha256="", offset=0, time_outs=time_outs)
    return PhotoStep(tried, ending=Finished("no_network_timeout") if time_outs >= MOST_TIME_OUTS else None)


def _left(course: PhotoCourse) -> PhotoCourse:
    """No picture is under way; what was measured of the link stays."""
    return replace(course, sha256="", offset=0, stalls=0)


def _smaller(course: PhotoCourse) -> PhotoCourse:
    return replace(course, size=max(SMALLEST_PIECE, course.size // 2))


def _measured(course: PhotoCourse, reply: PhotoStood) -> PhotoCourse:
    """After a piece: the next one is to take about two seconds, and is at most twice as large."""
    if not reply.bytes_sent:
        return course
    rate = reply.bytes_sent / max(reply.seconds, 0.001)
    rate = rate if course.rate is None else (course.rate + rate) / 2
    size = min(int(rate * AIMED_SECONDS), 2 * course.size, LARGEST_PIECE)
    return replace(course, rate=rate, size=max(SMALLEST_PIECE, size))
