"""Reads the photos of the open record behind the screen, and the first one of the record that comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.review import RecordPhoto, ReviewRecord
from perisai_desktop.ui.screens.pictures.album import MOST_HELD, Album, Name
from perisai_desktop.ui.screens.pictures.state import PicturesState, Sight, Standing

SMALL = 240
LARGE = 2048
"""Pixels of the longer side beside the form, and in the viewer."""
Draw = Callable[[bytes, int], PageImage]
"""Pixels of a file, at most so many long. Raises Failure: photo_unreadable, photo_unfit."""


class Seeing(Protocol):
    """The branch, as far as photos go."""

    def photo(self, entry_id: str, sha256: str) -> bytes:
        """A photo's file, exactly as its entry names it. Raises Failure."""


class PicturesPresenter:
    """One photo is on its way at a time, so that a decision waits for one at most. Nothing is ever written to disk.

    `show` hears of the photos of the record that is open.
    """

    def __init__(self, seeing: Seeing, draw: Draw, jobs: Jobs, show: Callable[[PicturesState], None]) -> None:
        self._seeing = seeing
        self._draw = draw
        self._jobs = jobs
        self._show = show
        self._album = Album()
        self._seen: dict[Name, Sight] = {}
        self._ahead: ReviewRecord | None = None
        self._reading: Name | None = None
        self._closed = False
        self._resting = False
        self.state = PicturesState()

    @property
    def held(self) -> int:
        """Bytes of photos in memory."""
        return self._album.held

    def follow(self, record: ReviewRecord | None, ahead: ReviewRecord | None) -> None:
        """Take the record that is open, and the one that was read behind it."""
        if self._closed or (record == self.state.record and ahead == self._ahead):
            return
        looking = self.state.looking
        same = record is not None and _entry(record) == _entry(self.state.record)
        if looking is None or record is None or not same or looking >= len(record.photos):
            looking = None
        self._ahead = ahead
        kept = {one.entry_id for one in (record, ahead) if one is not None}
        self._album.keep_only(kept)
        self._seen = {name: sight for name, sight in self._seen.items() if name[0] in kept}
        self._present(PicturesState(record, (), looking, None if looking is None else self.state.large))
        self._read_on()

    def look(self, place: int = 0) -> None:
        """Show a photo large; what could not be reached, or differed, is asked for once more."""
        record = self.state.record
        if record is None or not 0 <= place < len(record.photos):
            return
        name = record.entry_id, record.photos[place].sha256
        if self.state.sights[place].standing in (Standing.UNREACHED, Standing.DIFFERS):
            del self._seen[name]
        self._present(replace(self.state, looking=place, large=None))
        self._enlarge()
        self._read_on()

    def step(self, by: int) -> None:
        """Look at the next photo (`by` = 1), or the one before."""
        if self.state.looking is not None:
            self.look(self.state.looking + by)

    def leave(self) -> None:
        """Close the viewer; the large drawing goes."""
        if self.state.looking is not None:
            self._present(replace(self.state, looking=None, large=None))

    def rest(self) -> None:
        """Hold no photo until `wake`: the screen is locked."""
        self._resting = True
        self._album.keep_only(())
        self._seen.clear()
        self._present(replace(self.state, large=None))

    def wake(self) -> None:
        """Read the photos of the open record again."""
        self._resting = False
        self._read_on()

    def close(self) -> None:
        """Forget every photo: the reviewer leaves. What is still on its way is dropped when it comes."""
        self._closed = True
        self._album.keep_only(())
        self._seen.clear()
        self._ahead = None
        self._present(PicturesState())

    def _read_on(self) -> None:
        wanted = self._wanted()
        if wanted is None or self._reading is not None or self._resting:
            return
        entry_id, photo = wanted
        self._reading = entry_id, photo.sha256
        self._jobs.run(
            Lane.NETWORK,
            lambda: self._seeing.photo(entry_id, photo.sha256),
            lambda outcome: self._came(outcome, entry_id, photo),
        )

    def _wanted(self) -> tuple[str, RecordPhoto] | None:
        """The photo to read next: the one that is looked at, then the open record's, then the first of the next one."""
        record, ahead, looking = self.state.record, self._ahead, self.state.looking
        if record is not None:
            if looking is not None:
                sight = self.state.sights[looking]
                gone = self._album.get((record.entry_id, sight.photo.sha256)) is None
                if sight.standing is Standing.COMING or (sight.standing is Standing.HERE and gone):
                    return record.entry_id, sight.photo
            for sight in self.state.sights:
                if sight.standing is Standing.COMING:
                    return record.entry_id, sight.photo
        if ahead is None or not ahead.photos:
            return None
        first = self._sight(ahead.entry_id, ahead.photos[0])
        fits = self.held + first.photo.length <= MOST_HELD
        return (ahead.entry_id, first.photo) if first.standing is Standing.COMING and fits else None

    def _came(self, outcome: Ok[bytes] | Err, entry_id: str, photo: RecordPhoto) -> None:
        if isinstance(outcome, Err):
            self._settle(entry_id, Sight(photo, fault=outcome.failure))
            return
        content = outcome.value
        if not self._follows(entry_id):
            self._settle(entry_id, Sight(photo))
            return

        def drawn(result: Ok[PageImage] | Err) -> None:
            if isinstance(result, Err):
                self._settle(entry_id, Sight(photo, fault=result.failure))
                return
            if self._follows(entry_id):
                self._album.put((entry_id, photo.sha256), content)
            self._settle(entry_id, Sight(photo, small=result.value))

        self._jobs.run(Lane.LOCAL, lambda: self._draw(content, SMALL), drawn)

    def _settle(self, entry_id: str, sight: Sight) -> None:
        """Note what became of a photo; where the branch is out of reach the others are not tried one by one."""
        self._reading = None
        if self._follows(entry_id):
            self._seen[entry_id, sight.photo.sha256] = sight
            if sight.standing is Standing.UNREACHED and sight.fault is not None:
                self._give_up(sight.fault)
            self._present(self.state)
            self._enlarge()
        self._read_on()

    def _give_up(self, fault: Failure) -> None:
        for one in filter(None, (self.state.record, self._ahead)):
            for photo in one.photos:
                sight = self._sight(one.entry_id, photo)
                if sight.standing is Standing.COMING:
                    self._seen[one.entry_id, photo.sha256] = replace(sight, fault=fault)

    def _enlarge(self) -> None:
        """Draw the photo that is looked at, once its file is here."""
        record, looking = self.state.record, self.state.looking
        if record is None or looking is None or self.state.large is not None:
            return
        name = record.entry_id, record.photos[looking].sha256
        content = self._album.get(name)
        if content is None:
            return

        def drawn(outcome: Ok[PageImage] | Err) -> None:
            now = self.state.record
            stays = self.state.looking == looking and _entry(now) == record.entry_id and not self._resting
            if stays and isinstance(outcome, Ok):
                self._present(replace(self.state, large=outcome.value))

        self._jobs.run(Lane.LOCAL, lambda: self._draw(content, LARGE), drawn)

    def _follows(self, entry_id: str) -> bool:
        return not self._resting and entry_id in {_entry(self.state.record), _entry(self._ahead)}

    def _sight(self, entry_id: str, photo: RecordPhoto) -> Sight:
        known = self._seen.get((entry_id, photo.sha256))
        return Sight(photo) if known is None else replace(known, photo=photo)

    def _present(self, state: PicturesState) -> None:
        record = state.record
        sights = () if record is None else tuple(self._sight(record.entry_id, one) for one in record.photos)
        self.state = replace(state, sights=sights)
        self._show(self.state)


def _entry(record: ReviewRecord | None) -> str | None:
    return None if record is None else record.entry_id
