"""A dressed application for the tests of the widgets."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.common import language as languages
from desktop.views.common.language import Language
from desktop.views.common.theme import LIGHT, Scale, Theme, Tokens, apply

Dress = Callable[..., Theme]
Show = Callable[..., QWidget]


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Dress]:
    """Dress the application: light, French and kiosk unless told otherwise."""

    def put_on(tokens: Tokens = LIGHT, scale: Scale | None = None, language: Language = Language.FR) -> Theme:
        if language in languages.offered():
            languages.install(qapp, language)
        else:
            QLocale.setDefault(language.locale)
        return apply(qapp, tokens, scale or Scale(), language)

    put_on()
    yield put_on
    # Outside a running loop nothing that was closed is destroyed, and every dress would restyle it again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def show(qtbot: QtBot, dress: Dress) -> Show:
    """Show a widget at a size and give it the focus."""

    def on_screen(widget: QWidget, width: int = 1920, height: int = 1080) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return on_screen
