"""How the counter looks and speaks; each agent may make the text larger or change the language."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtWidgets import QApplication

from desktop.views.common import language as languages
from desktop.views.common import theme
from desktop.views.common.language import Language
from desktop.views.common.theme import LIGHT, TEXT_SCALES, Kind, Scale

LANGUAGES: Final = (Language.FR, Language.EN)
"""Staff work in French or English; the kiosk speaks more."""


@dataclass(frozen=True, slots=True)
class CounterLook:
    """Language and size of the text."""

    language: Language = Language.FR
    text: float = 1.0

    @property
    def other_language(self) -> Language:
        """The one a click turns to; the same when no other ships."""
        offered = [each for each in LANGUAGES if each in languages.offered() and each is not self.language]
        return offered[0] if offered else self.language

    def speaking(self, language: Language) -> "CounterLook":
        """The same look in another language."""
        return replace(self, language=language)

    def larger(self) -> "CounterLook":
        """The next size of text; after the largest, the first again."""
        place = TEXT_SCALES.index(self.text)
        return replace(self, text=TEXT_SCALES[(place + 1) % len(TEXT_SCALES)])

    def put_on(self, app: QApplication) -> None:
        """Dress the application. Screens built before must be built again."""
        languages.install(app, self.language)
        theme.apply(app, LIGHT, Scale(Kind.COUNTER, text=self.text), self.language)
