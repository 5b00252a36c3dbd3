"""What must hold for every screen, measured on its geometry; each check returns its complaints."""

import os
from functools import cache
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from desktop.views.common.bundle import RESOURCES
from desktop.views.common.scroll import veil
from desktop.views.common.theme import current

PICTURES = os.environ.get("GUICHET_LOOKS", "")
"""The folder for pictures that a person wants to see, such as build/looks; the checks need none."""


def snapshot(widget: QWidget, name: str) -> None:
    """Write what `widget` looks like to <name>.png in the folder of pictures, if one was named."""
    if not PICTURES:
        return
    settle(widget)
    file = Path(PICTURES) / f"{name}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    assert widget.grab().save(str(file), "PNG", 80)  # quickly rather than small


def settle(widget: QWidget) -> None:
    """Lay out what is pending; each level of nesting asks the next one."""
    widget.ensurePolished()
    for _ in range(12):
        QApplication.sendPostedEvents()
        if widget.layout() is not None:
            widget.layout().activate()


def check(widget: QWidget) -> list[str]:
    """All checks in one list."""
    settle(widget)
    return [
        *nothing_clipped(widget),
        *targets_big_enough(widget),
        *everything_named(widget),
        *tab_order_complete(widget),
        *contrast_ok(widget),
        *written_in_house_fonts(widget),
    ]


def nothing_clipped(widget: QWidget) -> list[str]:
    """Every text has the room it asks for, and lies inside what holds it unless that scrolls."""
    settle(widget)
    complaints = []
    for child in _seen(widget):
        if isinstance(child, QLabel) and child.text():
            complaints += _label_clipped(child)
        if isinstance(child, QPushButton) and child.text():
            room, wish = child.width(), _button_wish(child)
            if room < wish:
                complaints.append(f"{_name(child)}: {room} px wide, its words need {wish}")
        if isinstance(child, QScrollArea) and child.widget() is not None and child.isVisible():
            wide, room = child.widget().width(), child.viewport().width()
            if wide > room:
                complaints.append(f"{_name(child)}: its content is {wide} px wide, {room} px are seen")
        complaints += _outside(child, widget)
    return complaints


def targets_big_enough(widget: QWidget, px: int | None = None) -> list[str]:
    """Everything that can be touched is at least `px` (by default the scale's target) on both sides."""
    settle(widget)
    least = px if px is not None else current().scale.target
    return [
        f"{_name(child)}: {_size(child.size())} px, at least {least} needed"
        for child in _seen(widget)
        if isinstance(child, QAbstractButton | QLineEdit)
        and _touchable(child)
        and min(child.width(), child.height()) < least
    ]


def targets_apart(widget: QWidget, px: int | None = None) -> list[str]:
    """No two targets are nearer than `px` (by default the scale's gap), nor do they overlap."""
    settle(widget)
    least = px if px is not None else current().scale.gap
    boxes = [(c, _box(c, widget)) for c in _seen(widget) if isinstance(c, QAbstractButton) and _touchable(c)]
    complaints = []
    for place, (one, first) in enumerate(boxes):
        grown = first.adjusted(1 - least, 1 - least, least - 1, least - 1)
        complaints += [
            f"{_name(one)} and {_name(other)} are nearer than {least} px"
            for other, second in boxes[place + 1 :]
            if grown.intersects(second)
        ]
    return complaints


def everything_named(widget: QWidget) -> list[str]:
    """Everything that takes input has a name for a screen reader."""
    settle(widget)
    complaints = []
    for child in _seen(widget):
        if child.focusPolicy() is Qt.FocusPolicy.NoFocus and not isinstance(child, QAbstractButton):
            continue
        if not isinstance(child, QAbstractButton | QLineEdit | QPlainTextEdit | QAbstractScrollArea):
            continue
        if isinstance(child, QScrollArea):
            continue
        interface = QAccessible.queryAccessibleInterface(child)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            complaints.append(f"{_name(child)} has no name")
    return complaints


