"""One of several parts, chosen by a click or a key."""

from PySide6.QtCore import Signal

from desktop.views.counter.kit.flow import FlowBox
from desktop.views.counter.kit.keyed import SEGMENT, KeyedButton


class Segments(FlowBox):
    """`chosen` carries the key given with `add`. Tab reaches every part: Qt's own groups skip the others."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[object, KeyedButton] = {}

    def add(self, choice: object, words: str, key: str, icon_name: str = "") -> KeyedButton:
        button = KeyedButton(words, key, role=SEGMENT, icon_name=icon_name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._on_clicked(choice))
        self.buttons[choice] = button
        self.put(button)
        return button

    def choose(self, choice: object) -> None:
        """Mark this part, without `chosen`."""
        for each, button in self.buttons.items():
            button.setChecked(each == choice)

    def _on_clicked(self, choice: object) -> None:
        self.choose(choice)
        self.chosen.emit(choice)
