"""The command file on machines that lack something: what it does by itself, and the one thing it tells where it may not."""

import hashlib
import subprocess
from pathlib import Path
from typing import Any

import pytest

import dev


class Machine:
    """A machine whose commands are written down and not run; `fails` names a word that makes one fail."""

    def __init__(self) -> None:
        self.commands: list[str] = []
        self.fails = "\0"

    def run(self, command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        line = " ".join(command)
        self.commands.append(line)
        return subprocess.CompletedProcess(command, 1 if self.fails in line else 0, "", "its own words")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    """A Debian with all libraries, python3 and nothing else, and a root who may install."""
    made = Machine()
    monkeypatch.setattr("subprocess.run", made.run)
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "SEAL", tmp_path / "seal")
    monkeypatch.setattr(dev, "READING_LOCK", tmp_path / "reading.lock")
    monkeypatch.setattr(dev, "READING_SEAL", tmp_path / "reading.seal")
    monkeypatch.setattr(dev, "FUZZING_SEAL", tmp_path / "fuzzing.seal")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(dev, "loads", lambda library: True)
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    (tmp_path / "requirements.lock").write_text("pytest==9\n", encoding="ascii")
    (tmp_path / "reading.lock").write_text("rapidocr==3\n", encoding="ascii")
    return made


def _lacks(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: library not in libraries)


def test_a_fresh_machine_gets_its_environment_and_remembers_the_lock(machine: Machine) -> None:
    dev.set_up()
    made, installed = machine.commands
    assert " -m venv --clear " in made
    assert "--require-hashes" in installed
    assert "--only-binary :all:" in installed
    assert dev.SEAL.read_text(encoding="ascii").strip() == hashlib.sha256(b"pytest==9\n").hexdigest()


def test_nothing_is_done_while_the_lock_stays_and_all_again_when_it_changes(machine: Machine) -> None:
    dev.set_up()
    dev.PYTHON.touch()
    machine.commands.clear()
    dev.set_up()
    assert [line for line in machine.commands if "install" in line] == []
    dev.LOCK.write_text("pytest==10\n", encoding="ascii")
    dev.set_up()
    assert len([line for line in machine.commands if "install" in line]) == 1
    assert not [line for line in machine.commands if "venv --clear" in line]


def test_an_interrupted_installation_is_not_taken_for_done(machine: Machine) -> None:
    machine.fails = "--require-hashes"
    with pytest.raises(dev.SetUpError, match="packages could not be installed"):
        dev.set_up()
    assert not dev.SEAL.exists()


def test_root_gets_what_qt_lacks(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    _lacks(monkeypatch, "libEGL.so.1", "libdbus-1.so.3")
    monkeypatch.setattr(dev, "has_display", lambda: False)
    dev.set_up()
    assert machine.commands[0] == "apt-get update -q"
    assert machine.commands[1] == "apt-get install -y -q --no-install-recommends libegl1 libdbus-1-3"


def test_a_display_needs_its_own_libraries(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    _lacks(monkeypatch, "libxcb-cursor.so.0")
    monkeypatch.setattr(dev, "has_display", lambda: False)
    assert dev.missing_packages() == []
    monkeypatch.setattr(dev, "has_display", lambda: True)
    assert dev.missing_packages() == ["libxcb-cursor0"]


def test_others_are_told_the_one_command(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    _lacks(monkeypatch, "libGL.so.1")
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("sys.executable", "/usr/bin/python3")
    with pytest.raises(dev.SetUpError, match=r"\n  sudo apt-get install -y python3-venv libgl1$"):
        dev.set_up()
    assert machine.commands == []


def test_a_system_without_apt_is_told_the_libraries(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lacks(monkeypatch, "libGL.so.1")
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(dev.SetUpError, match=r"lacks libGL\.so\.1: install"):
        dev.set_up()


def test_a_python_of_ones_own_without_its_modules_is_named(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("sys.executable", "/srv/python/bin/python3")
    with pytest.raises(dev.SetUpError, match="/srv/python/bin/python3 lacks its own modules"):
        dev.set_up()


def test_an_old_python_is_told_in_one_sentence(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    with pytest.raises(dev.SetUpError, match=r"this is Python 3\.9, the programs need 3\.11 or newer"):
        dev.set_up()
    assert machine.commands == []


def test_a_check_that_fails_fails_the_whole(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.check([]) == 0
    assert len(machine.commands) == 5
    machine.fails = "ruff check"
    assert dev.check([]) == 1
    assert len(machine.commands) == 10
    assert "failed: lint" in capsys.readouterr().out


def test_the_pack_that_reads_cards_comes_with_the_verbs_that_try_it_alone(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for verb in dev.VERBS:
        dev.READING_SEAL.unlink(missing_ok=True)
        machine.commands.clear()
        monkeypatch.setattr("sys.argv", ["dev.py", verb])
        dev.main()
        added = [line for line in machine.commands if str(dev.READING_LOCK) in line]
        assert len(added) == (verb in {"test", "bench", "build"}), verb
        assert all("--require-hashes" in line and "--only-binary :all:" in line for line in added)
    machine.commands.clear()
    dev.main()
    assert [line for line in machine.commands if str(dev.READING_LOCK) in line] == []
