"""Our own on-screen keyboard: it types into whatever entry has the focus and remembers nothing."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.views.common.entry import EntryKind, entry_of
from desktop.views.common.key_grid import KeyGrid
from desktop.views.common.keys import ACCENTS, FIGURES, LETTERS, Does, Key, Rows, layers
from desktop.views.common.keytop import KeyTop
from desktop.views.common.theme import current

WIDEST_KEY_MM: Final = 44


class Keyboard(QFrame):
    """Put it under the content. It shows itself when an entry gets the focus, and hides when none has it."""

    done = Signal()
    coming = Signal()
    shown_for = Signal(QWidget)
    hidden = Signal()

    def __init__(self, within: QWidget) -> None:
        super().__init__()
        self.setProperty("part", "keyboard")
        self.setAccessibleName(self.tr("On-screen keyboard"))
        self._within = within
        self._entry = EntryKind.NONE
        self._layer = LETTERS
        self._upper = False
        self._target: QLineEdit | QPlainTextEdit | None = None
        self._row = QHBoxLayout(self)
        pad = current().scale.gap
        self._row.setContentsMargins(pad, pad, pad, pad)
        self._keys: QWidget | None = None
        self.setVisible(False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101  # a widget exists, so does its application
        app.focusObjectChanged.connect(self._on_focus)

    @property
    def entry(self) -> EntryKind:
        """The layout shown; NONE while hidden."""
        return EntryKind.NONE if self.isHidden() else self._entry

    @property
    def tops(self) -> list[KeyTop]:
        return self._keys.findChildren(KeyTop) if self._keys is not None else []

    def press(self, types: str) -> None:
        """Press the key that types this, as a finger would. An unknown one raises `KeyError`."""
        for top in self.tops:
            if top.text() == types or top.key.types == types:
                top.click()
                return
        raise KeyError(types)

    def put_away(self) -> None:
        """Hide and forget which entry it typed into."""
        self._target = None
        self._entry = EntryKind.NONE
        if not self.isHidden():
            self.setVisible(False)
            self.hidden.emit()

    @Slot(QObject)
    def _on_focus(self, new: QObject | None) -> None:
        if not isinstance(new, QWidget):
            return
        if not self._within.isAncestorOf(new):
            self.put_away()
            return
        entry = entry_of(new)
        if entry is EntryKind.NONE or not isinstance(new, QLineEdit | QPlainTextEdit) or new.isReadOnly():
            self.put_away()
            return
        self._target = new
        if entry is not self._entry or self.isHidden():
            self._entry, self._layer = entry, LETTERS
            self._upper = entry in (EntryKind.TEXT, EntryKind.NAME) and self._empty()
            self._lay_out()
            self.coming.emit()
            self.setVisible(True)
        self.shown_for.emit(new)

    def _empty(self) -> bool:
        match self._target:
            case QLineEdit():
                return not self._target.text()
            case QPlainTextEdit():
                return not self._target.toPlainText()
        return False

    def _lay_out(self) -> None:
        old = self._keys
        self._keys = self._grid(layers(self._entry)[self._layer])
        self._row.addWidget(self._keys)
        if old is not None:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _grid(self, rows: Rows) -> KeyGrid:
        tops = [[self._top(key) for key in row] for row in rows]
        return KeyGrid(tops, current().scale.mm(WIDEST_KEY_MM))

    def _top(self, key: Key) -> KeyTop:
        secret = self._entry is EntryKind.SECRET
        top = KeyTop(key, upper=self._upper, secret=secret, words=self._words(key))
        top.clicked.connect(self._on_key)
        return top

    def _words(self, key: Key) -> str:
        match key.does:
            case Does.BACKSPACE:
                return self.tr("Erase one character")
            case Does.CLEAR:
                return self.tr("Clear")
            case Does.SHIFT:
                return self.tr("Capitals")
            case Does.DONE:
                return self.tr("OK")
            case Does.LAYER:
                return {LETTERS: self.tr("abc"), ACCENTS: self.tr("éàç"), FIGURES: self.tr("123")}[key.types]
        return self.tr("Space") if key.types == " " else ""

    @Slot()
    def _on_key(self) -> None:
        top = self.sender()
        if not isinstance(top, KeyTop) or self._target is None:
            return
        if top.key.does is Does.TYPE:
            self._type(top.typed)
        elif top.key.does is Does.BACKSPACE:
            self._send(Qt.Key.Key_Backspace, "")
        else:
            self._turn_to(top.key)

    def _turn_to(self, key: Key) -> None:
        match key.does:
            case Does.CLEAR:
                self._clear()
            case Does.SHIFT:
                self._turn(self._layer, upper=not self._upper)
            case Does.LAYER:
                self._turn(key.types, upper=False)
            case Does.DONE:
                self._finish()

    def _type(self, characters: str) -> None:
        for character in characters:
            self._send(Qt.Key.Key_unknown, character)
        if self._upper:
            self._turn(self._layer, upper=False)

    def _turn(self, layer: str, *, upper: bool) -> None:
        self._layer, self._upper = layer, upper
        self._lay_out()

    def _finish(self) -> None:
        target = self._target
        self.put_away()
        if target is not None:
            target.clearFocus()
        self.done.emit()

    def _clear(self) -> None:
        if self._target is not None:
            self._target.selectAll()
        self._send(Qt.Key.Key_Backspace, "")

    def _send(self, key: Qt.Key, character: str) -> None:
        if self._target is None:
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                self._target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            )

    def minimumSizeHint(self) -> QSize:
        """Any width will do; the keys share what there is."""
        return QSize(0, super().minimumSizeHint().height())
