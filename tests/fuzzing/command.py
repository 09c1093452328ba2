"""Runs schemathesis over a practice server with the session of each role in turn; `dev.py fuzz` calls it."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sync.server.permissions import Role

NOBODY = "nobody"
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)
KEPT_OUT = "/v1/review/session"
"""Signing out ends the session that the fuzzer asks with."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where no route failed a check, as any role; each run is told by its role."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("--role", action="append", choices=[*Role, NOBODY], help="default: all, and nobody")
    parser.add_argument("--examples", type=int, default=30, help="tries of each route and phase")
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--program", type=Path, required=True, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    failed = []
    for role in asked.role or [*Role, NOBODY]:
        print(f"fuzz: as {role}", flush=True)
        with _house() as house, tempfile.TemporaryDirectory() as desk:
            command = [str(asked.program), "run", f"{house['url']}/openapi.json", "--no-color"]
            command += ["--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing"]
            command += ["--max-examples", str(asked.examples), "--seed", str(asked.seed)]
            command += ["--exclude-path", KEPT_OUT, "--continue-on-failure", "--warnings", "off"]
            if role != NOBODY:
                command += ["--header", f"Authorization: Bearer {house['tokens'][role]}"]
            if subprocess.run(command, check=False, cwd=desk).returncode:
                failed.append(str(role))
    print(f"fuzz: failed as {', '.join(failed)}" if failed else "fuzz: no route failed a check")
    return 1 if failed else 0


@contextmanager
def _house() -> Iterator[dict[str, Any]]:
    """A fresh practice server in a process of its own: its address and tokens."""
    command = [sys.executable, "-m", "tests.fuzzing.house"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            told: dict[str, Any] = json.loads(process.stdout.readline())
            yield told
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
