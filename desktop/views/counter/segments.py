"""One of several parts, chosen by a click or a key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from desktop.views.counter.flow import FlowBox
from desktop.views.counter.keyed import SEGMENT, KeyedButton


class Segments(FlowBox):
    """`chosen` carries the key given with `add`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[object, KeyedButton] = {}

    def add(self, choice: object, words: str, key: str, icon_name: str = "") -> KeyedButton:
        """One more part."""
        button = KeyedButton(words, key, role=SEGMENT, icon_name=icon_name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(choice))
        self._group.addButton(button)
        self.buttons[choice] = button
        self.put(button)
        return button

    def choose(self, choice: object) -> None:
        """Mark this part, without `chosen`."""
        self.buttons[choice].setChecked(True)
