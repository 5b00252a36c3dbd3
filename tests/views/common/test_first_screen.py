"""What can wait begins once the first screen can be used: not before, not twice, and not never."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.common.first_screen import FirstScreen
from tests.fakes import ManualLane


def test_what_can_wait_begins_when_the_window_is_painted_and_its_questions_are_answered(qtbot: QtBot) -> None:
    window, lane, begun = QWidget(), ManualLane(), []
    qtbot.addWidget(window)
    lane.run(lambda: begun.append("question"), lambda _answered: None)
    FirstScreen(window, lane, lambda: begun.append("rest"))
    window.show()
    qtbot.waitUntil(lambda: lane.waiting == 2)
    assert begun == []
    lane.drain()
    window.repaint()
    qtbot.wait(10)
    lane.drain()
    assert begun == ["question", "rest"]


def test_a_screen_that_is_never_painted_does_not_hold_the_rest_up_for_ever(qtbot: QtBot) -> None:
    window, lane, begun = QWidget(), ManualLane(), []
    qtbot.addWidget(window)
    FirstScreen(window, lane, lambda: begun.append("rest"), latest_ms=1)
    qtbot.waitUntil(lambda: lane.waiting == 1)
    lane.drain()
    assert begun == ["rest"]
