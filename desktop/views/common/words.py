"""Amounts, dates and moments as people read them, in the language in force."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

PARIS = ZoneInfo("Europe/Paris")
_NARROW = "\u202f"  # the house font has no glyph for it: an ordinary no-break space stands in
_NBSP = "\u00a0"
MASKED = "•••"


def money(cents: int) -> str:
    """Integer cents as an amount with its currency: 123456 → « 1 234,56 € »."""
    amount = QLocale().toString(abs(cents) / 100, "f", 2).replace(_NARROW, _NBSP)
    sign = "−" if cents < 0 else ""
    return (
        f"{sign}€{amount}" if QLocale().language() is QLocale.Language.English else f"{sign}{amount}{_NBSP}€"
    )


def day(when: date) -> str:
    """A date in words: « dimanche 22 novembre 2026 »."""
    return _spell(when, "dddd d MMMM yyyy")


def far_day(when: date) -> str:
    """A date in words when its weekday tells nobody anything: « 22 novembre 2027 »."""
    return _spell(when, "d MMMM yyyy")


def short_day(when: date) -> str:
    """A date in figures, for tables: « 22/11/2026 »."""
    return _spell(when, "dd/MM/yyyy")


def period(month: str) -> str:
    """A month given as `2026-11`: « novembre 2026 »."""
    return _spell(date.fromisoformat(f"{month}-01"), "MMMM yyyy")


def clock(at: datetime) -> str:
    """The time of day in Paris: « 14:05 »."""
    local = at.astimezone(PARIS)
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def moment(at: datetime, now: datetime) -> str:
    """How long ago: just now, minutes, today or yesterday at a time, then the date. Both times aware."""
    passed = now - at
    if passed < timedelta(minutes=1):
        return QCoreApplication.translate("words", "just now")
    if passed < timedelta(hours=1):
        minutes = int(passed.total_seconds() // 60)
        return QCoreApplication.translate("words", "{minutes} min ago").format(minutes=minutes)
    days = (now.astimezone(PARIS).date() - at.astimezone(PARIS).date()).days
    if days == 0:
        return QCoreApplication.translate("words", "today at {time}").format(time=clock(at))
    if days == 1:
        return QCoreApplication.translate("words", "yesterday at {time}").format(time=clock(at))
    return QCoreApplication.translate("words", "{day} at {time}").format(
        day=far_day(at.astimezone(PARIS).date()), time=clock(at)
    )


def _spell(when: date, pattern: str) -> str:
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)
