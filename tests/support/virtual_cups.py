"""A CUPS of one's own: executable `lp`, `lpstat` and `cancel` on PATH that keep the bytes and can refuse, stop or lie.

Their answers are those of CUPS 2.4 as it was seen to give them, in the locale C.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

_SCRIPT = r"""
import json, os, pathlib, sys
house = pathlib.Path({house!r})
book = json.loads((house / "book.json").read_text())
name, words = os.path.basename(sys.argv[0]), sys.argv[1:]
assert os.environ["LC_ALL"] == "C"


def keep():
    (house / "book.json").write_text(json.dumps(book))


def after(flag):
    return words[words.index(flag) + 1]


def lp():
    printer = after("-d")
    content = sys.stdin.buffer.read()
    if printer not in book["printers"]:
        sys.exit("lp: Error - The printer or class does not exist.")
    if book["refusing"]:
        sys.exit('lp: Destination "%s" is not accepting jobs.' % printer)
    book["last"] += 1
    job = "%s-%d" % (printer, book["last"])
    (house / job).write_bytes(content)
    options = [words[at + 1] for at, word in enumerate(words) if word == "-o"]
    state = "completed" if book["lying"] else "not-completed"
    book["jobs"][job] = dict(title=after("-t"), options=options, state=state, alerts="none", printer=printer)
    keep()
    print("request id is %s (0 file(s))" % job)


def lpstat():
    if "-p" in words:
        if not book["printers"]:
            print("no system default destination")
            sys.exit("lpstat: No destinations added.")
        print("system default destination: " + next(iter(book["printers"])))
        for printer, facts in book["printers"].items():
            since = "since Thu Nov 26 10:56:34 2026"
            if facts["state"] == "disabled":
                print("printer %s disabled %s -\n\tPaused" % (printer, since))
            else:
                print("printer %s is idle.  enabled %s" % (printer, since))
            print("\tForm mounted:\n\tContent types: any\n\tPrinter types: unknown")
            print("\tDescription: %s\n\tAlerts: %s\n\tLocation: " % (facts["description"], facts["alerts"]))
            print("\tConnection: direct")
            if facts["driver"]:
                print("\tInterface: /etc/cups/ppd/%s.ppd" % printer)
            print("\tOn fault: no alert\n\tAfter fault: continue")
    else:
        for job, facts in book["jobs"].items():
            if facts["state"] == after("-W") and facts["printer"] == after("-o"):
                print("%-23s root              1024   Thu Nov 26 10:56:56 2026" % job)
                print("\tStatus: %s\n\tAlerts: %s" % (facts.get("status", ""), facts["alerts"]))
                print("\tqueued for %s" % facts["printer"])


def cancel():
    facts = book["jobs"].get(words[0])
    if facts is None or facts["state"] == "completed":
        sys.exit("cancel: cancel-job failed: Job does not exist.")
    facts.update(state="completed", alerts="job-canceled-by-user")
    keep()


dict(lp=lp, lpstat=lpstat, cancel=cancel)[name]()
"""


class VirtualCups:
    """The system that the three commands speak for; `folder` goes first on PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._house = folder / "house"
        self._house.mkdir(parents=True)
        self._write({"printers": {}, "jobs": {}, "last": 0, "refusing": False, "lying": False})
        for name in ("lp", "lpstat", "cancel"):
            program = folder / name
            program.write_text(f"#!{sys.executable} -SE\n{_SCRIPT.format(house=str(self._house))}")
            program.chmod(0o755)

    @property
    def path(self) -> str:
        """The PATH on which the commands are found."""
        return f"{self.folder}{os.pathsep}{os.environ['PATH']}"

    def install(self, name: str, *, driver: bool, description: str = "") -> None:
        """Add a printer; the first is the system's default."""
        book = self._read()
        book["printers"][name] = {
            "driver": driver,
            "description": description or name,
            "state": "idle",
            "alerts": "none",
        }
        self._write(book)

    def remove(self, name: str) -> None:
        """Take a printer off the system."""
        book = self._read()
        del book["printers"][name]
        self._write(book)

    def turn(self, name: str, *, state: str = "idle", alerts: str = "none") -> None:
        """What CUPS says of a printer from now on."""
        book = self._read()
        book["printers"][name].update(state=state, alerts=alerts)
        self._write(book)

    def set(self, **ways: bool) -> None:
        """`refusing` takes no job, `lying` takes it and says that it is through at once."""
        self._write({**self._read(), **ways})

    def move(self, job: str, *, state: str = "not-completed", alerts: str = "none", status: str = "") -> None:
        """What CUPS says of a job from now on."""
        book = self._read()
        book["jobs"][job].update(state=state, alerts=alerts, status=status)
        self._write(book)

    def job(self, job: str) -> dict[str, Any]:
        """Title, options, state and alerts of a job."""
        found: dict[str, Any] = self._read()["jobs"][job]
        return found

    def content(self, job: str) -> bytes:
        """The bytes that `lp` was given."""
        return (self._house / job).read_bytes()

    def _read(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self._house / "book.json").read_text())
        return found

    def _write(self, book: dict[str, Any]) -> None:
        (self._house / "book.json").write_text(json.dumps(book))
