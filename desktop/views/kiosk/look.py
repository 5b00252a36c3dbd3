"""How the kiosk looks and speaks during one visit; every new visit starts from the same look."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtWidgets import QApplication

from desktop.views.common import language as languages
from desktop.views.common import theme
from desktop.views.common.language import Language
from desktop.views.common.theme import CONTRAST, LIGHT, TEXT_SCALES, Kind, Scale


@dataclass(frozen=True, slots=True)
class KioskLook:
    """Language, size of the text and contrast, as the person in front of the kiosk chose them."""

    language: Language = Language.FR
    text: float = 1.0
    contrast: bool = False

    def next_language(self) -> Language:
        """The one a touch on the language button turns to."""
        offered = languages.offered()
        if self.language not in offered:
            return offered[0]
        return offered[(offered.index(self.language) + 1) % len(offered)]

    def speaking(self, language: Language) -> "KioskLook":
        """The same look in another language."""
        return replace(self, language=language)

    def larger(self) -> "KioskLook":
        """The next size of text; after the largest, the first again."""
        place = TEXT_SCALES.index(self.text)
        return replace(self, text=TEXT_SCALES[(place + 1) % len(TEXT_SCALES)])

    def other_contrast(self) -> "KioskLook":
        """High contrast on or off."""
        return replace(self, contrast=not self.contrast)

    def put_on(self, app: QApplication, px_per_mm: float) -> None:
        """Dress the application. Screens built before must be built again."""
        languages.install(app, self.language)
        tokens = CONTRAST if self.contrast else LIGHT
        theme.apply(app, tokens, Scale(Kind.KIOSK, px_per_mm, self.text), self.language)


FIRST_LOOK: Final = KioskLook()
