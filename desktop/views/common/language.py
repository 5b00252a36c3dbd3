"""The languages of the screens, and how one is put in force."""

from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.views.common.bundle import RESOURCES


class Language(Enum):
    """A language a person can choose; the value is its code."""

    FR = "fr"
    EN = "en"
    AR = "ar"

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self is Language.AR

    @property
    def own_name(self) -> str:
        """Its name as its speakers write it: never translated."""
        return {Language.FR: "Français", Language.EN: "English", Language.AR: "العربية"}[self]

    @property
    def locale(self) -> QLocale:
        """How dates and amounts are written; amounts keep Western figures everywhere."""
        tag = {Language.FR: "fr_FR", Language.EN: "en_GB", Language.AR: "ar_MA"}[self]
        return QLocale(tag)


_NAME: Final = "guichet_translator"


def offered() -> tuple[Language, ...]:
    """The languages this build can show, French first."""
    return tuple(language for language in Language if _file(language).exists())


def install(app: QCoreApplication, language: Language) -> None:
    """Put `language` in force for words, dates and amounts; screens built before must be built again.

    Raises `FileNotFoundError` when its translation does not ship.
    """
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    own = _load(app, str(_file(language)))
    if own is None:
        raise FileNotFoundError(_file(language))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _load(app, str(Path(qt) / f"qtbase_{language.value}.qm"))
    QLocale.setDefault(language.locale)


def _load(app: QCoreApplication, file: str) -> QTranslator | None:
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if not translator.load(file):
        translator.deleteLater()
        return None
    app.installTranslator(translator)
    return translator


def _file(language: Language) -> Path:
    return RESOURCES / "translations" / f"guichet_{language.value}.qm"
