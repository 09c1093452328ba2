"""An agent with cash that was never sent forgets the password: the branch opens the store for a new one, and nobody else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.lockout import FREE_ATTEMPTS
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.reopening import Reopening
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.forgotten.dialog import ForgottenDialog
from perisai_desktop.ui.widgets.password_input import PasswordInput
from sync.server.cli import main
from sync.server.composition import open_server
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from sync.server.settings import ServerSettings
from tests.support.branch_house import CHEAP, PASSWORD
from tests.support.centres import running_branch
from tests.support.desks import HandClock, filled_draft
from tests.support.programs import running_program

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
    branch: Branch, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
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
    assert main([*words, "--code", again.code, "--out", str(tmp_path / "none" / "answer")]) == 1
    assert "could not be written" in capsys.readouterr().err
    assert main(["device", "reopen", str(tmp_path), "--dir", str(branch.folder)]) == 1
    assert main(["device", "reopen", str(answer), "--dir", str(branch.folder)]) == 1
    assert "The file is an answer" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _prompt: again.code.lower())
    assert main(words) == 0
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


def test_at_the_sign_in_by_hand(
    qapp: QApplication, branch: Branch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(branch.profile.root, tmp_path / "profile")
    request, answer = tmp_path / "c.perisai-sandi", tmp_path / "c.perisai-sandi-jawaban"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(request), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(answer), ""))
    with running_program(tmp_path, today=datetime.now(UTC).date()) as program:
        entry = program.enter()
        Hand(entry).press("sign_in_forgotten")
        dialog = entry.findChild(ForgottenDialog)
        assert isinstance(dialog, ForgottenDialog)
        hand = Hand(dialog)
        wait_for(dialog.act.isEnabled, "the profile was looked at")
        hand.press("act")
        code = dialog.findChild(QLabel, "forgotten_code")
        assert isinstance(code, QLabel)
        wait_for(lambda: bool(code.text()) and dialog.act.isEnabled(), "the file is saved")
        words = ["device", "reopen", str(request), "--dir", str(branch.folder), "--code", code.text()]
        assert main(words) == 0
        hand.press("act")
        password = dialog.findChild(PasswordInput, "forgotten_password")
        assert isinstance(password, PasswordInput)
        wait_for(lambda: password.isVisible() and password.isEnabled(), "the answer opens the store")
        hand.write("forgotten_password", OLD)
        hand.write("forgotten_again", OLD)
        hand.press("act")
        wait_for(lambda: program.agent_window is not None, "signed in")
