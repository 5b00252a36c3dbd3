"""A central with short deadlines and narrow bounds, on a real socket, to be attacked and still be there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from desktop.central.server import Server
from desktop.config import Bounds
from desktop.security import tokens
from desktop.station.station import Station
from tests.world import World, world

NARROW = Bounds(
    head_seconds=0.4,
    body_seconds=0.4,
    slowest_bytes=20_000,
    idle_seconds=1,
    strangers=40,
    connections_of_a_device=4,
    requests_of_a_device=3,
    streams_of_a_device=2,
    bodies_of_a_device_bytes=9 * 1024 * 1024,
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One landlord for all attacks of a file, served within NARROW bounds."""
    with world(tmp_path_factory.mktemp("town"), leases=4) as built:
        store = replace(built.store, settings=msgspec.structs.replace(built.store.settings, bounds=NARROW))
        with Server(store) as server:
            built.server = server
            built.member_of_staff()
            yield built


@pytest.fixture(scope="module")
def counter(town: World) -> Station:
    """An honest counter beside it all."""
    return town.station("counter")


@pytest.fixture
def bearer(town: World, counter: Station) -> dict[str, str]:
    """The token of that counter, as a thief would use it."""
    secret = town.store.vault.token_secret
    return {
        "Authorization": "Bearer " + tokens.issue(secret, counter.settings.device_id, datetime.now(UTC), 10)
    }
