"""The kiosk's top bar: whose kiosk this is, and the few things one may ask for on every screen."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.common.buttons import ToolButton
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.status_line import StatusLine
from desktop.views.common.theme import current


class TopBar(QFrame):
    """The place at one side, the tools at the other; one under the other where both do not fit."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.setProperty("part", "topbar")
        scale = current().scale
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(scale.space(3), scale.space(1), scale.space(3), scale.space(1))
        self._row.setSpacing(0)
        self.place: QLabel = text(place, "strong", wrap=False)
        self.status = StatusLine()
        self.language = ToolButton(current().language.own_name, "globe")
        self.text_size = ToolButton(self.tr("Text size"), "text-size")
        self.contrast = ToolButton(self.tr("Contrast"), "contrast")
        self.help = ToolButton(self.tr("Help"), "help")
        self.leave = ToolButton(self.tr("Finish"), "exit")
        self.leave.hide()
        self._name = self._name_part()
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(scale.gap)
        for button in (self.language, self.text_size, self.contrast, self.help, self.leave):
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            tools.addWidget(button)
        self._row.addWidget(self._name, 1)
        self._row.addWidget(self._tools)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its wider half: it turns by itself."""
        margins = self._row.contentsMargins()
        wider = max(self._name.minimumSizeHint().width(), self._tools.minimumSizeHint().width())
        return QSize(wider + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the halves do not fit beside each other."""
        self.fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Words that grew or shrank may ask for another row."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        """Choose one row or two; call it after a tool was shown or hidden."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        narrow = self._name.sizeHint().width() + self._tools.sizeHint().width() > room
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()

    def _name_part(self) -> QWidget:
        theme = current()
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(theme.scale.space(3), 0, theme.scale.space(3), 0)
        row.setSpacing(theme.scale.space(2))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.place)
        words.addWidget(self.status)
        words.addStretch(1)
        row.addWidget(picture("building", theme.tokens.action, theme.scale.icon * 3 // 2))
        row.addLayout(words, 1)
        return part
