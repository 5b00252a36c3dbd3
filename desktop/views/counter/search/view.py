"""One search box for everything, and the hits under it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.views.common.empty import Placeholder
from desktop.views.common.field import Field
from desktop.views.common.labels import text
from desktop.views.common.table import Table
from desktop.views.common.theme import current
from desktop.views.counter.kit.page import CounterView
from desktop.views.counter.kit.sentences import sentence
from desktop.views.counter.search.presenter import SearchState
from desktop.views.counter.search.table import found_rows

_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchView(CounterView):
    """The box keeps the keyboard; arrows and Enter go to the list."""

    edited = Signal(str)
    opened = Signal(object)
    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Find a tenant"), back=False)
        self.box = Field(
            self.tr("Name, contract number, telephone or address"),
            help_text=self.tr(
                "A few letters are enough. Arrows to choose, Enter to open, Esc to start again."
            ),
        )
        self.box.edited.connect(self.edited)
        self.box.edit.installEventFilter(self)
        self.first = self.box
        QShortcut(QKeySequence("Esc"), self, self.back_pressed.emit)
        self._rows = found_rows()
        self.table = Table(self._rows, self.tr("Leases found"))
        self.table.setMinimumHeight(current().scale.target * 6)
        self.table.opened.connect(self.opened)
        self._answered = ""
        self._caption = text("", "caption")
        self._stack = QStackedWidget()
        self._welcome = Placeholder("search", self.tr("Who is in front of you?"))
        self._nobody = Placeholder(
            "people",
            self.tr("Nobody found"),
            self.tr("Check the spelling, or try the contract number, the telephone or the street."),
        )
        self._loading = Placeholder(
            "",
            self.tr("The agency's files are arriving…"),
            self.tr("The search opens as soon as they are all here."),
        )
        for page in (self.table, self._welcome, self._nobody, self._loading):
            self._stack.addWidget(page)
        self.body.addWidget(self.box)
        self.body.addWidget(self._caption)
        self.body.addWidget(self._stack, 1)

    def show_state(self, state: SearchState) -> None:
        """Show the hits for what was typed; while the next ones are looked for, the last stay."""
        if self.box.text() != state.text:
            self.box.set_text(state.text)
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
        else:
            self.banner.hush()
        self._show_rows(state)
        self._caption.setText(self._count(state))
        self._caption.setVisible(bool(self._caption.text()))
        self._stack.setCurrentWidget(self._page(state))

    def start(self) -> None:
        """The whole text is selected: typing replaces it."""
        super().start()
        self.box.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter, typed into the box, move and open the list."""
        if watched is self.box.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                QApplication.sendEvent(self.table, event)
                return True
            if event.key() in _ENTER:
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _show_rows(self, state: SearchState) -> None:
        """The mark stays while the same search is refreshed, and starts at the top of a new one."""
        kept = self.table.currentIndex().row() if state.answered == self._answered else 0
        self._answered = state.answered
        self._rows.show_rows(state.rows)
        if state.rows:
            self.table.selectRow(min(max(kept, 0), len(state.rows) - 1))

    def _enter(self) -> None:
        index = self.table.currentIndex()
        self.entered.emit(self._rows.row(index) if index.isValid() else None)

    def _page(self, state: SearchState) -> QWidget:
        if not state.ready:
            return self._loading
        if state.nothing:
            return self._nobody
        return self.table if state.rows else self._welcome

    def _count(self, state: SearchState) -> str:
        if not state.rows or not state.ready:
            return ""
        if not state.text.strip():
            return self.tr("Opened last")
        if state.cut:
            return self.tr("The first %n; one more word finds the person faster", "", len(state.found))
        return self.tr("%n lease(s)", "", len(state.found))
