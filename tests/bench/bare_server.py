"""The floors of a sync: a server that only opens a compressed body and copies its lines, or only checks and signs."""

from __future__ import annotations

import socket
from multiprocessing.connection import Connection

import psycopg
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.protocol.compression import decompress
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.signatures import HEADER_SIGNATURE, SigningKey, verify
from tests.support.postgres import plain

LARGEST = 64 * 1024 * 1024
KEY = SigningKey.from_bytes(bytes(range(32)))
"""Of both ends: only the work of signing and verifying counts here."""


def serve_bare(database_url: str, talk: Connection) -> None:
    """Answer until killed; the port is said once it answers."""
    with psycopg.connect(plain(database_url), autocommit=True) as store:
        store.execute("CREATE TABLE entry (place bigserial PRIMARY KEY, raw text NOT NULL)")

        def keep(body: bytes) -> None:
            lines = decompress(body, LARGEST).decode().splitlines()
            with store.transaction(), store.cursor().copy("COPY entry (raw) FROM STDIN") as copy:
                for line in lines:
                    copy.write_row((line,))

        async def push(request: Request) -> Response:
            await run_in_threadpool(keep, await request.body())
            return Response(b"{}")

        async def signed(request: Request) -> Response:
            body = await request.body()
            if not verify(KEY.public, from_base64url(request.headers[HEADER_SIGNATURE]), body):
                return Response(status_code=401)
            return Response(body, headers={HEADER_SIGNATURE: to_base64url(KEY.sign(body))})

        app = Starlette(
            routes=[Route("/push", push, methods=["PUT"]), Route("/signed", signed, methods=["POST"])]
        )
        with socket.socket(proto=socket.IPPROTO_TCP) as bound:
            bound.bind(("127.0.0.1", 0))
            bound.listen(16)
            talk.send(bound.getsockname()[1])
            config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none")
            uvicorn.Server(config).run(sockets=[bound])
