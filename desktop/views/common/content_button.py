"""A button whose content is a layout of its own, so that its words can wrap."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.views.common.theme import current


class ContentButton(QPushButton):
    """Asks for what its layout asks for, never less than a finger; touches go through to the button."""

    def __init__(self, role: str, name: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        if current().scale.kiosk:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return (
            self.minimumSizeHint() if layout is None else layout.sizeHint().expandedTo(self.minimumSizeHint())
        )

    def minimumSizeHint(self) -> QSize:
        """Never below a finger."""
        side = current().scale.target
        least = QSize(side, side)
        layout = self.layout()
        return least if layout is None else layout.minimumSize().expandedTo(least)

    def let_touches_through(self) -> None:
        """Call it once the content is in place."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
