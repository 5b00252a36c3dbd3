"""The photos of a request: small beside the words, large on a click."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.services.requests.photos import looks_kept
from desktop.views.common.buttons import RoleButton
from desktop.views.common.empty import Placeholder
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.counter.kit.flow import FlowBox
from desktop.views.counter.kit.keyed import QUIET
from desktop.views.counter.kit.pile import Pile
from desktop.views.counter.requests.presenter import Shot


def decoded(content: bytes, side: int) -> QPixmap:
    """The picture, decoded no larger than `side`; empty for what is no photo as stations keep them."""
    if not looks_kept(content):
        return QPixmap()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image: QImage = reader.read()
    return QPixmap.fromImage(image)


class Thumbnails(Pile):
    """One button a photo. `opened` carries its address."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Shot, ...] = ()
        self.buttons: list[QPushButton] = []

    def show_shots(self, shots: tuple[Shot, ...]) -> None:
        """Show what has arrived; the others have their place already."""
        if shots == self._shown:
            return
        self._shown = shots
        self.buttons = [self._button(place, shot, len(shots)) for place, shot in enumerate(shots, 1)]
        box = FlowBox()
        for button in self.buttons:
            box.put(button)
        parts: list[QWidget] = [box]
        if any(shot.missing for shot in shots):
            words = self.tr("A photo cannot be fetched now: it appears here when central is back.")
            parts.append(text(words, "caption", state="offline"))
        self.refill(*parts) if shots else self.refill()

    def _button(self, place: int, shot: Shot, of: int) -> QPushButton:
        side = current().scale.font("body") * 5
        button = RoleButton("", "tile")
        button.setFixedSize(side, side)
        button.setAccessibleName(self.tr("Photo {place} of {count}").format(place=place, count=of))
        button.setEnabled(bool(shot.content))
        picture = decoded(shot.content, side - 12) if shot.content else QPixmap()
        if picture.isNull():
            button.set_icon("offline" if shot.missing else "photo")
        else:
            button.setIcon(QIcon(picture))
            button.setIconSize(QSize(side - 12, side - 12))
        button.clicked.connect(lambda: self.opened.emit(shot.sha256))
        return button


class LargePhoto(QWidget):
    """One photo over the whole card."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._broken = Placeholder("photo", self.tr("This photo cannot be shown."))
        self._sha256 = ""
        self.shut = RoleButton(self.tr("Close the photo"), QUIET, "close")
        self.shut.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label, 1)
        column.addWidget(self._broken, 1)
        column.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_shot(self, shot: Shot, meaning: str) -> None:
        """Show it as large as a card allows."""
        if shot.sha256 != self._sha256:
            self._sha256 = shot.sha256
            picture = decoded(shot.content, current().scale.space(55))
            self._label.setPixmap(picture)
            self._label.setVisible(not picture.isNull())
            self._broken.setVisible(picture.isNull())
        self._label.setAccessibleName(meaning)
