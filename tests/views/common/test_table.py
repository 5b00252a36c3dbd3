"""Tables: rows of the right height, figures at the end, a model Qt has nothing to say about."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.views.common.table import Column, Rows, Table
from desktop.views.common.theme import Kind, Scale, current
from desktop.views.common.words import money
from tests.views.common.conftest import Dress, Show

Line = tuple[str, int]
LINES: list[Line] = [("Rent", 51_240), ("Payment", -40_000), ("Charges", 14_310)]


def _rows(lines: list[Line] = LINES) -> Rows[Line]:
    rows: Rows[Line] = Rows(
        [
            Column("What", lambda line: line[0], stretch=True),
            Column(
                "Amount",
                lambda line: money(line[1]),
                figures=True,
                state=lambda line: "success" if line[1] < 0 else "",
                icon=lambda line: "check" if line[1] < 0 else "",
            ),
        ]
    )
    rows.show_rows(lines)
    return rows


def test_the_model_is_a_good_one(qtmodeltester: ModelTester, dress: Dress) -> None:
    qtmodeltester.check(_rows())


def test_amounts_stand_at_the_end_and_credits_have_colour_and_icon(dress: Dress) -> None:
    rows = _rows()
    cell = rows.index(1, 1)
    assert rows.data(cell) == "−400,00\u00a0€"
    assert rows.data(cell, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignTrailing
    assert rows.data(cell, Qt.ItemDataRole.ForegroundRole).name() == current().tokens.success.lower()
    assert not rows.data(cell, Qt.ItemDataRole.DecorationRole).isNull()
    assert rows.data(rows.index(0, 1), Qt.ItemDataRole.ForegroundRole) is None


def test_a_row_is_opened_by_return_and_by_a_double_click(show: Show, qtbot: QtBot) -> None:
    table, heard = Table(_rows(), "Lines"), list[object]()
    table.opened.connect(heard.append)
    show(table, 600, 400)
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    table.doubleClicked.emit(table.model().index(2, 0))
    assert heard == [LINES[1], LINES[2]]


def test_the_selection_stays_when_values_change(show: Show) -> None:
    rows = _rows()
    table = Table(rows, "Lines")
    show(table, 600, 400)
    table.selectRow(2)
    rows.show_rows([("Rent", 1), ("Payment", 2), ("Charges", 3)])
    assert rows.row(table.currentIndex()) == ("Charges", 3)


def test_rows_are_as_high_as_a_target(dress: Dress, show: Show) -> None:
    dress(scale=Scale(Kind.COUNTER))
    table = Table(_rows(), "Lines")
    show(table, 600, 400)
    assert table.rowHeight(0) >= 44


def test_no_widget_is_made_for_a_row(show: Show) -> None:
    table = Table(_rows([("x", n) for n in range(1_000)]), "Lines")
    show(table, 600, 400)
    assert len(table.viewport().children()) == 0
