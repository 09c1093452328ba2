"""A day over a link of 64 kbit/s, 600 ms and 5 % loss: nothing is sent twice for lack of patience."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from sync.client.channel import Channel, RawAnswer
from tests.support.centres import running_centre
from tests.support.enrolled_desks import enrolled_desk
from tests.support.shaped_links import Shape, shaped_link

PEOPLE = 26


def test_everything_is_acknowledged_with_each_entry_sent_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    send = Channel.send

    def noting(channel: Channel, method: str, path_query: str, **more: Any) -> RawAnswer:
        asked.append(path_query.split("/")[2].partition("?")[0])
        return send(channel, method, path_query, **more)

    with running_centre(tmp_path / "centre") as centre:
        laptop = enrolled_desk(tmp_path / "profile", centre)
        laptop.enrol_many(PEOPLE)
        port = urlsplit(centre.url).port
        assert port is not None
        with shaped_link(port, Shape(), seed=3) as link:
            laptop.server_url = link.url
            laptop.reopen()
            monkeypatch.setattr(Channel, "send", noting)
            report = laptop.desk.syncing.run()
        assert (report.sent, laptop.waiting()) == (4 * PEOPLE, 0)
        assert laptop.differences(centre) == []
        assert asked == ["hello", "batches", "batches", "changes", "reference"]
        assert link.up.bytes < 1.25 * report.bytes_up
        assert link.down.bytes < link.up.bytes
        laptop.desk.close()
