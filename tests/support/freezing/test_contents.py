"""What goes into the programs: no side carries the other, nothing that our code imports is left out, no migration is missing."""

from pathlib import Path

import pytest

from dev import ROOT
from tests.architecture.tree import imported, python_files
from tests.support.freezing.contents import (
    DESKTOP,
    NEVER,
    PROGRAMS,
    READER,
    RESOURCES,
    SERVER,
    Program,
    data_files,
    excluded,
    left_out,
    opens_cameras,
    submodules,
)
from tests.support.freezing.lean import modules


def _folders(program: Program) -> tuple[str, ...]:
    return ("perisai_desktop", "sync/client") if program is DESKTOP else ("sync/server",)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_nothing_that_is_imported_is_left_out(program: Program) -> None:
    barred = set(excluded(program))
    own = [
        path
        for folder in (*_folders(program), "sync/protocol", "sync/rules")
        for path in python_files(ROOT / folder)
        if "reading" not in path.parts
    ]
    asked = {name for path in own for name in imported(path)}
    parents = {name.rsplit(".", count)[0] for name in asked for count in range(name.count(".") + 1)}
    assert parents & barred == set()


def test_no_side_carries_the_other() -> None:
    assert not [name for name in submodules(DESKTOP) if name.startswith("sync.server")]
    assert not [name for name in submodules(SERVER) if name.startswith("perisai_desktop")]
    assert {"sync.server", "fastapi", "uvicorn", "psycopg"} <= set(excluded(DESKTOP))
    assert {"perisai_desktop", "PySide6", "reportlab"} <= set(excluded(SERVER))
    assert "numpy" in NEVER


def test_what_reads_cards_is_a_folder_of_its_own() -> None:
    assert READER not in PROGRAMS
    assert not [name for name in submodules(DESKTOP) if name.startswith("perisai_desktop.reading")]
    assert {"rapidocr", "onnxruntime", "cv2", "numpy"} <= set(excluded(DESKTOP)) - set(excluded(READER))
    assert "perisai_desktop.reading.recognising" in set(submodules(READER))
    inside = {f"{folder}/{Path(source).name}" for source, folder in data_files(READER)}
    assert inside >= {"resources/LICENSE", "rapidocr/config.yaml", "rapidocr/models/PP-OCRv6_rec_small.onnx"}
    assert not [name for name in inside if name.startswith(("sync", "resources/reference"))]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_every_module_of_ours_goes_along(program: Program) -> None:
    there = set(submodules(program))
    assert {"sync.protocol.chain", "sync.rules.nik"} <= there
    assert ("perisai_desktop.ui.shell.agent_window" in there) is (program is DESKTOP)
    assert ("sync.server.routes.batches" in there) is (program is SERVER)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_data_are_what_the_program_reads(program: Program) -> None:
    inside = {f"{folder}/{Path(source).name}" for source, folder in data_files(program)}
    assert "resources/reference/regions.sqlite" in inside
    assert "sync/protocol/schema/enrolment-1.json" in inside
    assert "resources/LICENSE" in inside
    assert program.migrations is not None
    assert f"{program.migrations}/env.py" in inside
    versions = {name for name in inside if name.startswith(f"{program.migrations}/versions/")}
    assert len(versions) >= len(list((ROOT / program.migrations / "versions").glob("*.py")))
    assert ("resources/fonts/OFL.txt" in inside) is (program is DESKTOP)
    strangers = [
        name for name in inside if "/sources/" in name or "/pictures/" in name or "installer" in name
    ]
    assert strangers == []


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6\\plugins\\imageformats\\qtiff.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt6Quick.dll",
        "libQt6Qml.so.6",
    ],
)
def test_what_nobody_opens_stays_out(path: str) -> None:
    assert left_out(path, cameras=False)


def test_what_opens_cameras_goes_along_with_all_that_it_needs_where_it_is_installed() -> None:
    assert "PySide6.QtNetwork" in excluded(DESKTOP, cameras=False)
    assert "PySide6.QtNetwork" not in excluded(DESKTOP, cameras=True)
    assert "PySide6.QtNetwork" in excluded(SERVER, cameras=True)
    assert "perisai_desktop.background.camera.qt_devices" in set(submodules(DESKTOP))
    plug_in = "PySide6/plugins/multimedia/ffmpegmediaplugin.dll"
    assert not left_out(plug_in, cameras=True)
    assert not left_out("PySide6/Qt6Quick.dll", cameras=True)
    assert left_out("PySide6/Qt6Quick.dll") is not opens_cameras()
    assert left_out("PySide6/Qt/qml/QtMultimedia/libquickmultimediaplugin.so", cameras=True)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/lib/libQt6PrintSupport.so.6",
        "PySide6/Qt6PrintSupport.dll",
        "PySide6/plugins/printsupport/windowsprintersupport.dll",
        "resources/i18n/id.qm",
    ],
)
def test_what_is_needed_stays_in(path: str) -> None:
    assert not left_out(path)


def test_a_file_is_known_by_its_package() -> None:
    files = [
        ("zstandard/backend_c.so", "/v/lib/python3.11/site-packages/zstandard/backend_c.so", "EXTENSION"),
        ("libz.so.1", "/usr/lib/x86_64-linux-gnu/libz.so.1", "BINARY"),
        ("sqlmodel.main", "/v/lib/python3.11/site-packages/sqlmodel/main.py", "PYMODULE"),
    ]
    assert modules(files) == {"zstandard", "libz", "sqlmodel"}


def test_every_folder_of_resources_is_taken_or_left_on_purpose() -> None:
    there = {path.name for path in RESOURCES.iterdir() if path.is_dir()}
    # Pictures are the README's, the installer's script is for the build, and licences are gathered there.
    assert there == {*DESKTOP.resources, "pictures", "installer", "licences"}
    assert set(SERVER.resources) <= there
