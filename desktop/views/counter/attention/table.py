"""What staff should look at, as a table."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from desktop.sync.journal import AttentionItem
from desktop.views.common.table import Column, Rows
from desktop.views.common.words import PARIS, clock, short_day
from desktop.views.counter.attention.words import actor_words, kind_words


def moment_of(item: AttentionItem) -> datetime:
    """When it was done at the station."""
    return datetime.fromtimestamp(item.occurred_at / 1000, UTC)


def item_rows() -> Rows[AttentionItem]:
    """When, what, who."""
    translate = QCoreApplication.translate
    return Rows(
        [
            Column(translate("attention", "When"), _when),
            Column(translate("attention", "What"), lambda row: kind_words(row.kind), stretch=True),
            Column(translate("attention", "Who"), lambda row: actor_words(row.actor)),
        ]
    )


def _when(item: AttentionItem) -> str:
    at = moment_of(item)
    return f"{short_day(at.astimezone(PARIS).date())} {clock(at)}"
