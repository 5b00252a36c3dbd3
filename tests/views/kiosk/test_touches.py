"""Fingers as the window system tells of them: a tap presses, a drag scrolls and presses nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.views.kiosk.kit import Hall
from tests.views.kiosk.pages import KioskPages
from tests.views.kiosk.window import opened

WITHIN_THE_TEST_SCREEN = (780, 780)


@pytest.fixture
def small(qapp: QApplication, built: Hall) -> Iterator[KioskPages]:
    """The window on the offscreen platform's own small screen: Qt only finds widgets within that."""
    with opened(qapp, built, size=WITHIN_THE_TEST_SCREEN) as pages:
        yield pages


def centre(kiosk: KioskPages, widget: QWidget) -> QPoint:
    return widget.mapTo(kiosk.shell, widget.visibleRegion().boundingRect().center())


def test_a_tap_on_a_door_opens_it(small: KioskPages) -> None:
    window = small.shell.windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=centre(small, small.welcome.view.sign_in))
    small.settle()
    assert small.place == "sign_in"


def test_a_drag_over_a_door_opens_nothing(small: KioskPages) -> None:
    window, start = small.shell.windowHandle(), centre(small, small.welcome.view.sign_in)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 12):
        QTest.mouseMove(window, start - QPoint(0, 12 * step))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 132))
    small.settle()
    assert small.place == "welcome"
