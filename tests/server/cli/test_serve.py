"""The real server speaks TLS 1.2 or later, tells its address, and stops when it is asked to."""

from __future__ import annotations

import json
import signal
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from sync.server.cli import main
from sync.server.folder_lock import FolderLock
from tests.support.certificates import loopback_certificate


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path, subprocess.Popen[str]]]:
    """(address, certificate, process) of a server with TLS."""
    folder = tmp_path / "state"
    assert main(["init", "--dir", str(folder)]) == 0
    chain, key = loopback_certificate(tmp_path)
    command = [sys.executable, "-m", "sync.server", "serve", "--dir", str(folder), "--port", "0"]
    command += ["--cert", str(chain), "--key", str(key)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield process.stdout.readline().strip(), chain, process
    process.kill()
    process.stdout.close()
    process.wait(30)


def test_it_answers_over_tls_and_stops_in_good_order(served: tuple[str, Path, subprocess.Popen[str]]) -> None:
    url, chain, process = served
    assert url.startswith("https://127.0.0.1:")
    trusting = ssl.create_default_context(cafile=str(chain))
    with urllib.request.urlopen(f"{url}/v1/health", context=trusting, timeout=30) as answer:
        assert json.load(answer) == {"status": "ok", "practice": False}
    with pytest.raises(urllib.error.HTTPError) as hidden:
        urllib.request.urlopen(f"{url}/openapi.json", context=trusting, timeout=30)
    assert hidden.value.code == 404
    hidden.value.close()
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) in (0, -signal.SIGTERM)


def test_an_old_tls_or_plain_http_gets_nothing(served: tuple[str, Path, subprocess.Popen[str]]) -> None:
    url, chain, _ = served
    old = ssl.create_default_context(cafile=str(chain))
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        old.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises(OSError):
        urllib.request.urlopen(f"{url}/v1/health", context=old, timeout=30)
    with pytest.raises(OSError):
        urllib.request.urlopen(f"{url.replace('https', 'http')}/v1/health", timeout=30)


def test_a_second_server_on_a_file_is_refused(
    served: tuple[str, Path, subprocess.Popen[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, process = served
    folder = str(tmp_path / "state")
    assert main(["serve", "--dir", folder, "--port", "0"]) == 1
    assert "A server is running on" in capsys.readouterr().err
    process.kill()
    process.wait(30)
    with FolderLock(tmp_path / "state"):
        assert main(["serve", "--dir", folder, "--port", "0"]) == 1
    assert "A server is running on" in capsys.readouterr().err


def test_a_database_that_others_share_needs_no_lock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "state"
    assert main(["init", "--dir", str(folder)]) == 0
    elsewhere = "postgresql+psycopg://nobody@127.0.0.1:1/none"
    with FolderLock(folder), pytest.raises(OperationalError):
        main(["serve", "--dir", str(folder), "--port", "0", "--db", elsewhere])


@pytest.mark.parametrize(
    ("content", "words"), [(None, "cannot be read"), ("short\n", "needs at least 20 characters")]
)
def test_a_token_that_could_be_guessed_opens_nothing(
    content: str | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "--dir", str(tmp_path / "state")]) == 0
    token = tmp_path / "token"
    if content is not None:
        token.write_text(content, encoding="utf-8")
    asked = ["serve", "--dir", str(tmp_path / "state"), "--port", "0", "--metrics-token-file", str(token)]
    assert main(asked) == 1
    assert words in capsys.readouterr().err
