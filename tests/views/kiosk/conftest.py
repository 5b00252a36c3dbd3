"""A kiosk with its window, touched by page objects."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.unit.services.rows import LEASE
from tests.views.kiosk.kit import PASSWORD, Hall, hall
from tests.views.kiosk.pages import KioskPages
from tests.views.kiosk.window import opened


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Hall]:
    """The kiosk's station and devices."""
    with hall(tmp_path) as parts:
        yield parts


@pytest.fixture
def kiosk(qapp: QApplication, built: Hall) -> Iterator[KioskPages]:
    """The kiosk at its welcome screen."""
    with opened(qapp, built) as pages:
        yield pages


@pytest.fixture
def home(kiosk: KioskPages) -> KioskPages:
    """Diane EL AMRANI has signed in."""
    kiosk.welcome.touch_sign_in()
    kiosk.sign_in.sign_in(LEASE, PASSWORD)
    return kiosk
