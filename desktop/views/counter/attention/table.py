"""What staff should look at and what still waits, as one table."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from desktop.services.access.staff_locks import LockedStaff
from desktop.services.warnings import WarningView
from desktop.sync.standing import AttentionItem
from desktop.views.common.table import Column, Rows
from desktop.views.common.theme import current
from desktop.views.common.words import PARIS, clock, money, short_day
from desktop.views.counter.attention.presenter import Item
from desktop.views.counter.attention.words import standing_words, what_words

_GRAVE = frozenset({"refused", "not_replayed", "undone"})
_LARGE = 1.5
"""From this size of text on, only what was done and how it stands stays on a line."""


def item_rows() -> Rows[Item]:
    """When, what, how much, and how it stands."""
    translate = QCoreApplication.translate
    when: Column[Item] = Column(translate("attention", "When"), _short_when)
    what: Column[Item] = Column(translate("attention", "What"), what_words, stretch=True)
    amount: Column[Item] = Column(translate("attention", "Amount"), amount_words, figures=True)
    stands: Column[Item] = Column(translate("attention", "State"), standing_words, state=_colour, icon=_icon)
    large = current().scale.text >= _LARGE
    return Rows([what, stands] if large else [when, what, amount, stands])


def when_words(item: Item) -> str:
    at = _at(item)
    return f"{short_day(at.astimezone(PARIS).date())} {clock(at)}"


def _short_when(item: Item) -> str:
    """Without the year, which leaves room for what was done."""
    at = _at(item)
    return f"{at.astimezone(PARIS):%d/%m} {clock(at)}"


def _at(item: Item) -> datetime:
    if isinstance(item, WarningView):
        return item.done_at
    if isinstance(item, LockedStaff):
        return item.locked_at
    return datetime.fromtimestamp(item.occurred_at / 1000, UTC)


def amount_words(item: Item) -> str:
    """How much money it is about, if it is about money."""
    cents = None if isinstance(item, LockedStaff) else item.amount_cents
    return "" if cents is None else money(cents)


def lease_of(item: Item | None) -> str:
    """The lease it is about, if it is about one."""
    return "" if item is None or isinstance(item, LockedStaff) else item.lease_id


def _colour(item: Item) -> str:
    if isinstance(item, WarningView | LockedStaff):
        return "danger"
    if not isinstance(item, AttentionItem):
        return "action"
    return "danger" if item.status in _GRAVE else "attention"


def _icon(item: Item) -> str:
    if isinstance(item, WarningView):
        return "warning"
    if isinstance(item, LockedStaff):
        return "lock"
    if not isinstance(item, AttentionItem):
        return "sync"
    return "error" if item.status in _GRAVE else {"parked": "clock"}.get(item.status, "warning")
