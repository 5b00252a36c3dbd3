"""The tables of the account: one line a month, or one line of the ledger."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.services.ledger.statement import LineView, Statement, TermView
from desktop.views.common.table import Column, Rows
from desktop.views.common.words import money, period, short_day
from desktop.views.kiosk.account.operations import Operations


def month_rows(known: Statement) -> Rows[TermView]:
    """Newest month first: asked, paid, left."""
    translate = QCoreApplication.translate
    settled = translate("account", "paid")
    rows: Rows[TermView] = Rows(
        [
            Column(
                translate("account", "Month"), words=lambda term: _capital(period(term.period)), stretch=True
            ),
            Column(translate("account", "Asked"), words=lambda term: money(term.due_cents), figures=True),
            Column(translate("account", "Paid"), words=lambda term: money(term.paid_cents), figures=True),
            Column(
                translate("account", "Left to pay"),
                words=lambda term: money(term.open_cents) if term.open_cents else settled,
                figures=True,
                state=lambda term: "attention" if term.open_cents else "success",
            ),
        ]
    )
    rows.show_rows(sorted(known.terms, key=lambda term: term.period, reverse=True))
    return rows


def line_rows(lines: Sequence[LineView]) -> Rows[LineView]:
    """Date, what it is (for narrow screens both in one), amount; what lowers the debt bears a minus sign."""
    translate = QCoreApplication.translate
    names = Operations()

    def name(line: LineView) -> str:
        return names.operation(line.operation, credit=line.credit_cents > 0) or line.label

    rows: Rows[LineView] = Rows(
        [
            Column(translate("account", "Date"), words=lambda line: short_day(line.posted_on)),
            Column(translate("account", "What it is"), words=name, stretch=True),
            Column(
                translate("account", "What it is"),
                words=lambda line: f"{short_day(line.posted_on)} · {name(line)}",
                stretch=True,
            ),
            Column(
                translate("account", "Amount"),
                words=lambda line: money(line.debit_cents - line.credit_cents),
                figures=True,
                state=lambda line: "success" if line.credit_cents > line.debit_cents else "",
            ),
        ]
    )
    rows.show_rows(lines)
    return rows


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
