"""Photos of the open record come behind the screen, the first of the next one after them, and all are forgotten."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.background.drawing_pictures import draw_picture
from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.photo import LARGEST_PHOTO
from perisai_desktop.domain.review import RecordPhoto, ReviewRecord
from perisai_desktop.ui.screens.pictures.album import MOST_HELD, Album
from perisai_desktop.ui.screens.pictures.presenter import SMALL, PicturesPresenter
from perisai_desktop.ui.screens.pictures.screen import Pictures
from perisai_desktop.ui.screens.pictures.state import PicturesState, Sight, Standing
from perisai_desktop.ui.screens.pictures.words import (
    photo_words,
    shown_words,
    standing_sentence,
    standing_word,
)
from sync.protocol.digests import sha256_hex
from tests.support.card_pictures import card, file_of
from tests.support.fake_reviewing import FakeReviewing, record, with_photos

KTP, PAPER, SLIP = (f"{name} {'x' * 90}".encode() for name in ("ktp", "paper", "slip"))
NAMES = {sha256_hex(each): each for each in (KTP, PAPER, SLIP)}


def photo(content: bytes, shows: str = "ktp") -> RecordPhoto:
    return RecordPhoto(sha256_hex(content), len(content), shows)


FIRST = with_photos(record(1, "Ujang Sobarna"), photo(KTP), photo(PAPER, "signed_paper"))
NEXT = with_photos(record(2, "Maria Kewa"), photo(SLIP, "slip"), photo(KTP))


def drawn(content: bytes, side: int) -> PageImage:
    """A drawing of nothing, by the name of the file and its size; a file that says so is no picture."""
    if content.startswith(b"no picture"):
        raise Failure(FailureCode.PHOTO_UNREADABLE)
    return PageImage(1, 1, 4, content[:3] + str(side).encode())


@dataclass
class Desk:
    """The presenter over a branch in memory, its jobs run by hand."""

    branch: FakeReviewing = field(default_factory=lambda: FakeReviewing([FIRST, NEXT]))
    jobs: HandRunJobs = field(default_factory=HandRunJobs)

    def __post_init__(self) -> None:
        self.branch.files = dict(NAMES)
        self.shown: list[PicturesState] = []
        self.presenter = PicturesPresenter(self.branch, drawn, self.jobs, self.shown.append)

    def follow(self, now: ReviewRecord | None, ahead: ReviewRecord | None = None) -> list[Standing]:
        """Let the screen show a record, and everything happen."""
        self.presenter.follow(now, ahead)
        self.jobs.run_all()
        return [sight.standing for sight in self.presenter.state.sights]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_all_photos_of_the_open_record_come_and_then_the_first_of_the_next(desk: Desk) -> None:
    assert desk.follow(FIRST, NEXT) == [Standing.HERE, Standing.HERE]
    assert desk.branch.fetched == [
        ("entry-1", sha256_hex(KTP)),
        ("entry-1", sha256_hex(PAPER)),
        ("entry-2", sha256_hex(SLIP)),
    ]
    asked = len(desk.branch.fetched)
    desk.presenter.follow(NEXT, NEXT)
    at_once = [sight.standing for sight in desk.presenter.state.sights]
    assert at_once == [Standing.HERE, Standing.COMING]
    desk.jobs.run_all()
    assert desk.branch.fetched[asked:] == [("entry-2", sha256_hex(KTP))]
    assert desk.presenter.held == len(SLIP) + len(KTP)


def test_one_photo_is_on_its_way_at_a_time_so_that_a_decision_waits_for_one(desk: Desk) -> None:
    desk.presenter.follow(FIRST, NEXT)
    desk.presenter.follow(FIRST, None)
    assert desk.jobs.run_next(Lane.NETWORK)
    assert not desk.jobs.run_next(Lane.NETWORK)
    assert len(desk.branch.fetched) == 1


def test_a_photo_is_looked_at_large_and_the_next_and_the_one_before(desk: Desk) -> None:
    desk.follow(FIRST)
    desk.presenter.look()
    desk.jobs.run_all()
    assert desk.presenter.state.large == PageImage(1, 1, 4, b"ktp2048")
    desk.presenter.step(1)
    assert desk.presenter.state == replace(desk.presenter.state, looking=1, large=None)
    desk.jobs.run_all()
    assert desk.presenter.state.large == PageImage(1, 1, 4, b"pap2048")
    desk.presenter.step(1)
    assert desk.presenter.state.looking == 1
    desk.presenter.leave()
    assert desk.presenter.state == replace(desk.presenter.state, looking=None, large=None)


def test_what_cannot_be_shown_says_why(desk: Desk) -> None:
    spoilt = b"no picture"
    desk.branch.files[sha256_hex(spoilt)] = spoilt
    poor = with_photos(
        FIRST,
        RecordPhoto("a" * 64, 9, "ktp", arrived=False),
        RecordPhoto("b" * 64, 9, "slip", arrived=False, lost="missing"),
        RecordPhoto("c" * 64, 9, "thumb", arrived=False, lost="damaged"),
        photo(spoilt, "signed_list"),
        RecordPhoto("d" * 64, LARGEST_PHOTO + 1),
        RecordPhoto("e" * 64, 9, "ktp", arrived=False, lost="erased"),
    )
    desk.branch.records[poor.entry_id] = poor
    standings = desk.follow(poor)
    assert standings == [
        Standing.WAITS,
        Standing.MISSING,
        Standing.DAMAGED,
        Standing.UNREADABLE,
        Standing.TOO_LARGE,
        Standing.ERASED,
    ]
    assert desk.branch.fetched == [("entry-1", sha256_hex(spoilt))]
    sights = desk.presenter.state.sights
    assert (
        len({standing_sentence(sight) for sight in sights} | {standing_word(each) for each in standings})
        == 12
    )
    assert [shown_words(sight.photo.shows) for sight in sights[3:5]] == ["Photo of the signed list", "Photo"]


@pytest.mark.parametrize(
    ("code", "standing"),
    [(FailureCode.PHOTO_DIFFERS, Standing.DIFFERS), (FailureCode.BRANCH_SILENT, Standing.UNREACHED)],
)
def test_a_photo_that_differed_or_was_not_reached_is_asked_for_again_when_it_is_opened(
    desk: Desk, code: FailureCode, standing: Standing
) -> None:
    desk.branch.failure = Failure(code)
    assert desk.follow(FIRST)[0] is standing
    assert standing_sentence(desk.presenter.state.sights[0])
    desk.presenter.look()
    desk.jobs.run_all()
    assert desk.presenter.state.sights[0].standing is Standing.HERE
    assert desk.presenter.state.large is not None


def test_without_a_branch_the_others_are_not_tried_one_by_one(desk: Desk) -> None:
    desk.branch.failure = Failure(FailureCode.BRANCH_SILENT)
    assert desk.follow(FIRST, NEXT) == [Standing.UNREACHED, Standing.UNREACHED]
    assert desk.branch.fetched == []


def test_who_leaves_leaves_no_photo_even_where_one_comes_later(desk: Desk) -> None:
    desk.follow(FIRST)
    desk.presenter.follow(FIRST, NEXT)
    desk.presenter.close()
    desk.jobs.run_all()
    desk.presenter.follow(FIRST, NEXT)
    desk.jobs.run_all()
    assert (desk.presenter.held, desk.presenter.state) == (0, PicturesState())


def test_behind_a_locked_screen_no_photo_is_held_nor_read_and_afterwards_they_come_again(desk: Desk) -> None:
    desk.follow(FIRST, NEXT)
    desk.presenter.look()
    desk.presenter.rest()
    desk.jobs.run_all()
    asked = len(desk.branch.fetched)
    assert (desk.presenter.held, desk.presenter.state.large) == (0, None)
    assert desk.follow(NEXT) == [Standing.COMING, Standing.COMING]
    assert (len(desk.branch.fetched), desk.presenter.held) == (asked, 0)
    desk.presenter.wake()
    assert desk.jobs.run_next(Lane.NETWORK)
    desk.presenter.rest()
    desk.jobs.run_all()
    assert desk.presenter.held == 0
    desk.presenter.wake()
    assert desk.follow(NEXT, FIRST) == [Standing.HERE, Standing.HERE]


def test_an_album_holds_8_mib_and_the_newest() -> None:
    album = Album()
    half = MOST_HELD // 2
    for name in ("a", "b", "c"):
        album.put(("entry", name), bytes(half))
    album.put(("entry", "huge"), bytes(MOST_HELD + 1))
    assert album.held == MOST_HELD
    assert [album.get(("entry", name)) is not None for name in ("a", "b", "c", "huge")] == [
        False,
        True,
        True,
        False,
    ]
    album.keep_only(())
    assert album.held == 0


def test_a_picture_is_drawn_upright_and_within_its_size() -> None:
    page = draw_picture(file_of(card(), exif={0x0112: 6}), SMALL)
    assert (page.width, page.height) == (151, SMALL)
    assert len(page.pixels) == page.stride * page.height


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", FailureCode.PHOTO_UNREADABLE),
        (b"GIF89a" + bytes(40), FailureCode.PHOTO_UNREADABLE),
        (file_of(card(), "PNG")[:200], FailureCode.PHOTO_UNREADABLE),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, code: FailureCode) -> None:
    with pytest.raises(Failure) as refused:
        draw_picture(content, SMALL)
    assert refused.value.code is code


def test_a_small_file_that_says_it_is_huge_is_not_decoded() -> None:
    told = bytearray(file_of(card()))
    frame = told.index(b"\xff\xc0")
    told[frame + 5 : frame + 9] = b"\xff\xdc\xff\xdc"
    with pytest.raises(Failure) as refused:
        draw_picture(bytes(told), SMALL)
    assert refused.value.code is FailureCode.PHOTO_UNFIT


def test_the_viewer_obeys_its_keys(showing: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    window = QWidget()
    jobs, content = HandRunJobs(), file_of(card())
    branch = FakeReviewing([with_photos(record(1, "Ujang"), photo(content), photo(KTP, "slip"))])
    branch.files = {**NAMES, sha256_hex(content): content}
    pictures = Pictures(branch, jobs, window)
    showing(window)
    pictures.presenter.follow(branch.records["entry-1"], None)
    pictures.presenter.look()
    jobs.run_all()
    viewer = pictures.viewer
    assert viewer is not None
    canvas = viewer.canvas
    viewer.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(viewer.isActiveWindow)
    QTest.keyClicks(canvas, "++")
    assert canvas.zoom == pytest.approx(1.25**2)
    before = canvas.offset
    QTest.keyClick(canvas, Qt.Key.Key_Equal)
    canvas.enlarge(4.0, QPointF(0, 0))
    assert canvas.offset != before
    QTest.keyClicks(canvas, "r0")
    assert (canvas.zoom, canvas.offset) == (1.0, QPointF())
    QTest.keyClicks(canvas, "]")
    jobs.run_all()
    assert pictures.presenter.state.looking == 1
    assert pictures.presenter.state.sights[1] == Sight(
        photo(KTP, "slip"), fault=Failure(FailureCode.PHOTO_UNREADABLE)
    )
    viewer.reject()
    assert pictures.presenter.state == replace(pictures.presenter.state, looking=None)


def test_a_photo_is_sent_back_where_it_is_seen(showing: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    window, jobs, said = QWidget(), HandRunJobs(), list[str]()
    standing, before, slip = photo(KTP), replace(photo(PAPER), previous=True), photo(SLIP, "slip")
    branch = FakeReviewing([with_photos(record(1, "Ujang"), standing, before, slip)])
    branch.files = dict(NAMES)
    pictures = Pictures(branch, jobs, window, commenting=True)
    pictures.commented.connect(said.append)
    showing(window)
    pictures.presenter.follow(branch.records["entry-1"], None)
    for place, expected in ((1, []), (2, []), (0, ["ktp_photo"])):
        pictures.presenter.look(place)
        viewer = pictures.viewer
        assert viewer is not None
        viewer.activateWindow()
        viewer.canvas.setFocus()
        qtbot.waitUntil(viewer.isActiveWindow)
        QTest.keyClicks(viewer.canvas, "k")
        assert said == expected
    assert (pictures.viewer, pictures.presenter.state.looking) == (None, None)


def test_a_photo_that_was_replaced_says_so() -> None:
    assert photo_words(replace(photo(KTP), previous=True)) == "previous: KTP photo"
    assert photo_words(photo(KTP)) == "KTP photo"
