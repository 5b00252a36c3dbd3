"""The kiosk as a person uses it: page objects over the real window, by touches and keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.views.common.field import Field, LongField
from desktop.views.common.page import KioskPage
from desktop.views.common.table import Table
from desktop.views.kiosk.idle.view import IdleView
from desktop.views.kiosk.shell import KioskShell
from tests.views.kiosk.door_pages import ActivationPage, GoodbyePage, IncidentPage, SignInPage, WelcomePage
from tests.views.kiosk.inside_pages import (
    AccountPage,
    HomePage,
    NewRequestPage,
    PapersPage,
    PayPage,
    RequestsPage,
)
from tests.views.kiosk.reading import first_shown, settle_by_hand, settle_of, texts, type_sign

__all__ = ["KioskPages", "settle_by_hand", "settle_of"]


class KioskPages:
    """`settle` lets all work under way end; every action ends with it."""

    def __init__(self, shell: KioskShell, settle: Callable[[], None]) -> None:
        self.shell = shell
        self.settle = settle
        self.welcome = WelcomePage(self)
        self.activation = ActivationPage(self)
        self.sign_in = SignInPage(self)
        self.home = HomePage(self)
        self.account = AccountPage(self)
        self.pay = PayPage(self)
        self.papers = PapersPage(self)
        self.requests = RequestsPage(self)
        self.new_request = NewRequestPage(self)
        self.goodbye = GoodbyePage(self)
        self.incident = IncidentPage(self)

    @property
    def place(self) -> str:
        """The screen that is shown."""
        return self.shell.place

    @property
    def page(self) -> KioskPage:
        """The page that is shown."""
        assert self.shell.stage.page is not None
        return self.shell.stage.page

    @property
    def words(self) -> str:
        """Everything that can be read in the window."""
        return " · ".join(texts(self.shell))

    @property
    def warning(self) -> IdleView | None:
        """« Are you still there? », while it is asked."""
        overlay = self.shell.stage.overlay
        return overlay if isinstance(overlay, IdleView) else None

    def touch(self, button: QAbstractButton) -> None:
        """A finger on a button that can be seen and touched."""
        assert button.isVisible(), f"{button.text() or button.accessibleName()!r} is not shown"
        assert button.isEnabled(), f"{button.text() or button.accessibleName()!r} cannot be touched"
        scroller = self.page.scroller
        if scroller.isAncestorOf(button):
            scroller.reveal(button)
            assert not button.visibleRegion().isEmpty(), f"{button.text()!r} cannot be scrolled into view"
        QTest.mouseClick(self.shell, Qt.MouseButton.LeftButton)
        button.click()  # a real press needs a screen as large as the window: see test_touches.py
        self.settle()

    def type(self, field: Field | LongField, words: str) -> None:
        """What a person types in place of what was there, on a keyboard that is plugged in."""
        edit = field.edit
        assert edit.isVisible(), f"{edit.accessibleName()!r} is not shown"
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        for sign in words:
            type_sign(edit, sign)
        self.settle()

    def type_on_screen(self, words: str) -> None:
        """What a finger types on the kiosk's own keyboard, into the entry that has the focus."""
        assert self.shell.stage.frame is not None
        for sign in words:
            self.shell.stage.frame.keyboard.press(sign)
        self.settle()

    def touch_row(self, table: Table | None, row: int) -> None:
        """A finger on a row of a table."""
        assert table is not None, "there is no table"
        index = table.model().index(row, first_shown(table))
        table.setCurrentIndex(index)
        table.clicked.emit(index)
        self.settle()

    def touch_language(self) -> None:
        """The other language."""
        self.touch(self._frame.language)

    def touch_text_size(self) -> None:
        """Larger words."""
        self.touch(self._frame.text_size)

    def touch_contrast(self) -> None:
        """Stronger contrast."""
        self.touch(self._frame.contrast)

    def touch_help(self) -> None:
        """« Aide »."""
        self.touch(self._frame.help)

    def touch_finish(self) -> None:
        """« Terminer », in the top bar."""
        self.touch(self._frame.leave)

    def wait(self, seconds: int) -> None:
        """Nobody touches anything for so long."""
        for _ in range(seconds):
            self.shell.tick()
            self.settle()

    @property
    def _frame(self) -> Any:
        assert self.shell.stage.frame is not None
        return self.shell.stage.frame
