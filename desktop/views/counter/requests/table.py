"""The inbox as a table: what, who, since when, and until when an answer was promised."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.services.requests.requests import RequestRow
from desktop.views.common.table import Column, Rows
from desktop.views.common.words import short_day
from desktop.views.counter.requests.words import category_icon, category_words


class InboxRows(Rows[RequestRow]):
    """Late ones are marked in words and colour."""

    _today: date | None

    def __init__(self) -> None:
        self._today = None
        translate = QCoreApplication.translate
        super().__init__(
            [
                Column(
                    translate("requests", "Tenant"),
                    lambda row: " · ".join(row.names),
                    stretch=True,
                    icon=lambda row: category_icon(row.category),
                    state=lambda _row: "ink",
                ),
                Column(translate("requests", "About"), lambda row: category_words(row.category)),
                Column(translate("requests", "Due"), self._promise, state=self._colour),
            ]
        )

    def show_inbox(self, rows: Sequence[RequestRow], today: date | None) -> None:
        """Show these rows as they stand on that day."""
        self._today = today
        self.show_rows(rows)

    def late(self, row: RequestRow) -> bool:
        """Whether the promised day has passed without an answer."""
        return row.state == "open" and self._today is not None and row.promised_on < self._today

    def _promise(self, row: RequestRow) -> str:
        translate = QCoreApplication.translate
        if row.state == "answered":
            return translate("requests", "answered")
        return translate("requests", "late") if self.late(row) else short_day(row.promised_on)

    def _colour(self, row: RequestRow) -> str:
        if row.state == "answered":
            return "success"
        return "danger" if self.late(row) else "ink"
