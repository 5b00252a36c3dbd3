"""A small landlord, quick to make: six leases of the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.sync.station import Station
from tests.sync.fleet import Fleet
from tests.world import World, world


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[World]:
    """A real central, serving, with a few leases of both agencies."""
    with world(tmp_path, leases=6) as built:
        built.member_of_staff()
        yield built


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
