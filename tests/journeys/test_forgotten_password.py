"""An agent with cash that was never sent forgets the password: the branch opens the store for a new one, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.lockout import FREE_ATTEMPTS
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.reopening import Reopening
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.services.signing_in import SigningIn
from sync.server.cli import main
from sync.server.composition import open_server
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from sync.server.settings import ServerSettings
from tests.support.branch_house import CHEAP, PASSWORD
from tests.support.centres import running_branch
from tests.support.desks import HandClock, filled_draft

OLD, NEW = "kopi-pagi-di-pasar", "teh-sore-di-dermaga"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch's real server, with a laptop of its agent that took cash and is locked by `OLD`."""

    url: str
    folder: Path
    profile: Profile
    device: str
    clock: HandClock


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Branch]:
    folder = tmp_path_factory.mktemp("branch")
    profile, clock = Profile(tmp_path_factory.mktemp("laptop") / "agent"), HandClock(datetime.now(UTC))
    assert main(["init", "--dir", str(folder)]) == 0
    with running_branch(folder) as (url, code):
        desk = EnrollingDevice(profile, clock, cost=LIGHT).enrol(url, code, OLD)
        desk.enrolling.enrol(filled_draft(desk))
        device = desk.identity.device
        desk.close()
        beside = open_server(ServerSettings(folder), passwords=CHEAP)
        home = beside.organising.branch("001").branch_id
        beside.accounts.add(NewAccount("kepala", "Kepala", Role.BRANCH_ADMIN, PASSWORD, home), "terminal")
        beside.close()
        yield Branch(url, folder, profile, device, clock)


def reopening(branch: Branch) -> Reopening:
    """As a program does that was just started."""
    return Reopening(branch.profile, branch.clock, cost=LIGHT)


def refused(branch: Branch, answer: Path) -> FailureCode:
    with pytest.raises(Failure) as found:
        reopening(branch).prove(answer)
    return found.value.code


def test_what_was_never_sent_is_opened_again_by_the_branch_and_travels(
    branch: Branch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    request, answer = tmp_path / "a.perisai-sandi", tmp_path / "a.perisai-sandi-jawaban"
    door = SigningIn(branch.profile, branch.clock)
    for _ in range(FREE_ATTEMPTS):
        with pytest.raises(Failure):
            door.sign_in("lupa sama sekali")
    question = reopening(branch).ask(request)
    assert reopening(branch).pending() == question
    assert (question.device, door.lockout()) == (branch.device, 1)

    reviewing = Reviewing.at(branch.url)
    reviewing.sign_in("kepala", PASSWORD)
    asked = reviewing.reopening.look(request, branch.device)
    with pytest.raises(Failure) as differs:
        reviewing.reopening.answer(asked, "0000-0000-0000", answer)
    assert (differs.value, answer.exists()) == (Failure(FailureCode.REOPEN_CODE_DIFFERS), False)
    reviewing.reopening.answer(asked, question.code, answer)
    reviewing.close()

    proved = reopening(branch).prove(answer)
    assert door.lockout() == 1
    with pytest.raises(Failure) as weak:
        reopening(branch).reopen(proved, "12345678")
    assert weak.value.code is FailureCode.PASSWORD_TOO_COMMON
    reopening(branch).reopen(proved, NEW)
    assert (door.lockout(), branch.profile.reopening.exists()) == (0, False)
    assert refused(branch, answer) is FailureCode.REOPEN_ANSWERS_ANOTHER
    desk = door.sign_in(NEW)
    assert desk.syncing.run().sent == 4
    desk.close()
    with pytest.raises(Failure):
        door.sign_in(OLD)

    stick = tmp_path / "lagi.perisai-sandi"
    again = reopening(branch).ask(stick)
    words = ["device", "reopen", str(stick), "--dir", str(branch.folder)]
    assert main([*words, "--code", question.code]) == 1
    assert "not the code of the file" in capsys.readouterr().err
    assert main(words) == 1
    assert main([*words, "--code", again.code.lower()]) == 0
    assert f"laptop {branch.device} of A-0003 Nining Sukaesih" in capsys.readouterr().out
    assert refused(branch, answer) is FailureCode.REOPEN_ANSWERS_ANOTHER
    reopening(branch).reopen(reopening(branch).prove(tmp_path / "lagi.perisai-sandi-jawaban"), OLD)
    door.sign_in(OLD).close()


def test_a_kill_at_any_step_leaves_one_password_that_opens(
    branch: Branch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = tmp_path / "b.perisai-sandi"
    code = reopening(branch).ask(request).code
    assert main(["device", "reopen", str(request), "--dir", str(branch.folder), "--code", code]) == 0
    proved = reopening(branch).prove(tmp_path / "b.perisai-sandi-jawaban")

    class Killed(BaseException):
        pass

    def killed(*_words: object) -> None:
        raise Killed

    door = SigningIn(branch.profile, branch.clock)
    for place, holds in (
        ("perisai_desktop.security.vault.replace_atomically", OLD),
        ("perisai_desktop.security.lockout.Lockout.right", NEW),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(place, killed)
            with pytest.raises(Killed):
                reopening(branch).reopen(proved, NEW)
        assert reopening(branch).pending() is not None
        door.prove(holds)
    door.sign_in(NEW).close()
    assert reopening(branch).pending() is None
