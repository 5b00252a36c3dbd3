"""A table as tall as its rows: the page scrolls as one, and no finger is caught in a box within a box."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSizePolicy

from desktop.views.common.icons import square
from desktop.views.common.table import Table
from desktop.views.common.theme import current

NARROW_EMS: Final = 26
"""Below this width, in heights of the text, a table shows less in each row, on two lines."""


def grown(table: Table, *, only_wide: Collection[int] = (), only_narrow: Collection[int] = ()) -> Table:
    """Give `table` the height of all its rows; some columns are shown only where there is room, or is not."""
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    table.setIconSize(square(current().scale.icon))
    _Growth(table, only_wide, only_narrow)
    return table


class _Growth(QObject):
    """Follows the width of a table."""

    def __init__(self, table: Table, only_wide: Collection[int], only_narrow: Collection[int]) -> None:
        super().__init__(table)
        self._table = table
        self._only_wide = only_wide
        self._only_narrow = only_narrow
        self._narrow: bool | None = None
        self._one_line = table.verticalHeader().defaultSectionSize()
        table.installEventFilter(self)
        self._fit(narrow=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the table changes its width."""
        if event.type() == QEvent.Type.Resize:
            self._fit(narrow=self._table.width() < NARROW_EMS * current().scale.font("body"))
        return super().eventFilter(watched, event)

    def _fit(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        table, line = self._table, round(current().scale.font("body") * 1.35)
        for column in self._only_wide:
            table.setColumnHidden(column, narrow)
        for column in self._only_narrow:
            table.setColumnHidden(column, not narrow)
        table.setWordWrap(narrow)
        row = max(self._one_line, 2 * line + current().scale.space(2)) if narrow else self._one_line
        table.verticalHeader().setDefaultSectionSize(row)
        table.ensurePolished()
        header = table.horizontalHeader()
        header.ensurePolished()
        rows = table.model().rowCount()
        table.setFixedHeight(header.sizeHint().height() + rows * row + 2 * table.frameWidth() + 4)
