"""Our own stroke icons, recoloured when loaded and mirrored where writing runs from right to left."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from desktop.views.common.bundle import RESOURCES
from desktop.views.common.theme import current

MIRRORED: Final = frozenset(
    {"back", "arrow", "chevron", "exit", "backspace", "message", "list", "queue", "help"}
)


def icon(name: str, colour: str | None = None, size: int | None = None, *, room: int = 0) -> QIcon:
    """An icon in `colour` (ink by default), greyed where its button is disabled; `size` in logical pixels.

    `room` leaves so many pixels blank behind the picture, or before it when negative.
    """
    tokens = current().tokens
    side = size or current().scale.icon
    plain = pixmap(name, colour, side, room)
    result = QIcon(plain)
    result.addPixmap(plain, QIcon.Mode.Selected)
    result.addPixmap(pixmap(name, tokens.disabled, side, room), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, colour: str | None = None, size: int | None = None, room: int = 0) -> QPixmap:
    """The picture alone. An unknown name raises `FileNotFoundError`."""
    theme = current()
    colour = colour or theme.tokens.ink
    side = size or theme.scale.icon
    mirrored = name in MIRRORED and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    ratio = _pixel_ratio()
    key = f"guichet/{name}/{colour}/{side}/{mirrored}/{room}/{ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _draw(name, colour, QRectF(max(0, -room), 0, side, side), mirrored, ratio, abs(room))
        QPixmapCache.insert(key, found)
    return found


def picture(name: str, colour: str | None = None, size: int | None = None, meaning: str = "") -> QLabel:
    """An icon as a label; give `meaning` only when no text beside it says the same."""
    label = QLabel()
    image = pixmap(name, colour, size)
    label.setPixmap(image)
    label.setFixedSize(image.deviceIndependentSize().toSize())
    label.setAccessibleName(meaning)
    return label


def names() -> list[str]:
    """Every icon there is."""
    return sorted(file.stem for file in (RESOURCES / "icons").glob("*.svg"))


def square(side: int) -> QSize:
    """The size of an icon on a button."""
    return QSize(side, side)


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _pixel_ratio() -> float:
    return QGuiApplication.primaryScreen().devicePixelRatio()


def _draw(name: str, colour: str, box: QRectF, mirrored: bool, ratio: float, room: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    image = QPixmap(QSize(round((box.width() + room) * ratio), round(box.height() * ratio)))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if mirrored:
        painter.translate(box.left() * 2 + box.width(), 0)
        painter.scale(-1, 1)
    renderer.render(painter, box)
    painter.end()
    return image


def set_icon(label: QLabel, name: str, colour: str | None = None, size: int | None = None) -> None:
    """Change the picture of a label made by `picture`."""
    image = pixmap(name, colour, size)
    label.setPixmap(image)
    label.setFixedSize(image.deviceIndependentSize().toSize())
