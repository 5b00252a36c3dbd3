"""The whole file of a lease at a glance, for the counter."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy.orm import Session

from desktop.services.card_charges import ChargeView
from desktop.services.requests import RequestRow
from desktop.services.statement import Change, LineView, Statement, TermView, statement

__all__ = [
    "Change",
    "ChargeView",
    "DwellingView",
    "Holder",
    "LeaseCard",
    "LineView",
    "PaymentView",
    "ReceiptView",
    "RequestRow",
    "Statement",
    "TermView",
    "lease_card",
    "statement",
]


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder of the lease. `last_name` is the name in use, `birth_name` the other one or empty."""

    tenant_id: str
    civility: str
    first_name: str
    last_name: str
    birth_name: str
    birth_date: date
    phones: tuple[str, ...]
    email: str
    language: str


@dataclass(frozen=True, slots=True)
class DwellingView:
    """`address`: postal lines, the last is postcode and town. `surface` in hundredths of a square metre."""

    id: str
    address: tuple[str, ...]
    kind: str
    rooms: int
    surface: int
    building: str
    staircase: str
    floor: str
    door: str


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """The paper of a payment. `number` is the printed one, `canonical` central's once it has confirmed."""

    id: str
    kind: str
    number: str
    canonical: str | None
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A payment taken at a station. `means`: cash, cheque or card."""

    id: str
    taken_at: datetime
    means: str
    amount_cents: int
    credit_cents: int
    reference: str
    card_last4: str
    receipt: ReceiptView | None


@dataclass(frozen=True, slots=True)
class LeaseCard:
    """Everything the counter shows of a lease. Monthly amounts in cents; `iban_end`: its last four signs."""

    lease_id: str
    kind: str
    starts_on: date
    ends_on: date | None
    rent_cents: int
    charges_cents: int
    deposit_cents: int
    housing_benefit_cents: int
    solidarity_reduction_cents: int
    solidarity_supplement_cents: int
    payment_means: str
    debit_day: int | None
    iban_end: str
    holders: tuple[Holder, ...]
    dwelling: DwellingView | None
    balance_cents: int
    open_terms: tuple[TermView, ...]
    lines: tuple[LineView, ...]
    payments: tuple[PaymentView, ...]
    doubts: tuple[ChargeView, ...]
    requests: tuple[RequestRow, ...]
    account_state: Literal["none", "active", "locked"]
    activated_at: datetime | None
    activation_state: Literal["none", "valid", "expired", "used"]
    activation_expires_on: date | None
    insurance_state: Literal["none", "valid", "expired"]
    insurer: str
    insured_until: date | None


def lease_card(session: Session, lease_id: str, today: date) -> LeaseCard:
    """Everything about a lease; the last 24 lines, payments newest first. Raises Refused("lease_unknown")."""
    raise NotImplementedError
