"""A small landlord, quick to make: six leases of the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.station.station import Station
from tests.postgres import cluster, name_of
from tests.sync.fleet import Fleet
from tests.world import World, world


@pytest.fixture
def landlord(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[World]:
    """A real central, serving, with a few leases of both agencies."""
    on_server = getattr(request, "param", "sqlite") == "postgresql"
    address = cluster().with_tables() if on_server else ""
    with world(tmp_path, leases=6, database=address) as built:
        built.member_of_staff()
        yield built
    if on_server:
        cluster().drop(name_of(address))


@pytest.fixture
def counter(landlord: World) -> Station:
    """A counter that has fetched its agency."""
    return landlord.station("counter")


@pytest.fixture
def fleet(request: pytest.FixtureRequest) -> Iterator[Fleet]:
    """Two counters and a kiosk that talk to central without sockets; `copies.ON_BOTH` asks for both."""
    built = Fleet(getattr(request, "param", "sqlite"))
    yield built
    built.close()
