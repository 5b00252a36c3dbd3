"""Opens the kiosk's window for a test, at a size and in a look, and closes it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from desktop.views.kiosk.look import KioskLook
from desktop.views.kiosk.shell import KioskShell
from tests.views.kiosk.kit import Hall
from tests.views.kiosk.pages import KioskPages, settle_by_hand

LANDSCAPE = (1920, 1080)
UPRIGHT = (1080, 1920)
NO_CLOCK_MS = 2_000_000_000


@contextmanager
def opened(
    app: QApplication, built: Hall, *, size: tuple[int, int] = LANDSCAPE, look: KioskLook | None = None
) -> Iterator[KioskPages]:
    """The window's own clock stands still: seconds pass when a test says so."""
    shell = KioskShell(app, built.parts, windowed=True)
    shell._clock.setInterval(NO_CLOCK_MS)
    shell.resize(*size)
    pages = KioskPages(shell, settle_by_hand(app, built.settle))
    shell.start()
    shell.activateWindow()
    if look is not None:
        shell._turn_to(look)
    pages.settle()
    yield pages
    shell.stop()
    pages.settle()
    shell.deleteLater()
    pages.settle()
