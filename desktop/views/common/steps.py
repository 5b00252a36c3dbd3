"""Where one is in a flow: a row of marks and « Étape 2 sur 4 »."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.views.common.labels import text
from desktop.views.common.theme import current


class Steps(QWidget):
    """Progress of a flow of a few screens."""

    def __init__(self, step: int = 1, of: int = 1) -> None:
        super().__init__()
        self._marks = _Marks()
        self._words: QLabel = text("", "caption", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().scale.space(2))
        row.addWidget(self._marks)
        row.addWidget(self._words)
        row.addStretch(1)
        self.show_step(step, of)

    def show_step(self, step: int, of: int) -> None:
        """Say that this is step `step` of `of`, counted from one."""
        self._marks.show_step(step, of)
        words = self.tr("Step {step} of {of}").format(step=step, of=of)
        self._words.setText(words)
        self.setAccessibleName(words)


class _Marks(QWidget):
    """Short bars: done and present ones filled, the present one longer."""

    def __init__(self) -> None:
        super().__init__()
        self._step, self._of = 1, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int, of: int) -> None:
        self._step, self._of = step, of
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._of * 32 + 24, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if current().language.rtl:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        left = 0
        for number in range(1, self._of + 1):
            width = 48 if number == self._step else 24
            reached = number <= self._step
            painter.setBrush(QColor(tokens.action if reached else tokens.edge))
            height = 8 if reached else 4
            painter.drawRoundedRect(QRectF(left, (10 - height) / 2, width, height), height / 2, height / 2)
            left += width + 8
