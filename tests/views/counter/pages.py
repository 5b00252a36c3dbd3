"""The counter as a person uses it: page objects over the real window, by keys and clicks."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.rules.means import Means
from desktop.views.common.field import Field, LongField
from desktop.views.counter.activation.view import ActivationView
from desktop.views.counter.attention.view import AttentionView
from desktop.views.counter.charges.view import ChargesView
from desktop.views.counter.lease.presenter import Tab
from desktop.views.counter.lease.view import LeaseView
from desktop.views.counter.payments.view import PaymentsView
from desktop.views.counter.requests.view import RequestsView
from desktop.views.counter.search.view import SearchView
from desktop.views.counter.shell import CounterShell
from desktop.views.counter.sign_in.view import SignInView
from tests.views.counter.reading import rows_of, said, texts, type_sign

View = TypeVar("View")


class CounterPages:
    """`settle` lets all work under way end; every action ends with it."""

    def __init__(self, shell: CounterShell, settle: Callable[[], None]) -> None:
        self.shell = shell
        self._settle = settle

    # Where one is

    @property
    def place(self) -> str:
        """The screen that is shown."""
        return self.shell.place

    @property
    def message(self) -> str:
        """What the strip under the heading says, with its second sentence."""
        return said(self.shell.stage.page.banner)

    @property
    def incident(self) -> str:
        """What the strip over every screen says."""
        assert self.shell.stage.frame is not None
        return said(self.shell.stage.frame.message)

    @property
    def words(self) -> str:
        """Everything that can be read in the window."""
        return " · ".join(texts(self.shell))

    def view(self, kind: type[View]) -> View:
        """The screen that is shown, which must be a `kind`."""
        assert isinstance(self.shell.stage.page, kind), f"on {self.shell.stage.page}, not on {kind.__name__}"
        return self.shell.stage.page

    def press(self, key: str) -> None:
        """A key, as Qt writes it: `F6`, `Ctrl+Return`."""
        target = self.shell.focusWidget() or self.shell
        QTest.keySequence(target, QKeySequence(key))
        self._settle()

    def click(self, button: QPushButton) -> None:
        """A button that can be seen and pressed."""
        assert button.isVisible(), f"{button.text()!r} is not shown"
        assert button.isEnabled(), f"{button.text()!r} cannot be pressed"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self._settle()

    def type(self, field: Field | LongField, words: str) -> None:
        """What a person types in place of what was there."""
        edit = field.edit
        assert edit.isVisible(), f"{edit.accessibleName()!r} is not shown"
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        for sign in words:  # one by one: `keyClicks` leaves out what no keyboard has, such as é
            type_sign(edit, sign)
        self._settle()

    def go(self, place: str) -> None:
        """One of the ways of the top bar."""
        assert self.shell.stage.frame is not None
        self.click(self.shell.stage.frame.places[place])

    # The door

    def sign_in(self, login: str, password: str, code: str) -> None:
        """Password and one-time code; on a locked counter `login` is known already."""
        view = self.view(SignInView)
        if view.login.isVisible():
            self.type(view.login, login)
        self.type(view.password, password)
        self.type(view.code, code)
        self.click(view.enter)

    def lock(self) -> None:
        """The agent leaves the desk."""
        assert self.shell.stage.frame is not None
        self.click(self.shell.stage.frame.lock)

    def sign_out(self) -> None:
        """The agent goes home."""
        assert self.shell.stage.frame is not None
        self.click(self.shell.stage.frame.leave)

    # The search

    def search(self, words: str) -> list[list[str]]:
        """The rows found."""
        self.go("search") if self.place != "search" else None
        view = self.view(SearchView)
        self.type(view.box, words)
        return rows_of(view.table) if view.table.isVisible() else []

    def open(self, words: str) -> LeaseView:
        """Search, and open the first one found."""
        assert self.search(words), f"nobody found for {words!r}"
        self.press("Return")
        return self.view(LeaseView)

    # The file of a lease

    def balance(self) -> str:
        """What the file says is owed."""
        return " ".join(texts(self.view(LeaseView)._left)[:2])

    def tab(self, tab: Tab) -> list[list[str]]:
        """Another part of the file, row by row."""
        view = self.view(LeaseView)
        self.click(view.tabs.buttons[tab])
        table = view._pages[tab]
        return rows_of(table) if table.isVisible() else []

    def print_paper(self, row: int = 0) -> None:
        """A receipt or a rent receipt of the file."""
        self.tab(Tab.PAPERS)
        view = self.view(LeaseView)
        view.papers.selectRow(row)
        self.click(view.print_it)

    def unlock_account(self, reason: str) -> None:
        """The tenant may try again."""
        view = self.view(LeaseView)
        self.click(view.unlock)
        self.type(view.reason, reason)
        self.click(view.confirm)

    # Payments

    def take_cash(self, amount: str, given: str = "", *, agree: bool = False) -> PaymentsView:
        """From the file to the receipt, in cash."""
        view = self._start_payment(Means.CASH)
        self.type(view.form.amount, amount)
        if given:
            self.type(view.form.tendered, given)
        return self._finish_payment(view, agree=agree)

    def take_cheque(self, amount: str, number: str, bank: str = "", *, agree: bool = False) -> PaymentsView:
        """From the file to the receipt, by cheque."""
        view = self.start_cheque(amount, number)
        if bank:
            self.type(view.form.bank, bank)
        return self._finish_payment(view, agree=agree)

    def start_cheque(self, amount: str, number: str) -> PaymentsView:
        """The form for a cheque, filled in but for the bank."""
        view = self._start_payment(Means.CHEQUE)
        self.type(view.form.amount, amount)
        self.type(view.form.number, number)
        return view

    def back_to_the_file(self) -> LeaseView:
        """The payment is done."""
        self.click(self.view(PaymentsView).done_button)
        return self.view(LeaseView)

    def _start_payment(self, means: Means) -> PaymentsView:
        if self.place == "lease":
            self.click(self.view(LeaseView).ways["payments"])
        view = self.view(PaymentsView)
        self.click(view.form.means.buttons[means])
        return view

    def _finish_payment(self, view: PaymentsView, *, agree: bool) -> PaymentsView:
        if agree:
            self.click(view.outcome.agree)
        if view.take.isEnabled():
            self.click(view.take)
        return view

    # A new activation code

    def reissue_code(self, person: int = 0) -> str:
        """From the file, after seeing the person's identity; answers the code on the screen."""
        self.click(self.view(LeaseView).ways["activation"])
        view = self.view(ActivationView)
        tiles = [each for each in view.tiles.findChildren(QPushButton) if each.isVisible()]
        self.click(tiles[person])
        assert view.seen is not None
        self.click(view.seen)
        self.click(view.make)
        return view._code.text().replace(" ", "")

    # Requests

    def answer_request(self, words: str, *, row: int = 0, close: bool = False) -> None:
        """One of the inbox, from the top."""
        if self.place != "requests":
            self.go("requests")
        view = self.view(RequestsView)
        view.table.selectRow(row)
        self._settle()
        self.type(view.panel.answer, words)
        self.click(view.panel.answer_and_close if close else view.panel.send)

    def inbox(self) -> list[list[str]]:
        """The open requests, row by row."""
        if self.place != "requests":
            self.go("requests")
        table = self.view(RequestsView).table
        return rows_of(table) if table.isVisible() else []

    # Payments in doubt, and what else to see to

    def resolve_charge(self, *, paid: bool, reason: str, evidence: str, row: int = 0) -> None:
        """Say what became of a card payment, and how one knows."""
        if self.place != "charges":
            self.go("charges")
        view = self.view(ChargesView)
        view.table.selectRow(row)
        self._settle()
        tiles = [each for each in view.panel.paid.findChildren(QPushButton) if each.isVisible()]
        self.click(tiles[0 if paid else 1])
        self.type(view.panel.reason, reason)
        self.type(view.panel.evidence, evidence)
        self.click(view.resolve)

    def to_see_to(self) -> list[list[str]]:
        """What staff have not acknowledged yet."""
        if self.place != "attention":
            self.go("attention")
        table = self.view(AttentionView).table
        return rows_of(table) if table.isVisible() else []

    def acknowledge(self) -> None:
        """The item that is shown has been seen to."""
        self.click(self.view(AttentionView).seen)
