"""Choosing photos: small pictures to touch, and what is wrong with one of them."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.station.photos import Picture
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import SecondaryButton
from desktop.views.common.empty import Placeholder
from desktop.views.common.icons import pixmap
from desktop.views.common.labels import text
from desktop.views.common.theme import current
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.new_request.photo_words import PhotoWords
from desktop.views.kiosk.new_request.state import NewRequestState

SIDE_MM = 46
COLUMNS = 4


class PhotoTile(QPushButton):
    """One picture at hand; a tick says that it goes along."""

    def __init__(self, number: int) -> None:
        super().__init__()
        side = current().scale.mm(SIDE_MM)
        self.setProperty("role", "tile")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._side = side
        self._number = number
        self._shown: Picture | None = None
        self._preview = QLabel()
        self._tick = QLabel()
        for label in (self._preview, self._tick):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QGridLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._preview, 0, 0, Qt.AlignmentFlag.AlignCenter)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing
        column.addWidget(self._tick, 0, 0, corner)
        self._tick.setPixmap(pixmap("tick-on", current().tokens.action, current().scale.icon * 3 // 2))
        self._tick.setProperty("part", "badge")
        self._tick.hide()

    def sizeHint(self) -> QSize:
        """A square, whatever the look says about buttons."""
        return QSize(self._side, self._side)

    def show_picture(self, picture: Picture, *, chosen: bool) -> None:
        """Show the picture itself once it was looked at, and whether it goes along."""
        self.setChecked(chosen)
        self._tick.setVisible(chosen)
        words = self.tr("Photo {number}: goes along") if chosen else self.tr("Photo {number}")
        self.setAccessibleName(words.format(number=self._number))
        if picture == self._shown:
            return
        self._shown = picture
        side = self._side - 16
        if picture.photo is not None:
            self._preview.setPixmap(fitted(picture.content, side))
        else:
            name, tokens = ("error" if picture.problem else "photo"), current().tokens
            self._preview.setPixmap(pixmap(name, tokens.muted, current().scale.icon * 2))


class PhotosStep(QWidget):
    """Photos are welcome, never needed."""

    touched = Signal(object)
    again_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().scale.space(2))
        self.banner = Banner()
        self.count = text("", "strong")
        self._held = QWidget()
        self._paths: tuple[Path, ...] | None = None
        self.tiles: dict[Path, PhotoTile] = {}
        self.again = SecondaryButton(self.tr("Look for photos again"), "refresh")
        self.again.clicked.connect(self.again_pressed)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._held)
        self._column.addWidget(self.count)
        self._column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        self._hold(Placeholder("", self.tr("Photos are being looked for…")))

    def show_state(self, state: NewRequestState) -> None:
        """Tiles for what is at hand; a problem in words."""
        if state.pictures is not None:
            paths = tuple(picture.path for picture in state.pictures)
            if paths != self._paths:
                self._paths = paths
                self._hold(self._grid(paths))
            for picture in state.pictures:
                self.tiles[picture.path].show_picture(picture, chosen=picture.path in state.chosen)
        chosen = len(state.chosen)
        self.count.setText(self.tr("%n photo(s) will go along.", "", chosen) if chosen else "")
        self.count.setVisible(bool(chosen))
        if state.photo_problem:
            self.banner.say(Tone.ATTENTION, PhotoWords().problem(state.photo_problem))
        else:
            self.banner.hush()

    def _hold(self, held: QWidget) -> None:
        self._column.replaceWidget(self._held, held)
        discard(self._held)
        self._held = held

    def _grid(self, paths: tuple[Path, ...]) -> QWidget:
        self.tiles = {}
        if not paths:
            return Placeholder(
                "camera",
                self.tr("There is no photo here."),
                self.tr("Put the object or your telephone under the camera, or go on without a photo."),
            )
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(current().scale.gap)
        for place, path in enumerate(paths):
            tile = PhotoTile(place + 1)
            tile.clicked.connect(lambda _on=False, of=path: self.touched.emit(of))
            self.tiles[path] = tile
            grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        grid.setColumnStretch(COLUMNS, 1)
        return held


def fitted(content: bytes, side: int) -> QPixmap:
    """The picture within a square of `side` pixels."""
    whole = QPixmap()
    whole.loadFromData(content, "JPEG")
    return whole.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
