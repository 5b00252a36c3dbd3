"""Somebody on the network without a station: every route is closed to them, in the same words."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import jwt
import pytest
import requests
from fastapi.routing import APIRoute

from desktop.central.api import build_api
from desktop.central.routes.enrolment import OPEN
from desktop.central.stations.quarantine import revoke
from desktop.security import tokens
from desktop.station.station import Station
from tests.world import World, world

PROVEN_OTHERWISE = {"/v1/sync/quarantine", "/v1/readmission"}
"""Who was sent away has no token: what they say bears the station's own signature."""


@pytest.fixture(scope="module")
def landlord(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(tmp_path_factory.mktemp("landlord"), leases=4) as built:
        yield built


@pytest.fixture(scope="module")
def station(landlord: World) -> Station:
    return landlord.station("kiosk")


@pytest.fixture(scope="module")
def closed_routes(landlord: World) -> list[tuple[str, str]]:
    """Every method and path that wants a token; OPTIONS only says what uploads can do."""
    routers = [each.original_router for each in build_api(landlord.store).routes]
    every = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    wanted = [
        (method, route.path.replace("{index}", "0"))
        for route in every
        for method in sorted(route.methods)
        if route.path not in {*OPEN, *PROVEN_OTHERWISE} and method != "OPTIONS"
    ]
    assert len(wanted) >= 15
    return wanted


def bearing(landlord: World, station: Station, what: str) -> str:
    """A token that is none any more, or never was one."""
    secret, now = landlord.store.vault.token_secret, datetime.now(UTC)
    device = station.settings.device_id
    claims = {"sub": device, "aud": tokens.AUDIENCE, "exp": int(now.timestamp()) + 600}
    return {
        "nothing": "",
        "words": "Bearer open sesame",
        "not even words": "Bearer \u00ff\u00fe",
        "an old token": "Bearer " + tokens.issue(secret, device, now - timedelta(days=1), 10),
        "a token of a station that never was": "Bearer " + tokens.issue(secret, "nobody", now, 10),
        "a token that somebody else signed": "Bearer " + jwt.encode(claims, b"x" * 32, algorithm="HS256"),
        "a token that nobody signed": "Bearer " + jwt.encode(claims, None, algorithm="none"),
        "a token without an end": "Bearer "
        + jwt.encode({k: v for k, v in claims.items() if k != "exp"}, secret, algorithm="HS256"),
        "a token for something else": "Bearer "
        + jwt.encode(claims | {"aud": "guichet-central"}, secret, algorithm="HS256"),
    }[what]


TOKENS = (
    "nothing",
    "words",
    "not even words",
    "an old token",
    "a token of a station that never was",
    "a token that somebody else signed",
    "a token that nobody signed",
    "a token without an end",
    "a token for something else",
)


@pytest.mark.parametrize("what", TOKENS)
def test_every_route_is_closed_to_who_bears(
    landlord: World, station: Station, closed_routes: list[tuple[str, str]], what: str
) -> None:
    headers, open_to_them = {"Authorization": bearing(landlord, station, what).encode("latin-1")}, {}
    with requests.Session() as session:
        for method, path in closed_routes:
            told = session.request(method, landlord.server.url + path, headers=headers, data=b"x", timeout=10)
            if told.status_code not in (401, 403):
                open_to_them[f"{method} {path}"] = told.status_code
    assert open_to_them == {}


def test_a_station_that_was_sent_away_is_a_stranger(
    landlord: World, closed_routes: list[tuple[str, str]]
) -> None:
    gone = landlord.station("kiosk")
    now = datetime.now(UTC)
    bearer = tokens.issue(landlord.store.vault.token_secret, gone.settings.device_id, now, 10)
    revoke(landlord.store, gone.settings.device_code)
    with requests.Session() as session:
        ended = {
            f"{method} {path}": session.request(
                method,
                landlord.server.url + path,
                headers={"Authorization": f"Bearer {bearer}"},
                data=b"x",
                timeout=10,
            ).status_code
            for method, path in closed_routes
        }
    assert {route: status for route, status in ended.items() if status not in (401, 403)} == {}
