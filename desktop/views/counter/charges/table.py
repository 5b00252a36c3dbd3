"""Card payments in doubt as a table."""

from PySide6.QtCore import QCoreApplication

from desktop.views.common.table import Column, Rows
from desktop.views.common.words import PARIS, clock, money, short_day
from desktop.views.counter.charges.presenter import Doubt


def doubt_rows() -> Rows[Doubt]:
    """When, who, how much."""
    translate = QCoreApplication.translate
    return Rows(
        [
            Column(translate("charges", "When"), _when),
            Column(translate("charges", "Tenant"), lambda row: " · ".join(row.names), stretch=True),
            Column(translate("charges", "Amount"), lambda row: money(row.charge.amount_cents), figures=True),
        ]
    )


def _when(row: Doubt) -> str:
    at = row.charge.started_at
    return f"{short_day(at.astimezone(PARIS).date())} {clock(at)}"
