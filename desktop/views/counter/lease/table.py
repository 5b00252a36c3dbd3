"""The middle of the file: ledger lines, payments with their receipts, requests."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.services.leases.leases import LeaseCard, LineView, RequestRow
from desktop.services.papers.papers import PaperView
from desktop.views.common.table import Column, Rows
from desktop.views.common.words import PARIS, money, period, short_day
from desktop.views.counter.kit.names import means_words
from desktop.views.counter.lease.words import reason_words
from desktop.views.counter.requests.words import category_icon, category_words, state_colour, state_words


def line_rows() -> Rows[LineView]:
    """The account, newest first; what came in is green and has a minus."""
    translate = QCoreApplication.translate
    return Rows(
        [
            Column(translate("lease", "Date"), lambda row: short_day(row.posted_on)),
            Column(translate("lease", "What"), lambda row: row.label, stretch=True),
            Column(
                translate("lease", "Amount"),
                lambda row: money(row.debit_cents - row.credit_cents),
                figures=True,
                state=lambda row: "success" if row.credit_cents else "ink",
            ),
        ]
    )


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper one may ask for, in the file it belongs to."""

    paper: PaperView
    card: LeaseCard


def paper_rows() -> Rows[PaperRow]:
    """Receipts of payments, then a rent receipt for each term that allows one."""
    translate = QCoreApplication.translate
    return Rows(
        [
            Column(
                translate("lease", "Paper"),
                _paper,
                stretch=True,
                icon=lambda row: "receipt" if row.paper.receipt_id else "paper",
                state=lambda row: "ink" if row.paper.allowed else "muted",
            ),
            Column(translate("lease", "State"), _standing, state=lambda _row: "muted"),
            Column(translate("lease", "Amount"), lambda row: money(row.paper.cents), figures=True),
        ]
    )


def _paper(row: PaperRow) -> str:
    translate = QCoreApplication.translate
    if row.paper.period is not None:
        return translate("lease", "Quittance of {month}").format(month=period(row.paper.period))
    found = (each for each in row.card.payments if each.receipt and each.receipt.id == row.paper.receipt_id)
    means = next((means_words(each.means) for each in found), "")
    number = translate("lease", "Receipt {number}").format(number=row.paper.number)
    return " · ".join(filter(None, (number, means)))


def _standing(row: PaperRow) -> str:
    if row.paper.at is not None:
        return short_day(row.paper.at.astimezone(PARIS).date())
    return reason_words(row.paper.reason_code)


def request_rows() -> Rows[RequestRow]:
    """What was asked of the landlord."""
    translate = QCoreApplication.translate
    return Rows(
        [
            Column(translate("lease", "Number"), lambda row: row.number),
            Column(
                translate("lease", "About"),
                lambda row: category_words(row.category),
                stretch=True,
                icon=lambda row: category_icon(row.category),
                state=lambda _row: "ink",
            ),
            Column(translate("lease", "State"), lambda row: state_words(row.state), state=state_colour),
        ]
    )
