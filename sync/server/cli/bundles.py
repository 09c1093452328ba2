"""`bundle`: takes in files that came without a network, and writes the answers that go back on the same stick."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sync.protocol.bundle import SUFFIX
from sync.protocol.bundle_answer import ANSWER_SUFFIX
from sync.server.cli.organisation import TERMINAL
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import Refused
from sync.server.cli.words import refusal_words
from sync.server.composition import opened
from sync.server.refusals import Refusal
from sync.server.services.bundles import BundleReceived, Bundles


def take(asked: argparse.Namespace) -> None:
    """Take in every file and print what is due on the hand-over sheet; works beside a server that is running.

    The folder of the answers is made where it is missing. A file that is refused does not keep the others. Raises
    Refused at the end where there was one, Refusal (answers_folder_unfit) before any is taken.
    """
    refused: list[str] = []
    if asked.out is not None:
        try:
            asked.out.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise Refusal("answers_folder_unfit", 422) from None
    with opened(real_settings(asked)) as server:
        bundles = server.bundles()
        for path in asked.files:
            answer = (asked.out or path.parent) / (path.name.removesuffix(SUFFIX) + ANSWER_SUFFIX)
            try:
                received = _take(bundles, path, answer)
            except Refusal as refusal:
                refused.append(f"{path.name}: {refusal_words(refusal.code)}")
            else:
                print(_sheet(path, received, answer), flush=True)
    if refused:
        raise Refused(" ".join(refused))


def _take(bundles: Bundles, path: Path, answer: Path) -> BundleReceived:
    try:
        file = path.open("rb")
    except OSError:
        raise Refusal("file_unreadable", 422) from None
    with file:
        try:
            with replacing(answer) as written:
                return bundles.take(file, written, TERMINAL)
        except OSError:
            raise Refusal("answer_not_written", 422) from None


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` once it is whole and on the disk.

    The draft is always a new file: a link that lies under its name on a stick would lead to a file of the server.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.unlink(missing_ok=True)
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _sheet(path: Path, received: BundleReceived, answer: Path) -> str:
    rupiah = f"{received.rupiah_in:,}".replace(",", ".")
    back = f"{received.rupiah_refunded:,}".replace(",", ".")
    lines = [
        f"{path.name}: laptop {received.device}",
        f"  entries {received.count}, received Rp{rupiah}, given back Rp{back}",
        f"  fingerprint {received.mark}",
        f"  answer {answer}",
    ]
    if received.waiting:
        lines.append(f"  verdicts of {received.waiting} batches come later")
    if received.refused:
        lines.append(f"  {received.refused} batches were refused: the laptop says why")
    return "\n".join(lines)
