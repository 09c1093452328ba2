"""The import contracts: kept by the tree as it stands, and each seen to fail where its violation is planted in a copy."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import PROGRAMS, ROOT, imported, python_files

SCREEN = "perisai_desktop/ui/screens/planted"
# For each contract the modules that break it: file and what it imports.
PLANTED: dict[str, dict[str, str]] = {
    "desktop-layers": {"perisai_desktop/domain/planted.py": "perisai_desktop.services"},
    "sync-layers": {"sync/rules/planted.py": "sync.protocol"},
    "sync-knows-no-desktop": {"sync/client/planted.py": "perisai_desktop.domain"},
    "desktop-knows-no-server": {"perisai_desktop/services/planted.py": "sync.server"},
    "protocol-readers": {"perisai_desktop/storage/planted.py": "sync.protocol"},
    "client-callers": {"perisai_desktop/ui/planted.py": "sync.client"},
    "desktop-tables": {"perisai_desktop/services/planted.py": "perisai_desktop.storage.tables"},
    "server-tables": {"sync/server/services/planted.py": "sync.server.storage.tables"},
    "qt-stays-above": {"perisai_desktop/services/planted.py": "PySide6.QtCore"},
    "presenters-know-no-qt": {f"{SCREEN}/__init__.py": "json", f"{SCREEN}/presenter.py": "PySide6.QtCore"},
    "views-know-state": {f"{SCREEN}/__init__.py": "json", f"{SCREEN}/view.py": "perisai_desktop.services"},
    "screens-ask-services": {"perisai_desktop/ui/planted.py": "perisai_desktop.storage"},
    "screens-are-strangers": {
        f"{SCREEN}/__init__.py": "json",
        f"{SCREEN}/view.py": "perisai_desktop.ui.screens.sync",
    },
    "reader-stands-alone": {"perisai_desktop/reading/planted.py": "sqlite3"},
    "nobody-reads-inside": {"perisai_desktop/services/planted.py": "rapidocr"},
    "camera-comes-late": {"perisai_desktop/ui/planted.py": "perisai_desktop.background.camera"},
    "desktop-sql": {"perisai_desktop/services/planted.py": "sqlalchemy"},
    "server-sql": {"sync/server/services/planted.py": "sqlmodel"},
    "server-layers": {"sync/server/storage/planted.py": "sync.server.services"},
    "auditor-knows-no-service": {"sync/server/auditor/planted.py": "sync.server.services"},
    "server-domain-knows-values": {"sync/server/domain/planted.py": "sync.server.storage.store"},
    "routes-call-services": {"sync/server/routes/planted.py": "sync.server.storage"},
    "http-in-transport": {"sync/server/services/planted.py": "requests"},
    "rules-are-pure": {"sync/rules/planted.py": "pydantic"},
    "no-cycles": {
        "perisai_desktop/ui/planted.py": "perisai_desktop.ui.planted_too",
        "perisai_desktop/ui/planted_too.py": "perisai_desktop.ui.planted",
    },
}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command as check; check()"
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "400", "NO_COLOR": "1"}
    command = [sys.executable, "-c", program, "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _contracts() -> dict[str, str]:
    """The name of each contract by its id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {each["id"]: each["name"] for each in settings["tool"]["importlinter"]["contracts"]}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said of a copy of the two programs' sources in which every violation is planted."""
    folder = tmp_path_factory.mktemp("copied")
    for name in PROGRAMS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, target in (pair for modules in PLANTED.values() for pair in modules.items()):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as module:
            module.write(f"import {target}\n")
    done = _lint(folder)
    assert done.returncode == 1
    return done.stdout


def test_the_tree_keeps_every_contract() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout
    assert f"{len(PLANTED)} kept, 0 broken" in done.stdout


def test_every_contract_has_its_violation(told: str) -> None:
    assert _contracts().keys() == PLANTED.keys()
    assert f"0 kept, {len(PLANTED)} broken" in told


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_is_seen(told: str, contract: str) -> None:
    heading = _contracts()[contract]
    section = told.partition(f"\n{heading}\n{'-' * len(heading)}\n")[2].partition("\n\n\n")[0]
    name, target = list(PLANTED[contract].items())[-1]
    module = name.removesuffix(".py").replace("/", ".")
    package = target if target.startswith(tuple(PROGRAMS)) else target.partition(".")[0]
    seen = f"{module} -> {package} (l." if contract != "no-cycles" else ".planted_too -> .planted (1 import)"
    assert seen in section


def test_only_what_opens_cameras_asks_for_the_qt_that_need_not_be_installed() -> None:
    """The walls see packages of others as one each: that PySide6 has a part which may be lacking is seen here."""
    asking = {
        path.relative_to(ROOT).parent.as_posix()
        for program in PROGRAMS
        for path in python_files(ROOT / program)
        if any("QtMultimedia" in name for name in imported(path))
    }
    assert asking == {"perisai_desktop/background/camera"}
