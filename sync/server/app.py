"""The server as an ASGI application: every route, its guard, body caps and problem bodies."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI

from sync.protocol.blobs import LARGEST_PIECE
from sync.server.answer_coding import AnswerCoding
from sync.server.body_caps import BodyCaps
from sync.server.chores import MINUTE, done_hourly, once_a_day
from sync.server.clock import western_day
from sync.server.composition import Server, open_server
from sync.server.device_side import device_routers
from sync.server.plain_paths import PlainPaths
from sync.server.request_log import RequestLog
from sync.server.routes.accesses import accesses_router
from sync.server.routes.accounts import accounts_router
from sync.server.routes.admin import admin_router
from sync.server.routes.admin_devices import admin_devices_router
from sync.server.routes.agents import agents_router
from sync.server.routes.attributions import attributions_router
from sync.server.routes.bulks import bulks_router
from sync.server.routes.bundles import BUNDLES, carried_router
from sync.server.routes.callers import rate_guard, session_guard
from sync.server.routes.comparisons import comparisons_router
from sync.server.routes.coverage import coverage_router
from sync.server.routes.deposits import deposits_router
from sync.server.routes.describing import describe
from sync.server.routes.findings import findings_router
from sync.server.routes.handovers import handovers_router
from sync.server.routes.health import health_router
from sync.server.routes.laptops import laptops_router
from sync.server.routes.metrics import metrics_router
from sync.server.routes.portal import portal_router
from sync.server.routes.problems import answer_problems, problems
from sync.server.routes.receipts import receipts_router
from sync.server.routes.reference import reference_router
from sync.server.routes.reopening import reopening_router
from sync.server.routes.review import review_router
from sync.server.routes.sessions import sessions_router
from sync.server.routes.settings import LARGEST_DRAFT, SETTINGS, settings_router
from sync.server.services.rate_limits import RateLimit
from sync.server.services.request_counts import RequestCounts
from sync.server.settings import ServerSettings

TITLE = "Perisai central server"
VERSION = "1"
_BATCHES = "/v1/batches/"
_HELLO, _LARGEST_HELLO = "/v1/hello", 256 * 1024
"""Hello carries at most 40 KiB of urgent entries, with marks and grants."""
_PIECES = "/v1/blobs/"
_TOO_MANY = problems("too_many_requests")


def create_app(settings: ServerSettings) -> FastAPI:
    """A server with its own state; closing the application closes its store."""
    return app_of(open_server(settings))


def app_of(server: Server) -> FastAPI:
    """The application over a server that is already open."""
    settings = server.settings
    documented = settings.documentation or settings.practice

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        hourly: dict[str, Callable[[], object]] = {"anchor_days": server.anchor_days}
        if settings.retention.daily:
            hourly["purge"] = once_a_day(server.purge, lambda: western_day(server.clock.now()))
        minutely = {
            "lapse": server.reviewing.lapse,
            "bulks": server.bulks.apply,
            "withdrawals": server.purging.follow_withdrawals,
        }
        async with done_hourly(hourly), done_hourly(minutely, MINUTE):
            yield
        server.close()

    app = FastAPI(
        title=TITLE,
        version=VERSION,
        summary="Takes in what agents' laptops send, lets reviewers decide, and answers for receipts.",
        docs_url="/docs" if documented else None,
        redoc_url=None,
        openapi_url="/openapi.json" if documented else None,
        lifespan=lifespan,
    )
    guard = session_guard(
        server.accounts, RateLimit(settings.requests_per_minute), RateLimit(settings.costly_per_minute)
    )
    requests = RequestCounts()
    opened = [Depends(rate_guard(RateLimit(settings.open_per_minute)))]
    bundles = server.bundles()
    for router in device_routers(
        server.store,
        server.keys,
        server.clock,
        settings,
        lambda: server.published.rules,
        server.published.gazetteer,
        server.blobs,
        bundles,
    ):
        app.include_router(router)
    app.include_router(
        health_router(server.read_once, practice=settings.practice), dependencies=opened, responses=_TOO_MANY
    )
    app.include_router(metrics_router(server.measuring(requests).exposed, settings.metrics_token))
    app.include_router(
        sessions_router(
            server.accounts,
            server.organising,
            guard,
            RateLimit(settings.sign_ins_per_minute),
            practice=settings.practice,
        )
    )
    app.include_router(
        review_router(
            server.reading, server.viewing, server.photos, server.reviewing, server.published, guard
        )
    )
    app.include_router(bulks_router(server.bulks, guard))
    app.include_router(attributions_router(server.attributing, server.reading, server.viewing, guard))
    app.include_router(comparisons_router(server.comparing, server.telling_apart, guard))
    app.include_router(deposits_router(server.matching, guard))
    app.include_router(
        portal_router(
            server.portal_export,
            server.portal_renewals,
            server.portal_answering,
            server.portal_deposits,
            guard,
        )
    )
    app.include_router(findings_router(server.findings, guard))
    app.include_router(settings_router(server.branch_settings, guard))
    app.include_router(coverage_router(server.coverage, server.aiming, guard))
    app.include_router(handovers_router(server.handovers, guard))
    app.include_router(
        admin_router(server.trail, server.organising, server.issue_code, server.clock.now, guard)
    )
    app.include_router(accounts_router(server.account_desk, server.organising, guard))
    app.include_router(
        accesses_router(server.accesses, server.people, server.trail_proof, server.ledger_file, guard)
    )
    app.include_router(agents_router(server.scorecards, guard))
    app.include_router(laptops_router(server.organising, server.epoch_codes, guard))
    app.include_router(admin_devices_router(server.device_states, server.held_records, guard))
    app.include_router(reopening_router(server.reopening, guard))
    app.include_router(carried_router(bundles, guard, settings.max_bundle))
    app.include_router(receipts_router(server.receipts, RateLimit(settings.receipt_checks_per_minute)))
    app.include_router(
        reference_router(server.published, server.releases, server.directory),
        dependencies=opened,
        responses=_TOO_MANY,
    )
    answer_problems(app)
    describe(app)

    def cap_of(path: str) -> int | None:
        if path in BUNDLES or path.startswith(_BATCHES):
            return None
        if path.startswith(_PIECES):
            return LARGEST_PIECE
        if path == f"{SETTINGS}/draft":
            return LARGEST_DRAFT
        if path == _HELLO:
            return _LARGEST_HELLO
        return settings.max_body

    app.add_middleware(AnswerCoding)
    app.add_middleware(BodyCaps, cap_of=cap_of)
    app.add_middleware(PlainPaths)
    app.add_middleware(RequestLog, observe=requests.observe)
    return app
