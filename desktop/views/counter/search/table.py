"""The hits as a table: who, which contract, where, how to call them, and what they owe."""

from PySide6.QtCore import QCoreApplication

from desktop.services.search import Found
from desktop.views.common.table import Column, Rows
from desktop.views.common.words import money, short_day
from desktop.views.counter.names import grouped


def found_rows() -> Rows[Found]:
    """An empty list of hits."""
    translate = QCoreApplication.translate
    return Rows(
        [
            Column(translate("search", "Name"), lambda row: " · ".join(row.names)),
            Column(translate("search", "Contract"), lambda row: grouped(row.lease_id)),
            Column(translate("search", "Address"), _address, stretch=True),
            Column(translate("search", "Telephone"), lambda row: row.phone),
            Column(translate("search", "Balance"), balance, figures=True, state=balance_state),
        ]
    )


def balance(row: Found) -> str:
    """What is owed, or what is held in advance."""
    translate = QCoreApplication.translate
    if row.balance_cents > 0:
        return translate("search", "owes {amount}").format(amount=money(row.balance_cents))
    if row.balance_cents < 0:
        return translate("search", "{amount} ahead").format(amount=money(-row.balance_cents))
    return translate("search", "nothing owed")


def balance_state(row: Found) -> str:
    """The colour that goes with it."""
    if row.balance_cents > 0:
        return "ink"
    return "success" if row.balance_cents < 0 else "muted"


def _address(row: Found) -> str:
    if row.ends_on is None:
        return row.address
    translate = QCoreApplication.translate
    return translate("search", "{address} (left on {day})").format(
        address=row.address, day=short_day(row.ends_on)
    )
