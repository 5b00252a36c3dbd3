"""A table as tall as its rows: the page scrolls as one, and no finger is caught in a box within a box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from desktop.views.common.icons import square
from desktop.views.common.table import Table
from desktop.views.common.theme import current


def grown(table: Table) -> Table:
    """Give `table` the height of all its rows."""
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    table.setIconSize(square(current().scale.icon))
    table.ensurePolished()
    header = table.horizontalHeader()
    header.ensurePolished()
    rows = table.model().rowCount()
    table.setFixedHeight(
        header.sizeHint().height()
        + rows * table.verticalHeader().defaultSectionSize()
        + 2 * table.frameWidth()
        + 4
    )
    return table
