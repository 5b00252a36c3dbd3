"""A labelled entry: label above, help under it, and one sentence when something is wrong."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.views.common.buttons import IconButton
from desktop.views.common.entry import PROPERTY, EntryKind, accept
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.shown import set_shown
from desktop.views.common.theme import current, restyle


class LabelledEntry(QWidget):
    """What `Field` and `LongField` share: label, help, error, and the ties a screen reader needs."""

    def __init__(self, label: str, help_text: str) -> None:
        super().__init__()
        self.setProperty("part", "entry")
        scale = current().scale
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(1))
        self._label: QLabel = text(label, "label")
        self._help: QLabel = text(help_text, "caption")
        if not help_text:
            self._help.hide()
        self._error = QWidget()
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(1))
        self._error_words: QLabel = text("", "body", state="danger")
        row.addWidget(picture("error", current().tokens.danger), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error_words, 1)
        self._error.setVisible(False)
        self._edit: QLineEdit | QPlainTextEdit | None = None
        self._column.addWidget(self._label)
        self._column.addWidget(self._help)

    @property
    def error(self) -> str:
        """The sentence shown under the entry; empty when nothing is wrong."""
        return "" if self._error.isHidden() else self._error_words.text()

    def show_error(self, words: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._error_words.setText(words)
        set_shown(self._error, bool(words))
        if self._edit is not None:
            restyle(self._edit, state="error" if words else "")
            self._describe(words)

    def show_help(self, words: str) -> None:
        """Change the line under the label."""
        self._help.setText(words)
        set_shown(self._help, bool(words))
        self._describe(self.error)

    def _tie(self, edit: QLineEdit | QPlainTextEdit, row: QWidget) -> None:
        self._edit = edit
        self._label.setBuddy(edit)
        edit.setAccessibleName(self._label.text())
        self._describe("")
        self.setFocusProxy(edit)
        self._column.addWidget(row)
        self._column.addWidget(self._error)

    def _describe(self, error: str) -> None:
        if self._edit is not None:
            self._edit.setAccessibleDescription(error or self._help.text())


class Field(LabelledEntry):
    """One line. `edited` carries what the person typed, never what the program set."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        label: str,
        *,
        help_text: str = "",
        entry: EntryKind = EntryKind.TEXT,
        placeholder: str = "",
        max_length: int = 120,
        width_chars: int = 0,
    ) -> None:
        super().__init__(label, help_text)
        self.edit = QLineEdit()
        self.edit.setMaxLength(max_length)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        accept(self.edit, entry)
        if width_chars:
            self.edit.setMaximumWidth(current().scale.font("body") * width_chars * 2 // 3 + 80)
        self.edit.textEdited.connect(lambda _typed: self.edited.emit(self.edit.text()))
        self.edit.returnPressed.connect(self.submitted)
        self._tie(self.edit, self._secret_row() if entry is EntryKind.SECRET else self.edit)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, words: str) -> None:
        """Put words in, without `edited`; what was there cannot be undone back."""
        self.edit.setText(words)

    def _secret_row(self) -> QWidget:
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.gap)
        self.reveal = IconButton("eye", self.tr("Show what I type"))
        self.reveal.clicked.connect(self._on_reveal)
        row.addWidget(self.edit, 1)
        row.addWidget(self.reveal)
        return box

    def _on_reveal(self) -> None:
        if self.edit.echoMode() is QLineEdit.EchoMode.Password:
            self.edit.setEchoMode(QLineEdit.EchoMode.Normal)
            self.reveal.show_icon("eye-off", self.tr("Hide what I type"))
        else:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
            self.reveal.show_icon("eye", self.tr("Show what I type"))


class LongField(LabelledEntry):
    """Several lines, with how many characters are left near the end."""

    edited = Signal(str)

    def __init__(self, label: str, *, help_text: str = "", lines: int = 4, max_length: int = 1_000) -> None:
        super().__init__(label, help_text)
        self._max = max_length
        self.edit = _Lines(lines)
        self.edit.setProperty(PROPERTY, EntryKind.TEXT.name)
        self.edit.setTabChangesFocus(True)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._left: QLabel = text("", "caption")
        self._tie(self.edit, self.edit)
        self._column.addWidget(self._left)
        self._left.setVisible(False)
        self.edit.textChanged.connect(self._on_changed)

    def text(self) -> str:
        """What was written, without blank ends."""
        return self.edit.toPlainText().strip()

    def set_text(self, words: str) -> None:
        """Put words in, without `edited`."""
        self.edit.blockSignals(True)
        self.edit.setPlainText(words)
        self.edit.blockSignals(False)

    def _on_changed(self) -> None:
        words = self.edit.toPlainText()
        if len(words) > self._max:
            self.set_text(words[: self._max])
            self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        left = self._max - len(self.edit.toPlainText())
        self._left.setVisible(left <= self._max // 5)
        self._left.setText(self.tr("%n character(s) left", "", left))
        self.edited.emit(self.text())


class _Lines(QPlainTextEdit):
    """A text box of so many lines."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._rows = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        line = round(current().scale.font("body") * 1.35)
        return QSize(line * 12, line * self._rows + current().scale.space(4))
