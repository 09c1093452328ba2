"""What goes into each frozen program and what stays out; `build_installer.spec` asks here, tests hold the result to it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePosixPath

from dev import QT_LIBRARIES, ROOT, WINDOW_LIBRARIES

RESOURCES = ROOT / "resources"


@dataclass(frozen=True, slots=True)
class Program:
    """One program: its script, whether it opens windows instead of a terminal, and what belongs to it.

    `resources` are folders below `resources/`; of the packages `hidden` and the modules `late` everything is taken,
    whether or not an import is seen; `foreign` are packages that must not be inside. `needs` are packages that the
    other programs never take along; of those in `carried` the files that are no code go along too.
    """

    name: str
    script: str
    windowed: bool
    resources: tuple[str, ...]
    migrations: str | None
    hidden: tuple[str, ...]
    late: tuple[str, ...]
    foreign: tuple[str, ...]
    needs: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()


DESKTOP = Program(
    name="perisai",
    script="perisai_desktop/__main__.py",
    windowed=True,
    resources=("fonts", "help", "i18n", "icons", "qss", "reference"),
    migrations="perisai_desktop/storage/migrations",
    hidden=("perisai_desktop", "sync.client", "sync.protocol", "sync.rules"),
    late=(
        *("sqlcipher3.dbapi2", "logging.config"),
        *("keyring.backends.SecretService", "keyring.backends.Windows", "keyring.backends.macOS"),
    ),
    foreign=(
        *("sync.server", "fastapi", "starlette", "uvicorn", "psycopg", "psycopg_binary"),
        *("perisai_desktop.reading", "rapidocr", "onnxruntime", "cv2"),
    ),
)
SERVER = Program(
    name="perisai-server",
    script="sync/server/__main__.py",
    windowed=False,
    resources=("reference",),
    migrations="sync/server/migrations",
    hidden=("sync.server", "sync.protocol", "sync.rules"),
    late=("psycopg", "psycopg_binary", "sqlalchemy.dialects.postgresql.psycopg", "logging.config"),
    foreign=(
        "perisai_desktop",
        "PySide6",
        "shiboken6",
        "reportlab",
        "pypdfium2",
        "pypdfium2_raw",
        "PIL",
        "sqlcipher3",
    ),
)
READER = Program(
    name="perisai-reader",
    script="perisai_desktop/reading/__main__.py",
    windowed=False,
    resources=(),
    migrations=None,
    hidden=("perisai_desktop.reading",),
    late=("rapidocr", "onnxruntime"),
    foreign=(
        "sync.server",
        "sync.client",
        "sync.protocol",
        "PySide6",
        "shiboken6",
        "reportlab",
        "sqlalchemy",
        "sqlcipher3",
        "cryptography",
        "pydantic",
    ),
    needs=("numpy",),
    carried=("rapidocr",),
)
"""What reads the photo of a KTP: a folder of its own, which nobody has to have."""

PROGRAMS = (DESKTOP, SERVER)

NEVER = (
    *(
        "numpy",
        "tkinter",
        "_tkinter",
        "test",
        "unittest",
        "pydoc",
        "pydoc_data",
        "lib2to3",
        "ensurepip",
        "pip",
    ),
    *(
        "setuptools",
        "pkg_resources",
        "wheel",
        "pytest",
        "_pytest",
        "hypothesis",
        "mypy",
        "mypyc",
        "ruff",
        "coverage",
    ),
    *(
        "PyInstaller",
        "tests",
        "dev",
        "pygments",
        "rich",
        "IPython",
        "matplotlib",
        "curses",
        "readline",
        "idlelib",
    ),
    *("alembic.testing", "sqlalchemy.testing", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle"),
    *(
        "sqlalchemy.dialects.mssql",
        "pydantic.v1",
        "pydantic.mypy",
        "zstandard._cffi",
        "zstandard.backend_cffi",
    ),
    *(
        "PySide6.QtDBus",
        "PySide6.QtNetwork",
        "PIL._avif",
        "PIL._imagingcms",
        "PIL._imagingft",
        "PIL._imagingtk",
    ),
    *(
        "PIL._webp",
        "PIL.ImageQt",
        "PIL.ImageTk",
        "_codecs_cn",
        "_codecs_hk",
        "_codecs_jp",
        "_codecs_kr",
        "_codecs_tw",
    ),
)
"""Packages that belong to development or to nobody: left out of both programs."""

LOOSE = ("PySide6", "shiboken6", "psycopg", "psycopg_binary")
"""Packages under the LGPL: files of their own beside the program, so that whoever has it may replace them."""

UNUSED = tuple(
    re.compile(pattern)
    for pattern in (
        r"PySide6/Qt/translations/",
        r"PySide6/translations/",
        r"PySide6/Qt/qml/",
        r"PySide6/qml/",
        # Plug-ins for screens without a window system, for pictures nobody shows and for touch keyboards.
        r".*plugins/(egldeviceintegrations|generic|qmltooling|sqldrivers|virtualkeyboard|vectorimageformats)/",
        r".*plugins/(networkinformation|tls|xcbglintegrations|wayland-graphics-integration-\w+)/",
        r".*plugins/wayland-shell-integration/lib(fullscreen|ivi|qt|wl)-shell",
        r".*plugins/imageformats/(lib)?q(gif|icns|jp2|mng|pdf|tga|tiff|wbmp|webp)\.",
        r".*plugins/platforms/(lib)?q(eglfs|linuxfb|minimalegl|minimal|vnc|vkkhrdisplay|direct2d)[.-]?",
        r".*plugins/platforminputcontexts/(lib)?qtvirtualkeyboard",
        # On Linux printing asks CUPS' own commands; the plug-in would bring CUPS' library and half the system.
        r".*plugins/printsupport/lib(q)?cups",
        r".*plugins/platformthemes/(lib)?qgtk3",
        # The software renderer of OpenGL that Qt brings on Windows: widgets paint without it.
        r"PySide6/opengl32sw\.dll$",
        # The Designer and what only a plug-in left out above asked for.
        r".*(lib)?Qt6(Designer|Sql|VirtualKeyboard|WebSockets|Pdf|EglFS|Labs)\w*\.(so|dll)",
    )
)
"""What PyInstaller's hooks bring along and nothing of ours opens, by its path in the bundle."""

