"""A person's hand and eyes in front of a window: touches what it reads, types, waits until it sees."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

LOOK_EVERY_MS = 15
PATIENCE_SECONDS = 30.0


class NotSeen(AssertionError):
    """What should have been on the screen never came."""


class Hand:
    """Uses one window as a person does, by what is written on it."""

    def __init__(self, window: QWidget, pictures: Path) -> None:
        self._window = window
        self._pictures = pictures
        self._taken = len(list(pictures.glob("*.png")))

    def touch(self, words: str) -> None:
        """Touches the button that says `words`, once it is there and can be touched."""
        self.wait(lambda: self._button(words) is not None, f"a button «{words}»")
        button = self._button(words)
        if button is not None:
            button.click()

    def type(self, words: str, label: str) -> None:
        """Types into the field called `label`, key by key."""
        self.wait(lambda: self._field(label) is not None, f"a field «{label}»")
        field = self._field(label)
        if field is None:
            return
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, words)

    def press(self, key: Qt.Key) -> None:
        """Presses one key, wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self._window, key)

    def see(self, words: str) -> None:
        """Waits until `words` can be read."""
        self.wait(lambda: self.reads(words), f"the words «{words}»")

    def reads(self, words: str) -> bool:
        """Whether `words` can be read now."""
        return any(words in said for said in self.words())

    def words(self) -> list[str]:
        """All that can be read now."""
        labels = [label.text() for label in self._window.findChildren(QLabel) if label.isVisible()]
        return labels + [button.text() for button in self._buttons()]

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Lets the window live until `until` holds. Raises NotSeen, saying what was there instead."""
        if until():
            return
        loop = QEventLoop()
        look, limit = QTimer(), QTimer()
        look.timeout.connect(lambda: loop.quit() if until() else None)
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        look.start(LOOK_EVERY_MS)
        limit.start(int(PATIENCE_SECONDS * 1000))
        loop.exec()
        look.stop()
        limit.stop()
        if not until():
            raise NotSeen(f"{what} never came; what could be read: {self.words()}")

    def picture(self, name: str) -> Path:
        """Keeps what the window shows now."""
        self._taken += 1
        path = self._pictures / f"{self._taken:02d}-{name}.png"
        self._window.grab().save(str(path))
        return path

    def _buttons(self) -> list[QAbstractButton]:
        return [button for button in self._window.findChildren(QAbstractButton) if button.isVisible()]

    def _button(self, words: str) -> QAbstractButton | None:
        usable = [button for button in self._buttons() if button.isEnabled()]
        for matches in (str.__eq__, str.startswith, str.__contains__):
            for button in usable:
                if any(
                    matches(said.replace("&", ""), words) for said in (button.text(), button.accessibleName())
                ):
                    return button
        return None

    def _field(self, label: str) -> QLineEdit | QPlainTextEdit | None:
        for field in (*self._window.findChildren(QLineEdit), *self._window.findChildren(QPlainTextEdit)):
            usable = field.isVisible() and field.isEnabled()
            if usable and label in field.accessibleName() and isinstance(field, QLineEdit | QPlainTextEdit):
                return field
        return None
