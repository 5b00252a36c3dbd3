"""Turns tokens, scale and language into the look of the whole application."""

from dataclasses import asdict, dataclass
from enum import Enum, auto
from string import Template
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.common.bundle import RESOURCES
from desktop.views.common.language import Language
from desktop.views.common.tokens import CONTRAST, LIGHT, Tokens

__all__ = [
    "CONTRAST",
    "LIGHT",
    "Kind",
    "Scale",
    "Theme",
    "Tokens",
    "apply",
    "current",
    "restyle",
]

RATIO: Final = 1.25
TEXT_SCALES: Final = (1.0, 1.5, 2.0)
FAMILIES: Final = ["Atkinson Hyperlegible", "Noto Sans Arabic"]
PROPERTY: Final = "guichet_theme"
_STEPS: Final = {"caption": -1, "tool": -1, "body": 0, "lead": 1, "title": 2, "headline": 3, "money": 4}
_GROWTH: Final = {"tool": 0.5, "lead": 0.8, "title": 0.6, "headline": 0.5, "money": 0.4}


class Kind(Enum):
    """Which of the two stations the screen belongs to."""

    KIOSK = auto()
    COUNTER = auto()


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes: the kiosk counts in millimetres (21.5" full HD: 4.03 px a millimetre), the counter in pixels."""

    kind: Kind = Kind.KIOSK
    px_per_mm: float = 4.03
    text: float = 1.0

    @property
    def kiosk(self) -> bool:
        """Whether fingers, not a mouse, are at work."""
        return self.kind is Kind.KIOSK

    def mm(self, millimetres: float) -> int:
        """Millimetres on the glass, in pixels, never less."""
        return -int(-millimetres * self.px_per_mm // 1)

    def font(self, step: str) -> int:
        """Pixel size of a step of the type scale; big steps grow less than the text people read."""
        base = 28 if self.kiosk else 20
        growth = 1 + (self.text - 1) * _GROWTH.get(step, 1.0)
        return round(base * RATIO ** _STEPS[step] * growth)

    def space(self, units: float) -> int:
        """Multiples of the 8-pixel grid."""
        return round(8 * units)

    @property
    def target(self) -> int:
        """Smallest side of anything that can be touched: 20 mm at the kiosk, 44 px at the counter."""
        return self.mm(20) if self.kiosk else 44

    @property
    def gap(self) -> int:
        """Smallest distance between two targets: 3 mm at the kiosk."""
        return max(self.mm(3), 8) if self.kiosk else 8

    @property
    def icon(self) -> int:
        """Side of an icon that stands beside body text."""
        return round(self.font("body") * 1.15)


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything the widgets need to know about the look."""

    tokens: Tokens
    scale: Scale
    language: Language


def apply(app: QApplication, tokens: Tokens, scale: Scale, language: Language) -> Theme:
    """Dress the application. Widgets built before keep their icons: rebuild the screen afterwards."""
    theme = Theme(tokens, scale, language)
    _load_fonts(app)
    app.setProperty(PROPERTY, theme)
    QPixmapCache.clear()
    app.setStyle("fusion")
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language.rtl else Qt.LayoutDirection.LeftToRight)
    app.setPalette(_palette(tokens))
    app.setFont(text_font(scale.font("body")))
    app.setStyleSheet(stylesheet(theme))
    return theme


def current() -> Theme:
    """The theme in force; before `apply`, the kiosk's light one in French."""
    app = QApplication.instance()
    theme = app.property(PROPERTY) if app is not None else None
    return cast("Theme", theme) if theme is not None else Theme(LIGHT, Scale(), Language.FR)


def text_font(pixels: int) -> QFont:
    """The house font with figures of one width."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def restyle(widget: QWidget, **properties: object) -> None:
    """Set the dynamic properties that choose a variant, and have the stylesheet look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def stylesheet(theme: Theme) -> str:
    """The one stylesheet, with the tokens and sizes filled in."""
    template = Template((RESOURCES / "qss" / "guichet.qss").read_text(encoding="utf-8"))
    scale = theme.scale
    ring = 3 if scale.kiosk else 2
    sizes = {f"font_{step}": scale.font(step) for step in _STEPS}
    lengths = {
        "target": scale.target,
        "gap": scale.gap,
        "half": scale.space(0.5),
        "one": scale.space(1),
        "two": scale.space(2),
        "header_side": scale.space(2) + 3,
        "radius": 12,
        "radius_small": 8,
        "focus_px": ring,
        "key_inner": scale.target - theme.tokens.line_px - 3,
        "button_inner": scale.target - 2 * ring,
        "scroll": 16 if scale.kiosk else 12,
        "scroll_margin": 4 if scale.kiosk else 2,
        "button_side": scale.space(4) if scale.kiosk else scale.space(2.5),
        "field_side": scale.space(2.5) if scale.kiosk else scale.space(1.5),
        "font_key": round(28 * (1 + (scale.text - 1) * 0.3)),
        "font_keyword": round(24 * (1 + (scale.text - 1) * 0.2)),
        "field_height": scale.target - 2 * ring,
        "strip_px": theme.tokens.line_px if theme.tokens.line_px > 1 else 0,
    }
    return template.substitute(asdict(theme.tokens) | sizes | lengths)


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for part, colour in {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.ink,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.ink,
        role.PlaceholderText: tokens.muted,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.Accent: tokens.action,
    }.items():
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(tokens.disabled))
    return palette


def _load_fonts(app: QApplication) -> None:
    if app.property("guichet_fonts"):
        return
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)
    app.setProperty("guichet_fonts", True)
