"""A profile's files, the choices outside the store, and the data that comes with the program."""

import json
import stat
import sys
from pathlib import Path

import pytest

from perisai_desktop.config import files
from perisai_desktop.config.files import replace_atomically
from perisai_desktop.config.paths import Profile, default_profile, practice_beside
from perisai_desktop.config.resources import resource, resources_dir
from perisai_desktop.config.settings import Settings, load_settings, save_settings


def test_everything_lies_below_the_root_under_its_own_name(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    named = [
        getattr(profile, name)
        for name, value in vars(Profile).items()
        if isinstance(value, property) and name != "enrolled"
    ]
    assert len(set(named)) == len(named) >= 11
    assert all(path.parent == tmp_path for path in named)


def test_enrolled_means_a_store_with_its_key_file_or_entries(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "agent")
    seen = [profile.enrolled]
    profile.prepare()
    profile.prepare()
    for file in (profile.database, profile.key_file):
        file.touch()
        seen.append(profile.enrolled)
    assert seen == [False, False, True]
    if sys.platform != "win32":
        assert stat.S_IMODE(profile.root.stat().st_mode) == 0o700


def test_practice_lies_beside_real_work_and_never_in_it(tmp_path: Path) -> None:
    work = tmp_path / "agent"
    assert practice_beside(work).root == tmp_path / "agent-practice"
    assert default_profile(practice=True).root.parent == default_profile(practice=False).root.parent
    assert default_profile(practice=True) != default_profile(practice=False)


def test_a_store_with_entries_stays_one_when_its_key_file_is_gone(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.database.touch()
    profile.mark.touch()
    assert profile.enrolled


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, Path("/data/Perisai/agent")),
        ("linux", {}, Path("/home/x/.local/share/Perisai/agent")),
        ("darwin", {}, Path("/home/x/Library/Application Support/Perisai/agent")),
        ("win32", {"LOCALAPPDATA": "/local"}, Path("/local/Perisai/agent")),
        ("win32", {}, Path("/home/x/AppData/Local/Perisai/agent")),
    ],
)
def test_each_system_has_its_place(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: Path
) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("perisai_desktop.config.paths.sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/x"))
    assert default_profile(practice=False).root == expected
    assert default_profile(practice=True).root == expected.with_name("practice")


def test_choices_come_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    assert load_settings(file) == Settings()
    chosen = Settings(
        language="en",
        theme="dark",
        scale=150,
        server_url="http://x",
        window="AA==",
        paper="roll58",
        printer="Kantor",
        roll_printer="Struk",
    )
    save_settings(file, chosen)
    assert load_settings(file) == chosen


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"language": 5, "theme": "neon", "paper": "a3", "more": 1}',
        b"[" * 100_000,
        b'{"window": "\\ud800", "receipts": "/a\\u0000b", "printer": "a\\nb"}',
        b'{"scale": 1e400}',
    ],
)
def test_damaged_choices_are_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load_settings(file) == Settings()


@pytest.mark.parametrize(("stored", "used"), [(10, 100), (175, 175), (900, 200)])
def test_the_scale_stays_within_reach(tmp_path: Path, stored: int, used: int) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"scale": stored, "language": "xx"}))
    assert load_settings(file) == Settings(scale=used)


@pytest.mark.parametrize("durable", [True, False])
def test_a_file_is_replaced_whole(tmp_path: Path, durable: bool) -> None:
    file = tmp_path / "new" / "mark.json"
    for content in (b"one", b"two"):
        replace_atomically(file, content, durable=durable)
        assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mark.json"
    replace_atomically(file, b"one")

    def full(_: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("perisai_desktop.config.files.os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        replace_atomically(file, b"two")
    assert file.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [file]


def test_windows_syncs_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perisai_desktop.config.files.os.name", "nt")
    files.sync_folder(tmp_path / "gone")


def test_resources_lie_beside_the_packages_or_in_the_bundle(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert resource("fonts", "OFL.txt").is_file()
    assert resources_dir().parent == Path(__file__).parents[3]
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("qss") == tmp_path / "resources" / "qss"
