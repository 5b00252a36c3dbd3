"""The words, amounts and dates of papers in the reader's language."""

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

from desktop.documents.consistency import require, require_aware
from desktop.documents.language import words_en, words_fr
from desktop.documents.language.typography import NBSP, typeset
from desktop.documents.parties import Person
from desktop.rules.money import format_cents

PARIS: Final = ZoneInfo("Europe/Paris")
LANGUAGES: Final = ("fr", "en")
_SPELLERS: Final = {"fr": words_fr.amount_in_words, "en": words_en.amount_in_words}


@cache
def texts(language: str) -> dict[str, str]:
    """Every sentence of a language by its dotted key, typeset: those of each file of its folder."""
    folder = files("desktop.resources").joinpath("documents", language)
    return {
        f"{table}.{key}": typeset(sentence, language)
        for file in sorted(folder.iterdir(), key=lambda each: each.name)
        for table, sentences in tomllib.loads(file.read_text("utf-8")).items()
        for key, sentence in sentences.items()
    }


@dataclass(frozen=True)
class Wording:
    """Turns facts into words. A language is a text file, a speller of amounts and the orders below."""

    language: str = "fr"
    _texts: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        require(self.language in LANGUAGES, "language", "unknown_language", language=self.language)
        object.__setattr__(self, "_texts", texts(self.language))

    @property
    def tag(self) -> str:
        """The language as a PDF reader or a screen reader wants it, such as fr-FR."""
        return self._texts["language.tag"]

    def translate(self, key: str, **values: object) -> str:
        """Return the sentence of a key with its values; a key nobody wrote is a `KeyError`."""
        sentence = self._texts[key]
        return sentence.format_map(values) if values else sentence

    def money(self, cents: int) -> str:
        """1 234,56 € in French, €1,234.56 in English; a true minus sign below zero."""
        return format_cents(cents, self.language)

    def amount_in_words(self, cents: int) -> str:
        """The amount spelt out, as a receipt has to."""
        return _SPELLERS[self.language](cents)

    def month(self, number: int) -> str:
        """The name of month 1 to 12."""
        return self._texts[f"month.m{number:02d}"]

    def day(self, day: date) -> str:
        """1er novembre 2026."""
        ordinal = "1er" if self.language == "fr" and day.day == 1 else str(day.day)
        return NBSP.join((ordinal, self.month(day.month), str(day.year)))

    def short_day(self, day: date) -> str:
        """01/11/2026, in both languages: these papers are read in France."""
        return f"{day:%d/%m/%Y}"

    def time(self, moment: datetime) -> str:
        """10 h 05 in French, 10:05 in English, on the clock of Paris."""
        local = local_time(moment)
        return f"{local.hour}{NBSP}h{NBSP}{local:%M}" if self.language == "fr" else f"{local:%H:%M}"

    def moment(self, moment: datetime) -> str:
        """22 novembre 2026 à 10 h 42, on the clock of Paris."""
        return self.translate("date.moment", day=self.day(local_day(moment)), time=self.time(moment))

    def period(self, period: str) -> str:
        """The month of a term, "2026-11", in words: novembre 2026."""
        year, month = _year_and_month(period)
        return f"{self.month(month)}{NBSP}{year}"

    def of_period(self, period: str) -> str:
        """The month with its preposition, elided: de novembre 2026, d’octobre 2026."""
        words = self.period(period)
        if self.language == "en":
            return f"of {words}"
        return f"d’{words}" if words[0] in "ao" else f"de {words}"

    def person(self, person: Person) -> str:
        """Mme Diane EL AMRANI."""
        named = " ".join(filter(None, (person.first, person.last)))
        civility = self._texts.get(f"civility.{person.civility.strip('.').lower()}", person.civility)
        return f"{civility}{NBSP}{named}" if civility else named

    def people(self, people: tuple[Person, ...]) -> str:
        """All names in one line, with the last "and"."""
        names = [self.person(person) for person in people]
        joint = f" {self._texts['language.and']} "
        return joint.join(filter(None, (", ".join(names[:-1]), names[-1])))


def local_time(moment: datetime) -> datetime:
    """The same moment on the clock of Paris; a time without a zone is refused."""
    require_aware(moment, "moment")
    return moment.astimezone(PARIS)


def local_day(moment: datetime) -> date:
    """The day of a moment in Paris: 23:30 UTC is already tomorrow there."""
    return local_time(moment).date()


def _year_and_month(period: str) -> tuple[int, int]:
    year, _, month = period.partition("-")
    readable = year.isdecimal() and month.isdecimal() and len(year) == 4 and 1 <= int(month) <= 12
    require(readable, "period", "not_a_month", period=period)
    return int(year), int(month)
