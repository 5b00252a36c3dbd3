"""The hits as a table: who, which contract, where, how to call them, and what they owe."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.services.leases.search import Found
from desktop.views.common.table import Column, Rows
from desktop.views.common.theme import current
from desktop.views.common.words import money, short_day
from desktop.views.counter.kit.names import grouped

LARGE: Final = 1.5
"""From this size of text on, only what tells people apart and what they owe stays on a line."""


def found_rows() -> Rows[Found]:
    """An empty list of hits."""
    translate = QCoreApplication.translate
    name: Column[Found] = Column(translate("search", "Name"), lambda row: " · ".join(row.names))
    number: Column[Found] = Column(translate("search", "Contract"), lambda row: grouped(row.lease_id))
    address: Column[Found] = Column(translate("search", "Address"), _address, stretch=True)
    phone: Column[Found] = Column(translate("search", "Telephone"), lambda row: row.phone)
    owed: Column[Found] = Column(translate("search", "Balance"), balance, figures=True, state=balance_state)
    large = current().scale.text >= LARGE
    return Rows([name, address, owed] if large else [name, number, address, phone, owed])


def balance(row: Found) -> str:
    """What is owed, or what is held in advance."""
    translate = QCoreApplication.translate
    if row.balance_cents > 0:
        return translate("search", "owes {amount}").format(amount=money(row.balance_cents))
    if row.balance_cents < 0:
        return translate("search", "{amount} ahead").format(amount=money(-row.balance_cents))
    return translate("search", "nothing owed")


def balance_state(row: Found) -> str:
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
