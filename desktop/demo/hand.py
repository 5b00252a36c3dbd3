"""A person's hand and eyes in front of a window: touches what it reads, types, waits until it sees.

Words are named by their English source; what is looked for is what stands on the screen, in any language.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.demo.spoken import Spoken

LOOK_EVERY_MS = 15
REST_MS = 250
PATIENCE_SECONDS = 12.0


class NotSeen(AssertionError):
    """What should have been on the screen never came."""


class Hand:
    """Uses one window as a person does, by what is written on it."""

    def __init__(self, window: QWidget, pictures: Path) -> None:
        self._window = window
        self._pictures = pictures
        self._spoken = Spoken()
        self._taken = len(list(pictures.glob("*.png")))

    def touch(self, words: str, nth: int = 0) -> None:
        """Touches the button that says `words`, once it is there; `nth` of several alike, from the top."""
        self.wait(lambda: len(self._saying(words)) > nth, f"a button «{words}»")
        self._saying(words)[nth].click()

    def type(self, words: str, label: str) -> None:
        """Types into the field called `label`, key by key."""
        self.wait(lambda: self._field(label) is not None, f"a field «{label}»")
        field = self._field(label)
        if field is None:
            return
        field.setFocus()
        field.selectAll()
        _key(field, Qt.Key.Key_Delete)
        for sign in words:
            _key(field, Qt.Key.Key_unknown, sign)

    def press(self, key: Qt.Key, label: str) -> None:
        """Presses one key in the field called `label`."""
        self.wait(lambda: self._field(label) is not None, f"a field «{label}»")
        field = self._field(label)
        if field is not None:
            _key(field, key)

    def see(self, words: str) -> None:
        """Waits until `words` can be read."""
        self.wait(lambda: self.reads(words), f"the words «{words}»")

    def reads(self, words: str) -> bool:
        """Whether `words` can be read now, alone or within a longer text."""
        return any(words in said or self._spoken.is_said(words, said) for said in self.words())

    def offers(self, words: str) -> bool:
        """Whether a button that says `words` can be touched now."""
        return bool(self._saying(words))

    def holds(self, words: str) -> bool:
        """Whether `words` are anywhere in the window, even where nobody sees them."""
        lines = [line.text() for line in self._window.findChildren(QLineEdit)]
        texts = [str(field.property("plainText")) for field in self._window.findChildren(QPlainTextEdit)]
        labels = [label.text() for label in self._window.findChildren(QLabel)]
        return any(words in each for each in (*lines, *texts, *labels))

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
        """Keeps what the window shows, once it has drawn itself."""
        rested = QEventLoop()
        QTimer.singleShot(REST_MS, rested.quit)
        rested.exec()
        self._taken += 1
        path = self._pictures / f"{self._taken:02d}-{name}.png"
        self._window.grab().save(str(path))
        return path

    def _buttons(self) -> list[QAbstractButton]:
        return [button for button in self._window.findChildren(QAbstractButton) if button.isVisible()]

    def _saying(self, words: str) -> list[QAbstractButton]:
        found = []
        for button in self._buttons():
            within = (label.text() for label in button.findChildren(QLabel))
            said = (button.text(), button.accessibleName(), *within)
            if button.isEnabled() and any(
                words == each or self._spoken.is_said(words, each) for each in said
            ):
                found.append(button)
        return found

    def _field(self, label: str) -> QLineEdit | QPlainTextEdit | None:
        lines, texts = self._window.findChildren(QLineEdit), self._window.findChildren(QPlainTextEdit)
        fields: list[QLineEdit | QPlainTextEdit] = [*lines, *texts]
        for field in fields:
            usable = field.isVisible() and field.isEnabled()
            if usable and self._spoken.is_said(label, field.accessibleName()):
                return field
        return None


def _key(widget: QWidget, key: Qt.Key, sign: str = "") -> None:
    """One key, down and up; any sign of any language."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign))
