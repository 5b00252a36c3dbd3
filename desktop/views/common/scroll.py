"""A scrolling column that follows the finger and shows when there is more below."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from desktop.views.common.icons import pixmap
from desktop.views.common.theme import current


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
        self.installEventFilter(self)

    @property
    def more_below(self) -> bool:
        """Whether something is hidden under the lower edge."""
        bar = self.verticalScrollBar()
        return bar.value() < bar.maximum()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until `widget` is wholly in view."""
        self.ensureWidgetVisible(widget, 0, current().scale.space(3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the mark at the lower edge, and what is typed into in view when the keyboard takes room."""
        if event.type() == QEvent.Type.Resize:
            self._more.follow()
            typing = QApplication.focusWidget()
            if typing is not None and self.isAncestorOf(typing):
                self.reveal(typing)
        return super().eventFilter(watched, event)


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
        height = current().scale.icon * 2
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
        mark = pixmap("chevron-down", tokens.action)
        side = current().scale.icon
        painter.drawPixmap(QPoint((self.width() - side) // 2, self.height() - side), mark)
