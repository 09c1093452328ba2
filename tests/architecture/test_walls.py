"""The import contracts: kept by the tree as it stands, and each seen to fail where its violation is planted in a copy."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import PROGRAMS, ROOT

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


def _lint(folder: Path, *contract: str) -> subprocess.CompletedProcess[str]:
    chosen = [word for name in contract for word in ("--contract", name)]
    program = "from importlinter.cli import lint_imports_command as check; check()"
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "400", "NO_COLOR": "1"}
    command = [sys.executable, "-c", program, "--no-cache", *chosen]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two programs' sources and the contracts, in a folder where violations may be planted."""
    folder = tmp_path_factory.mktemp("copied")
    for name in PROGRAMS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_tree_keeps_every_contract() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout
    assert f"{len(PLANTED)} kept, 0 broken" in done.stdout


def test_every_contract_has_its_violation() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]} == set(PLANTED)


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_is_seen(copied: Path, contract: str) -> None:
    try:
        for name, target in PLANTED[contract].items():
            path = copied / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f'"""Planted."""\n\nimport {target}\n', encoding="utf-8")
        done = _lint(copied, contract)
    finally:
        for name in PLANTED[contract]:
            (copied / name).unlink()
        shutil.rmtree(copied / SCREEN, ignore_errors=True)
    assert done.returncode == 1
    assert "0 kept, 1 broken" in done.stdout
    assert ".planted" in done.stdout.partition("Broken contracts")[2]
