"""A small landlord for the tests of central's own face."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.central.landlord import read_house_parameters, read_landlord
from desktop.central.store import Store, ensure_scopes, init_store
from desktop.config import RESOURCES
from tests.unit.central.estate import furnish
from tests.world import World, world


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[World]:
    """A real central, serving, with a few leases."""
    with world(tmp_path, leases=4) as built:
        yield built


@pytest.fixture
def store(tmp_path: Path, database_url: str) -> Iterator[Store]:
    """A central of two agencies with a few rows, on each database."""
    landlord = read_landlord(RESOURCES / "demo" / "landlord.toml")
    made = init_store(tmp_path / "central", landlord, read_house_parameters(), database_url)
    ensure_scopes(made.database, {"AG01", "AG02"})
    furnish(made.database)
    yield made
    made.database.close()
