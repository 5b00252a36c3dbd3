"""The whole file of a lease at a glance, for the counter."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.activation_code import ActivationCode
from desktop.models.dwelling import Dwelling
from desktop.models.payment import Payment
from desktop.models.receipt import Receipt
from desktop.models.tenant import UNKNOWN_BIRTH, Tenant
from desktop.models.tenant_account import TenantAccount
from desktop.rules.means import Means
from desktop.services.access import attempts
from desktop.services.addresses import address_lines
from desktop.services.insurance.insurance import insured
from desktop.services.ledger.statement import Change, LineView, Statement, TermView, statement
from desktop.services.payments.card_charges import ChargeView, charges_in_doubt
from desktop.services.people import holders_of, last_name, lease_known
from desktop.services.requests.requests import RequestRow, requests_of

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
    "payments_of",
    "statement",
]

LINES_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder of the lease. `last_name` is the name in use, `birth_name` the other one or empty."""

    tenant_id: str
    civility: str
    first_name: str
    last_name: str
    birth_name: str
    birth_date: date | None
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
    """A payment taken at a station."""

    id: str
    taken_at: datetime
    means: Means
    amount_cents: int
    credit_cents: int
    reference: str
    card_last4: str
    receipt: ReceiptView | None


@dataclass(frozen=True, slots=True)
class LeaseCard:
    """Everything the counter shows of a lease. Monthly amounts in cents; `iban_end`: its last four signs;
    `unread`: a line of the ledger could not be read.

    `account_state` is locked while signing in or activating is; used or unused, the code has its own state.
    """

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
    unread: bool = False


def lease_card(session: Session, lease_id: str, today: date) -> LeaseCard:
    """Everything about a lease; the last 24 lines, payments newest first. Raises Refused("lease_unknown")."""
    lease = lease_known(session, lease_id)
    account = session.get(TenantAccount, lease_id)
    code = session.get(ActivationCode, lease_id)
    money = statement(session, lease_id, today)
    insurance = insured(session, lease_id, today)
    return LeaseCard(
        lease_id=lease.id,
        kind=lease.kind,
        starts_on=lease.starts_on,
        ends_on=lease.ends_on,
        rent_cents=lease.rent_cents,
        charges_cents=lease.charges_cents,
        deposit_cents=lease.deposit_cents,
        housing_benefit_cents=lease.housing_benefit_cents,
        solidarity_reduction_cents=lease.solidarity_reduction_cents,
        solidarity_supplement_cents=lease.solidarity_supplement_cents,
        payment_means=lease.payment_means,
        debit_day=lease.debit_day,
        iban_end=(lease.iban or "")[-4:],
        holders=tuple(map(_holder, holders_of(session, lease))),
        dwelling=_dwelling_view(session.get(Dwelling, lease.dwelling_id)),
        balance_cents=money.balance_cents,
        open_terms=money.open_terms,
        lines=money.lines[:LINES_SHOWN],
        payments=payments_of(session, lease_id),
        doubts=charges_in_doubt(session, lease_id),
        requests=requests_of(session, lease_id),
        account_state=_account_state(session, lease_id, account, today),
        activated_at=account.activated_at if account else None,
        activation_state=_activation_state(code, today),
        activation_expires_on=code.expires_on if code else None,
        insurance_state=insurance.state,
        insurer=insurance.insurer,
        insured_until=insurance.until,
        unread=money.unread,
    )


def payments_of(session: Session, lease_id: str) -> tuple[PaymentView, ...]:
    """The payments taken for a lease at stations, newest first, each with its paper."""
    papers = session.scalars(select(Receipt).where(Receipt.lease_id == lease_id))
    receipts = {row.payment_id: row for row in papers}
    rows = session.scalars(
        select(Payment).where(Payment.lease_id == lease_id).order_by(Payment.taken_at.desc(), Payment.id)
    )
    return tuple(
        PaymentView(
            id=row.id,
            taken_at=row.taken_at,
            means=Means(row.means),
            amount_cents=row.amount_cents,
            credit_cents=row.credit_cents,
            reference=row.reference,
            card_last4=row.card_last4,
            receipt=_receipt_view(receipts.get(row.id)),
        )
        for row in rows
    )


def _receipt_view(row: Receipt | None) -> ReceiptView | None:
    return ReceiptView(row.id, row.kind, row.number, row.canonical, row.issued_at) if row else None


def _holder(tenant: Tenant) -> Holder:
    return Holder(
        tenant_id=tenant.id,
        civility=tenant.civility,
        first_name=tenant.first_name,
        last_name=last_name(tenant),
        birth_name=tenant.last_name if tenant.usage_name else "",
        birth_date=tenant.birth_date if tenant.birth_date != UNKNOWN_BIRTH else None,
        phones=tuple(filter(None, (tenant.mobile_phone, tenant.home_phone))),
        email=tenant.email,
        language=tenant.language,
    )


def _dwelling_view(row: Dwelling | None) -> DwellingView | None:
    if row is None:
        return None
    return DwellingView(
        id=row.id,
        address=address_lines(row),
        kind=row.kind,
        rooms=row.rooms,
        surface=row.surface,
        building=row.building,
        staircase=row.staircase,
        floor=row.floor,
        door=row.door,
    )


def _account_state(
    session: Session, lease_id: str, account: TenantAccount | None, today: date
) -> Literal["none", "active", "locked"]:
    kinds: tuple[attempts.Kind, ...] = ("sign_in", "activation")
    if any(attempts.is_locked(session, kind, lease_id, today) for kind in kinds):
        return "locked"
    return "active" if account else "none"


def _activation_state(
    code: ActivationCode | None, today: date
) -> Literal["none", "valid", "expired", "used"]:
    if code is None:
        return "none"
    if code.used_at is not None:
        return "used"
    return "expired" if code.expires_on < today else "valid"