CAMERAS = ("PySide6.QtNetwork",)
"""Modules that QtMultimedia asks for and nothing else does."""
CAMERA_LIBRARIES = "libpulse.so.0=libpulse0 libdrm.so.2=libdrm2"
"""What QtMultimedia loads from the system on Linux, each with the Debian package that holds it."""
OF_CAMERAS = re.compile(r".*(lib)?Qt6(Qml|Quick)\w*\.(so|dll)")
"""Qt Quick: the plug-in of QtMultimedia links to it, and nothing else does."""


def opens_cameras() -> bool:
    """Whether what opens cameras is installed here: then it goes along."""
    return find_spec("PySide6.QtMultimedia") is not None


def left_out(path: str, *, cameras: bool | None = None) -> bool:
    """Whether a file of the bundle, named by its path in it, is one of the unused; with cameras, or as it is here."""
    plain = str(PurePosixPath(path.replace("\\", "/")))
    if OF_CAMERAS.match(plain):
        return not (opens_cameras() if cameras is None else cameras)
    return any(pattern.match(plain) for pattern in UNUSED)


def excluded(program: Program, *, cameras: bool | None = None) -> list[str]:
    """Modules that the analysis must not follow; with cameras, or as it is here."""
    takes = program is DESKTOP and (opens_cameras() if cameras is None else cameras)
    needs = {*program.needs, *(CAMERAS if takes else ())}
    return [*(name for name in NEVER if name not in needs), *program.foreign]


def data_files(program: Program) -> Iterator[tuple[str, str]]:
    """Source and folder in the bundle of every data file: resources, migrations with their sources, the schema."""
    for name in program.resources:
        for path in sorted((RESOURCES / name).rglob("*")):
            inside = path.relative_to(ROOT)
            if path.is_file() and "sources" not in inside.parts and path.suffix not in {".ts", ".pyc"}:
                yield str(path), str(inside.parent)
    if program.migrations is not None:
        for path in sorted((ROOT / program.migrations).rglob("*.py")):
            yield str(path), str(path.relative_to(ROOT).parent)
        for path in sorted((ROOT / "sync" / "protocol").rglob("*.json")):
            yield str(path), str(path.relative_to(ROOT).parent)
    yield str(ROOT / "LICENSE"), "resources"
    for package in program.carried:
        from PyInstaller.utils.hooks import collect_data_files

        yield from collect_data_files(package)


def submodules(program: Program) -> Iterator[str]:
    """Every module of a program's own packages, so that a late import in a job is there as well."""
    for name in program.hidden:
        folder = ROOT.joinpath(*name.split("."))
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            foreign = any(f"{module}.".startswith(f"{other}.") for other in program.foreign)
            if parts[-1] not in {"__main__", "env"} and "versions" not in parts and not foreign:
                yield module


def system_libraries() -> Iterator[tuple[str, str]]:
    """On Linux, libraries that Qt takes from the system and PyInstaller leaves to it, for machines that have none."""
    if sys.platform.startswith("linux"):
        from PyInstaller.depend.bindepend import resolve_library_path

        cameras = CAMERA_LIBRARIES if opens_cameras() else ""
        wanted = [pair.split("=")[0] for pair in f"{QT_LIBRARIES} {WINDOW_LIBRARIES} {cameras}".split()]
        for library in [*wanted, *BESIDE]:
            found = resolve_library_path(library)
            if found:
                yield found, "."


BESIDE = (
    *("libGLX.so.0", "libGLdispatch.so.0", "libxcb.so.1", "libwayland-client.so.0", "libwayland-cursor.so.0"),
    *("libwayland-egl.so.1", "libxcb-sync.so.1", "libxcb-xfixes.so.0", "libxcb-shm.so.0", "libxcb-util.so.1"),
)
"""What those libraries need in turn and PyInstaller leaves out by its own list."""
