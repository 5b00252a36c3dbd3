"""The landlord in which every journey takes place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world import World, world


@pytest.fixture
def landlord(tmp_path: Path) -> Iterator[World]:
    """A real central, serving, with the night's export in it."""
    with world(tmp_path) as built:
        yield built
