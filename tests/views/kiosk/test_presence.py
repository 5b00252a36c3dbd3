"""Who is there: new presses alone show it, and no visit lasts for ever."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHoverEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.views.kiosk.pages import KioskPages
from tests.views.kiosk.reading import texts

NO_PERSON = {
    "a key that repeats itself": lambda: QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True
    ),
    "a bouncing modifier": lambda: QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier
    ),
    "a lock key": lambda: QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_CapsLock, Qt.KeyboardModifier.NoModifier
    ),
    "a ghost that moves": lambda: QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(5, 5),
        QPointF(5, 5),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    ),
    "something that hovers": lambda: QHoverEvent(
        QEvent.Type.HoverMove, QPointF(5, 5), QPointF(5, 5), QPointF(4, 4)
    ),
    "a wheel that turns": lambda: QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    ),
}


@pytest.mark.parametrize("what", NO_PERSON)
def test_nothing_that_happens_by_itself_is_presence(home: KioskPages, what: str) -> None:
    for _ in range(4):
        home.wait(15)
        QApplication.sendEvent(home.page, NO_PERSON[what]())
    assert home.warning is not None


def test_a_visit_that_is_touched_without_end_is_told_and_ended(home: KioskPages) -> None:
    times = home.shell._parts.idle_times
    for _ in range(times.longest - times.last_call):
        home.wait(1)
        QTest.keyClick(home.page, Qt.Key.Key_A)
    assert "Votre visite se termine bientôt" in " ".join(texts(home.warning))
    home.touch(home.warning.go_on)
    assert home.warning is None
    for _ in range(times.last_call):
        home.wait(1)
    assert home.place == "welcome"
