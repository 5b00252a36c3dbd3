"""What every test needs: windows without a display, and none left behind."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import sweeps

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests define keyrings of their own, and the library would take the best it finds: here there is none.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile("gate", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


def pytest_report_header() -> str:
    """What to set in order to run the very same cases again."""
    return f"{sweeps.SEED}={sweeps.seed()}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is allowed more time than others begins first, so that no process ends alone with it."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


def pytest_collection_finish() -> None:
    """What was imported stays until the end: no collection looks at it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="module")
def _no_server_left_in_memory() -> Iterator[None]:
    """FastAPI remembers thousands of endpoints, and with them every central that any test ever opened."""
    yield
    for name in [name for name in sys.modules if name.startswith("fastapi.")]:
        for kept in vars(sys.modules[name]).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each test on both databases: empty for a file, else the address of a PostgreSQL one without rows."""
    if request.param == "sqlite":
        yield ""
        return
    # Most tests need no server, nor what it brings along.
    from tests.postgres import cluster, name_of

    server = cluster()
    address = server.with_tables()
    yield address
    server.drop(name_of(address))


_MOST_WIDGETS = 100
"""What Qt itself keeps for a while is about twenty; each one more makes every later look slower."""


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Iterator[None]:
    """A screen that outlives its test would hold another visit's words: the test that left it fails."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is None:
        return
    left = [window for window in application.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.close()
    # Outside a running loop Qt keeps closed widgets for ever, and restyles them all at each new look.
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    assert not left, f"windows left open: {left}"
    kept = len(application.allWidgets())
    assert kept < _MOST_WIDGETS, f"{kept} widgets are left: let whoever built them destroy them (deleteLater)"
