"""A presenter over a real store, its jobs run by hand, its view a list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.enrolment.presenter import EnrolmentPresenter
from perisai_desktop.ui.screens.enrolment.screen import enrolment_screen
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.screens.enrolment.view import EnrolmentView
from sync.protocol.signatures import SigningKey
from sync.rules.enrolment_form import EnrolmentForm
from tests.support.desks import SIGNATURE, HandClock, desk_of, make_profile
from tests.support.reference_data import filled_form
from tests.support.typist import Typist


@dataclass
class Bench:
    """The presenter and what it needs, with the hands that run it."""

    desk: AgentDesk
    clock: HandClock
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    shown: list[EnrolmentState] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = EnrolmentPresenter(
            self.desk.drafting,
            self.desk.draft_photos,
            self.desk.cards,
            self.desk.enrolling,
            self.jobs,
            self.shown.append,
        )

    @property
    def state(self) -> EnrolmentState:
        """What is on screen."""
        return self.shown[-1]

    def opened(self) -> "Bench":
        """With a draft on screen."""
        self.presenter.open()
        self.jobs.run_all()
        return self

    def fill(self, form: EnrolmentForm | None = None, *, signed: bool = True) -> "Bench":
        """Type a whole form, field by field, as the screen would."""
        form = form or filled_form()
        for name in EnrolmentForm.__dataclass_fields__:
            value = getattr(form, name)
            if isinstance(value, str) and value:
                self.presenter.type_into(name, value)
        for purpose in form.consents:
            self.presenter.consent_to(purpose, True)
        self.presenter.declare(form.declaration)
        if signed:
            self.presenter.sign(SIGNATURE)
        self.jobs.run_all()
        return self

    def submit(self) -> EnrolmentState:
        """Press the main button and let everything happen."""
        self.presenter.submit()
        self.jobs.run_all()
        return self.state


def otherwise(**changes: str) -> EnrolmentForm:
    """The filled form with some fields typed otherwise."""
    return replace(filled_form(), **changes)  # type: ignore[arg-type]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    clock = HandClock()
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.from_bytes(bytes(range(1, 33)))), clock)
    yield Bench(desk, clock)
    desk.close()


TAB_ORDER = (
    *("field_nik", "field_name", "field_mother_name"),
    *("field_birth_place", "field_birth_date", "field_sex", "field_phone"),
    *("field_village", "field_street", "field_rt", "field_rw"),
    *("field_occupation", "field_income", "field_payer"),
    *("field_offer", "field_first_month", "field_months", "more_fields"),
    *("consent_enrolment", "consent_branch_check", "consent_other_programmes", "declaration", "signature"),
)


@dataclass
class Desk:
    """A screen with the cursor in it."""

    view: EnrolmentView
    presenter: EnrolmentPresenter
    typist: Typist
    bench: Bench

    @property
    def state(self) -> EnrolmentState:
        """What is on screen."""
        state = self.presenter.state
        assert state is not None
        return state

    def part(self, name: str) -> QWidget:
        """A widget by its name."""
        found = self.view.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found

    def fill(self, **changes: str) -> None:
        """A whole form, past the keyboard, for tests of what follows."""
        Bench.fill(self.bench, otherwise(**changes))


@pytest.fixture
def screen(bench: Bench, showing: Callable[[QWidget], QWidget]) -> Desk:
    view, presenter = enrolment_screen(bench.desk, bench.jobs)
    bench.presenter = presenter
    showing(view)
    view.arrive()
    bench.jobs.run_all()
    return Desk(view, presenter, Typist(bench.jobs), bench)
