"""A small landlord for the tests of central's own face."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.central.store import Store
from tests.unit.central.estate import furnished_store
from tests.world import World, world


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[World]:
    """A real central, serving, with a few leases."""
    with world(tmp_path, leases=4) as built:
        yield built


@pytest.fixture
def store(tmp_path: Path, database_url: str) -> Iterator[Store]:
    """A central of two agencies with a few rows, on each database."""
    made = furnished_store(tmp_path / "central", database_url)
    yield made
    made.database.close()
