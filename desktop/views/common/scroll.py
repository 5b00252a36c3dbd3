"""A scrolling column that follows the finger and shows when there is more below."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from desktop.views.common.icons import pixmap
from desktop.views.common.theme import current


def veil() -> int:
    """Height of the mark of more below, in pixels; large words do not make it cover more."""
    return min(2 * current().scale.icon, current().scale.space(8))


class ScrollColumn(QScrollArea):
    """Put the content into `body`; it scrolls only when it must."""

    def __init__(self, *, kinetic: bool | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = _Content()
        content.setProperty("surface", "clear")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(current().scale.space(3))
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        if current().scale.kiosk if kinetic is None else kinetic:
            QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        self._more = _MoreBelow(self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._more.follow)
        bar.rangeChanged.connect(self._more.follow)

    @property
    def more_below(self) -> bool:
        """Whether something is hidden under the lower edge."""
        bar = self.verticalScrollBar()
        return bar.value() < bar.maximum()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until `widget` is in view, with its label and error if it is an entry, above the mark."""
        margin = veil()
        whole = widget.parentWidget()
        while whole is not None and whole is not self and whole.property("part") != "entry":
            whole = whole.parentWidget()
        fits = whole is not None and whole.height() + margin <= self.viewport().height()
        shown = whole if whole is not None and whole is not self and fits else widget
        self.ensureWidgetVisible(shown, 0, margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark at the lower edge, and what is typed into in view when the keyboard takes room."""
        super().resizeEvent(event)
        self._more.follow()
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            self.reveal(typing)


class _Content(QWidget):
    """Where words wrap, it asks for no height: the area takes what they need at the width there is."""

    def minimumSizeHint(self) -> QSize:
        hint, layout = super().minimumSizeHint(), self.layout()
        wraps = layout is not None and layout.hasHeightForWidth()
        return QSize(hint.width(), 0) if wraps else hint


class _MoreBelow(QWidget):
    """A fading edge with an arrow; touches go through it."""

    def __init__(self, area: ScrollColumn) -> None:
        super().__init__(area)
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def follow(self) -> None:
        height = veil()
        view = self._area.viewport().geometry()
        self.setGeometry(view.left(), view.bottom() + 1 - height, view.width(), height)
        self.setVisible(self._area.more_below)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        fade = QLinearGradient(0, 0, 0, self.height())
        ground = QColor(tokens.ground)
        clear = QColor(ground)
        clear.setAlpha(0)
        fade.setColorAt(0, clear)
        fade.setColorAt(0.75, ground)
        painter.fillRect(self.rect(), fade)
        side = min(current().scale.icon, self.height() // 2)
        mark = pixmap("chevron-down", tokens.action, side)
        painter.drawPixmap(QPoint((self.width() - side) // 2, self.height() - side), mark)
