"""Finds stale translations: texts of the screens that the Indonesian file lacks, leaves unfinished or still carries in vain."""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"


def stale(sources: Path, folder: Path) -> Iterator[str]:
    """One sentence for each fault of `id.ts` against the texts in `sources`, and for each compiled file that is behind."""
    with tempfile.TemporaryDirectory() as name:
        workshop = Path(name)
        renewed = Path(shutil.copy(folder / "id.ts", workshop / "id.ts"))
        linguist("lupdate", "-extensions", "py", str(sources), "-ts", str(renewed))
        kept = dict(_messages(folder / "id.ts"))
        for message, state in _messages(renewed):
            where = f"{message[0]}: {message[1]!r}"
            if message not in kept:
                yield f"{where} is on a screen and not in id.ts"
            elif state == "unfinished":
                yield f"{where} has no translation"
            elif state in {"vanished", "obsolete"}:
                yield f"{where} is in id.ts and on no screen"
        for source in sorted(folder.glob("*.ts")):
            compiled = workshop / (source.stem + ".qm")
            linguist("lrelease", str(source), "-qm", str(compiled))
            known = source.with_suffix(".qm")
            if not known.exists() or known.read_bytes() != compiled.read_bytes():
                yield f"{known.name} is not what {source.name} compiles to"


def _messages(path: Path) -> Iterator[tuple[tuple[str, str, str], str]]:
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            state = "unfinished" if translation is None else translation.get("type", "")
            if translation is not None and not state and not "".join(translation.itertext()).strip():
                state = "unfinished"
            yield (name, message.findtext("source", ""), message.findtext("comment", "")), state


def linguist(tool: str, *arguments: str) -> None:
    """Runs one of Qt's translation programs, `lupdate` or `lrelease`, that came with PySide6."""
    folder = Path(PySide6.__file__).parent
    programs = [folder / tool, folder / f"{tool}.exe", folder / "Qt" / "libexec" / tool]
    program = next(path for path in programs if path.exists())
    subprocess.run([str(program), *arguments], check=True, capture_output=True)


def main() -> int:
    """Prints the faults; 1 where there is one."""
    faults = list(stale(ROOT / "perisai_desktop", FOLDER))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
