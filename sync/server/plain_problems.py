"""Problem bodies for what never reaches a route: a path, a length, a bug."""

from __future__ import annotations

import json

from sync.server.logs import REQUEST


def plain_problem(code: str) -> bytes:
    """The body, with the id of the request where there is one."""
    body: dict[str, object] = {"code": code, "data": {}}
    if request := REQUEST.get():
        body["request"] = request
    return json.dumps(body).encode()
