"""Reading and typing as a person does, and waiting until a window has come to rest."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.common.table import Table
from desktop.views.counter.shell import CounterShell


def settle_of(
    app: QApplication, shell: CounterShell, lanes: Sequence[Any], seconds: float = 20
) -> Callable[[], None]:
    """For real lanes: hands out events until no lane is busy and the screen shows what changed."""

    def settle() -> None:
        until = monotonic() + seconds
        calm = 0
        while calm < 3:
            app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            calm = 0 if shell.burst.behind or any(lane.busy for lane in lanes) else calm + 1
            assert monotonic() < until, "the counter does not come to rest"

    return settle


def said(banner: Any) -> str:
    """Both sentences of a strip; empty while it says nothing."""
    return plain(banner.accessibleName()) if banner.words else ""


def plain(words: str) -> str:
    """With ordinary spaces, as tests are written."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def rows_of(table: Table) -> list[list[str]]:
    """What a table shows, cell by cell."""
    model = table.model()
    return [
        [plain(str(model.index(row, column).data())) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def texts(widget: QWidget) -> list[str]:
    """Every text that can be seen in a widget, from the top."""
    shown = [each for each in widget.findChildren(QWidget) if each.isVisible()]
    found = (each.text() for each in shown if hasattr(each, "text") and isinstance(each.text(), str))
    return [plain(words) for words in found if words]


def type_sign(edit: QWidget, sign: str) -> None:
    if sign == "\n":
        QTest.keyClick(edit, Qt.Key.Key_Return)
    elif sign.isascii():
        QTest.keyClicks(edit, sign)
    else:
        edit.insert(sign) if hasattr(edit, "insert") else edit.insertPlainText(sign)
