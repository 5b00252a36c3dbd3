"""Reading and typing on a window of the kiosk, and letting its work end."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.views.common.table import Table


def settle_by_hand(app: QApplication, settle_lanes: Callable[[], None]) -> Callable[[], None]:
    """For lanes by hand: work and events in turns until both are still."""

    def settle() -> None:
        for _ in range(4):
            settle_lanes()
            app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    return settle


def settle_of(app: QApplication, lanes: Sequence[Any], seconds: float = 20) -> Callable[[], None]:
    """For real lanes: hands out events until no lane is busy any more."""

    def settle() -> None:
        until = monotonic() + seconds
        calm = 0
        while calm < 3:
            app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            calm = 0 if any(lane.busy for lane in lanes) else calm + 1
            assert monotonic() < until, "the kiosk does not come to rest"

    return settle


def type_sign(edit: QLineEdit | QPlainTextEdit, sign: str) -> None:
    """One sign, also one that no key of this machine has."""
    if sign == "\n":
        QTest.keyClick(edit, Qt.Key.Key_Return)
    elif sign.isascii():
        QTest.keyClicks(edit, sign)
    else:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, edit, Qt.Key.Key_unknown, sign, Qt.KeyboardModifier.NoModifier
        )


def texts(widget: QWidget) -> list[str]:
    """Every word on `widget` that can be seen: labels, buttons, tables, entries that show what was typed."""
    seen = [child for child in (widget, *widget.findChildren(QWidget)) if child.isVisible()]
    return [plain(words) for child in seen for words in _written_on(child) if words]


def plain(words: str) -> str:
    """With ordinary spaces, as one reads them."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def _written_on(child: QWidget) -> list[str]:
    match child:
        case QLabel() | QAbstractButton():
            return [child.text()]
        case QLineEdit() if child.echoMode() is QLineEdit.EchoMode.Normal:
            return [child.text()]
        case QPlainTextEdit():
            return [child.toPlainText()]
        case Table():
            return table_rows(child)
    return []


def table_rows(table: Table | None) -> list[str]:
    """The rows of a table as one reads them."""
    if table is None:
        return []
    model = table.model()
    columns = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
    return [
        " | ".join(str(model.data(model.index(row, column))) for column in columns)
        for row in range(model.rowCount())
    ]


def first_shown(table: Table) -> int:
    return next(column for column in range(table.model().columnCount()) if not table.isColumnHidden(column))
