"""The frames: places that never move, one primary action, nothing left of the page before."""

import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.common.kiosk_frame import KioskFrame
from desktop.views.common.labels import text
from desktop.views.common.language import Language
from desktop.views.common.page import KioskPage
from desktop.views.common.theme import Scale
from tests.views.common.conftest import Dress, Show
from tests.views.looks import check, settle, targets_apart

SIZES = [(1920, 1080), (1080, 1920)]


def _page(title: str) -> KioskPage:
    page = KioskPage(title, "One sentence")
    page.body.addWidget(text("Content"))
    page.set_back("Back")
    page.set_primary("Next")
    return page


def _where(widget: QWidget, frame: QWidget) -> tuple[int, int]:
    at = widget.mapTo(frame, QPoint(0, 0))
    return at.x(), at.y()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_frame_keeps_its_size_and_everything_fits(
    size: tuple[int, int], scale: float, dress: Dress, show: Show
) -> None:
    dress(scale=Scale(text=scale))
    frame = KioskFrame("Agence de Vaulx-en-Velin")
    frame.allow_leaving(True)
    frame.show_page(_page("Payer mon loyer"))
    show(frame, *size)
    assert (frame.width(), frame.height()) == size
    assert check(frame) == []
    assert targets_apart(frame) == []


def test_back_and_next_stay_where_they_are_from_page_to_page(show: Show) -> None:
    frame = KioskFrame("Agency")
    first, second = _page("One"), _page("A much longer title for the second page of this flow")
    second.set_steps(2, 3)
    frame.show_page(first)
    show(frame)
    settle(frame)
    places = _where(first.back, frame), _where(first.primary, frame)
    frame.show_page(second)
    settle(frame)
    assert (_where(second.back, frame), _where(second.primary, frame)) == places


def test_the_primary_action_is_at_the_other_side_in_arabic(dress: Dress, show: Show) -> None:
    dress(language=Language.AR)
    frame, page = KioskFrame("Agency"), _page("One")
    frame.show_page(page)
    show(frame)
    settle(frame)
    assert _where(page.primary, frame)[0] < _where(page.back, frame)[0]


def test_a_page_that_was_replaced_is_destroyed(show: Show) -> None:
    frame, page = KioskFrame("Agency"), _page("One")
    frame.show_page(page)
    show(frame)
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    known = weakref.ref(page)
    frame.show_page(_page("Two"))
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone == [True]
    assert known() is None


def test_nothing_is_chosen_before_somebody_chooses(show: Show) -> None:
    frame = KioskFrame("Agency")
    frame.show_page(_page("One"))
    show(frame)
    assert QApplication.focusWidget() in {None, frame}


def test_pressing_says_what_was_pressed(show: Show, qtbot: QtBot) -> None:
    page = _page("One")
    show(page)
    with qtbot.waitSignal(page.primary.clicked):
        qtbot.mouseClick(page.primary, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.back_pressed):
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)


def test_a_page_without_actions_has_no_bar(show: Show) -> None:
    page = _page("One")
    show(page)
    page.set_back("")
    page.set_primary("")
    assert not page.back.isVisible()
    assert not page.primary.isVisible()
    assert not page.back.parentWidget().isVisible()


def test_long_content_shows_that_there_is_more_until_its_end(show: Show) -> None:
    page = _page("One")
    for number in range(40):
        page.body.addWidget(text(f"Line {number}"))
    show(page)
    settle(page)
    assert page.scroller.more_below
    bar = page.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not page.scroller.more_below
