"""Runs the practice server as a process of its own, alone or with the desktop beside it, for as long as a person practises."""

import json
import socket
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from dev import PYTHON, ROOT, SetUpError, has_display, python, say

PRACTICE = ROOT / "practice-state"


@dataclass(frozen=True, slots=True)
class Commands:
    """How the two programs are started: the words before their own arguments."""

    desktop: tuple[str, ...]
    server: tuple[str, ...]


SOURCE = Commands((str(PYTHON), "-m", "perisai_desktop"), (str(PYTHON), "-m", "sync.server"))


def frozen(folder: Path) -> Commands:
    """The programs that were built into `folder`."""
    end = ".exe" if sys.platform == "win32" else ""
    return Commands(
        (str(folder / "perisai" / f"perisai{end}"),),
        (str(folder / "perisai-server" / f"perisai-server{end}"),),
    )


class PracticeServer:
    """The practice server as a process of its own, always on the port and the data of its folder."""

    def __init__(
        self,
        folder: Path,
        *,
        today: str | None = None,
        database: str | None = None,
        commands: Commands = SOURCE,
    ) -> None:
        self.folder = folder
        self.commands = commands
        self.database = database
        self.description = folder / "practice.json"
        folder.mkdir(parents=True, exist_ok=True)
        self.port = self._port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._arguments = ["--dir", str(folder), "--port", str(self.port)]
        self._arguments += ["--today", today] if today else []
        self._arguments += ["--db", database] if database else []
        self.process: subprocess.Popen[bytes] | None = None

    def _port(self) -> int:
        """The port taken at the first start: devices know their server by its address."""
        kept = self.folder / "port"
        if not kept.exists():
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                kept.write_text(str(free.getsockname()[1]), encoding="ascii")
        return int(kept.read_text(encoding="ascii"))

    def start(self, patience: float = 60) -> None:
        """Starts the process and returns when it answers; SetUpError with the tail of its log where it does not."""
        with (self.folder / "server.log").open("ab") as log:
            command = [*self.commands.server, "practice", *self._arguments]
            self.process = subprocess.Popen(
                command, cwd=ROOT, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        waited = 0.0
        while not (self.answers() and self.description.exists()):
            try:
                self.process.wait(0.1)
                waited = patience
            except subprocess.TimeoutExpired:
                waited += 0.1
            if waited >= patience:
                self.stop()
                tail = (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")[-2000:]
                raise SetUpError(
                    f"the practice server did not start on port {self.port}; its last words:\n{tail}"
                )

    def answers(self) -> bool:
        """Whether the server says it is well; asked directly, whatever proxy the shell names."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(f"{self.url}/v1/health", timeout=5) as answer:
                return int(answer.status) == 200
        except OSError:
            return False

    def reviewer(self) -> str:
        """How the practice reviewer signs in, as words for the terminal."""
        words = json.loads(self.description.read_text(encoding="utf-8"))
        return f"name {words['reviewer']}, password {words['reviewer_password']}"

    def runs(self) -> bool:
        """Whether the process is alive."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Ends the process in good order, by force after ten seconds."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def run(rest: list[str]) -> int:
    """Server and desktop; the server ends when the desktop does. Without a display the tour runs instead."""
    if not has_display():
        say("there is no display here, so no window can be shown: running the tour, which needs none")
        return python("-m", "tests.support.touring", *rest)
    server = PracticeServer(PRACTICE)
    say(f"starting the practice server at {server.url}")
    server.start()
    try:
        say(f"opening the desktop; closing its window ends both. To review: {server.reviewer()}")
        profile = ["--profile", str(server.folder / "profile")]
        return python("-m", "perisai_desktop", "run", "--practice", str(server.description), *profile, *rest)
    finally:
        server.stop()


def serve() -> int:
    """The practice server until Ctrl+C; says where it is and how a reviewer signs in."""
    server = PracticeServer(PRACTICE)
    say(f"starting the practice server; Ctrl+C ends it, {server.folder.name} keeps its data")
    server.start()
    try:
        say(f"serving at {server.url}; to review: {server.reviewer()}")
        return server.process.wait() if server.process else 1
    finally:
        server.stop()


def main(arguments: list[str]) -> int:
    """`run` with what the desktop takes, or `serve`."""
    try:
        return run(arguments[1:]) if arguments[0] == "run" else serve()
    except SetUpError as error:
        say(str(error))
        return 3
    except KeyboardInterrupt:
        say("stopped")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