def tab_order_complete(widget: QWidget) -> list[str]:
    """Tab alone reaches every enabled button and entry."""
    settle(widget)
    reached: set[int] = set()
    step = widget
    while True:
        step = step.nextInFocusChain()
        if id(step) in reached or step is widget:
            break
        reached.add(id(step))
    return [
        f"{_name(child)} cannot be reached by Tab"
        for child in _seen(widget)
        if isinstance(child, QAbstractButton | QLineEdit | QPlainTextEdit)
        and child.isEnabled()
        and child.property("role") != "key"
        and not _beside_chosen(child)
        and (id(child) not in reached or not child.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def _beside_chosen(child: QWidget) -> bool:
    """Of several of which one is chosen, Tab reaches that one and the arrows the others."""
    group = child.group() if isinstance(child, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in {None, child}


def contrast_ok(widget: QWidget, least: float = 4.5) -> list[str]:
    """Every text stands out from what is really painted around it."""
    settle(widget)
    picture = widget.grab().toImage()
    complaints = []
    for child in _seen(widget):
        if not isinstance(child, QLabel | QPushButton) or not child.text() or not child.isEnabled():
            continue
        if not _wholly_seen(child, widget):
            continue
        box = _box(child, widget).intersected(QRect(QPoint(0, 0), widget.size()))
        if box.width() < 8 or box.height() < 8:
            continue
        ratio = picture.devicePixelRatio()
        crop = picture.copy(QRect(box.topLeft() * ratio, box.size() * ratio))
        best = _strongest(crop)
        if best < least:
            complaints.append(f"{_name(child)}: contrast {best:.1f}, at least {least} needed")
    return complaints


def written_in_house_fonts(widget: QWidget) -> list[str]:
    """Every sign has its picture in a font that ships: a bare kiosk has no other."""
    fonts = _house_fonts()
    return [
        f"{_name(child)}: no font that ships has {sign!r}"
        for child in _seen(widget)
        if isinstance(child, QLabel | QAbstractButton)
        for sign in sorted(set(child.text()))
        if not sign.isspace() and not any(font.supportsCharacter(ord(sign)) for font in fonts)
    ]


@cache
def _house_fonts() -> tuple[QRawFont, ...]:
    return tuple(QRawFont(str(file), 20) for file in sorted((RESOURCES / "fonts").glob("*-Regular.ttf")))


def contrast(one: str | QColor, other: str | QColor) -> float:
    """WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _strongest(crop: QImage) -> float:
    flat = crop.convertToFormat(QImage.Format.Format_RGB32)
    size = (flat.width(), flat.height())
    pixels = Image.frombuffer("RGB", size, flat.constBits(), "raw", "BGRX", flat.bytesPerLine(), 1)
    counts = pixels.getcolors(size[0] * size[1])
    ground = max(counts)[1]
    return max(_contrast_of(ground, colour) for _, colour in counts)


@cache
def _contrast_of(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    return contrast(QColor(*one), QColor(*other))


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def _seen(widget: QWidget) -> list[QWidget]:
    inside = [child for child in widget.findChildren(QWidget) if child.isVisibleTo(widget)]
    return [child for child in inside if not isinstance(child, QScrollBar) and child.width() > 0]


def _wholly_seen(child: QWidget, top: QWidget) -> bool:
    """Whether no scroll area hides a part of `child`, nor covers it with its mark of more below."""
    parent = child.parentWidget()
    while parent is not None and parent is not top:
        scrolls = parent.objectName() == "qt_scrollarea_viewport"
        if scrolls and not parent.rect().adjusted(0, 0, 0, -veil()).contains(_box(child, parent)):
            return False
        parent = parent.parentWidget()
    return True


def _touchable(child: QWidget) -> bool:
    return not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _name(child: QWidget) -> str:
    words = child.text() if isinstance(child, QLabel | QAbstractButton) else ""
    return f"{type(child).__name__} {(words or child.accessibleName() or child.objectName())[:40]!r}"


def _box(child: QWidget, widget: QWidget) -> QRect:
    return QRect(child.mapTo(widget, QPoint(0, 0)), child.size())


def _label_clipped(label: QLabel) -> list[str]:
    room = label.contentsRect()
    if label.wordWrap():
        need = label.heightForWidth(label.width())
        longest = max(
            QFontMetrics(label.font()).horizontalAdvance(word) for word in label.text().split() or [""]
        )
        if label.height() + 1 < need:
            return [f"{_name(label)}: {label.height()} px high, its words need {need}"]
        if longest > room.width() + 1:
            return [f"{_name(label)}: {room.width()} px wide, its longest word needs {longest}"]
        return []
    wish = label.sizeHint()
    if room.width() + 1 < wish.width() or label.height() + 1 < QFontMetrics(label.font()).height():
        room_words, wish_words = _size(label.size()), _size(wish)
        return [f"{_name(label)}: {room_words} px, its words need {wish_words}"]
    return []


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def _button_wish(button: QPushButton) -> int:
    words = QFontMetrics(button.font()).horizontalAdvance(button.text())
    return words + (button.iconSize().width() if not button.icon().isNull() else 0)


def _outside(child: QWidget, top: QWidget) -> list[str]:
    parent = child.parentWidget()
    if parent is None or child is top or child.isWindow() or _scrolled(child, top):
        return []
    if isinstance(parent, QAbstractScrollArea) or parent.rect().adjusted(-1, -1, 1, 1).contains(
        child.geometry()
    ):
        return []
    inner, outer = child.geometry().getRect(), parent.rect().getRect()
    return [f"{_name(child)} sticks out of {type(parent).__name__}: {inner} in {outer}"]


def _scrolled(child: QWidget, top: QWidget) -> bool:
    parent = child.parentWidget()
    return parent is not None and parent.objectName() == "qt_scrollarea_viewport" and parent is not top
