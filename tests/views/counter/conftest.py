"""A counter with people in its files, for every test of its screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.views.counter.kit import Desk, desk


@pytest.fixture
def counter(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A counter at its door."""
    with desk(qapp, tmp_path) as built:
        yield built


@pytest.fixture
def at_work(counter: Desk) -> Desk:
    """A counter with Nadia signed in."""
    counter.sign_in()
    return counter
