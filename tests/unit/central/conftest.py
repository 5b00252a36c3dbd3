"""A small landlord for the tests of central's own face."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world import World, world


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[World]:
    """A real central, serving, with a few leases."""
    with world(tmp_path, leases=4) as built:
        yield built
