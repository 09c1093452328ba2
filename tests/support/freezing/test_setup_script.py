"""The Windows set-up's script: two languages throughout, no right of an administrator, and nothing near the agents' stores."""

import re
from pathlib import Path

import pytest

from dev import SetUpError
from tests.support.freezing import setup

SCRIPT = setup.SCRIPT.read_text(encoding="utf-8")
LINES = [line.strip() for line in SCRIPT.splitlines()]


def test_every_sentence_is_there_in_both_languages() -> None:
    words = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", SCRIPT, re.MULTILINE)
    asked = set(re.findall(r"\$\((\w+)\)", SCRIPT))
    assert {name for name, language in words if language == "INDONESIAN"} == asked
    assert {name for name, language in words if language == "ENGLISH"} == asked
    languages = re.findall(r'MUI_LANGUAGE "(\w+)"', SCRIPT)
    assert languages == ["Indonesian", "English"]


def test_it_is_for_the_user_alone() -> None:
    assert "RequestExecutionLevel user" in LINES
    assert 'InstallDir "$LOCALAPPDATA\\Programs\\Perisai"' in LINES
    assert "HKLM" not in SCRIPT
    assert "SetShellVarContext all" not in SCRIPT


def test_nothing_is_removed_but_what_was_installed() -> None:
    removals = [line for line in LINES if re.match(r"(RMDir|Delete)\b", line)]
    assert len(removals) > 5
    allowed = re.compile(r'(RMDir|RMDir /r|Delete) "(\$INSTDIR(\\[\w.${}]+)?|\$SMPROGRAMS\\Perisai\.lnk)"$')
    assert [line for line in removals if not allowed.match(line)] == []
    assert [line for line in removals if line.startswith("RMDir /r")] == ['RMDir /r "$INSTDIR\\_internal"']
    touched = [
        line for line in LINES if "${PROFILES}" in line and not line.startswith("LangString DATA_STAYS")
    ]
    assert touched == ['StrLen $1 "${PROFILES}"', '${If} $0 == "${PROFILES}"']


@pytest.mark.parametrize("moment", [".onInit", "un.onInit"])
def test_it_refuses_while_the_program_runs(moment: str) -> None:
    body = SCRIPT.partition(f"Function {moment}\n")[2].partition("FunctionEnd")[0]
    assert "REFUSE_WHILE_RUNNING" in body


def test_the_stand_in_has_windows_names_and_no_links(tmp_path: Path) -> None:
    folder = tmp_path / "perisai"
    (folder / "_internal").mkdir(parents=True)
    (folder / "perisai").write_text("program")
    (folder / "_internal" / "libA.so").write_text("library")
    (folder / "_internal" / "libB.so").symlink_to("libA.so")
    copy = setup.stand_in(folder, tmp_path / "copy")
    there = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    assert there == {"perisai.exe", "_internal/libA.so"}


def test_a_machine_without_makensis_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(SetUpError, match="makensis is not here"):
        setup.compile_setup(tmp_path, tmp_path / "made.exe")
