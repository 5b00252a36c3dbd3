"""How much of what was taken is where, and which payments wait for a person."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.central.exporters.waiting import whereabouts
from desktop.central.store import Store
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import Payment
from desktop.models.payment_match import PaymentMatch
from desktop.models.receipt import Receipt
from desktop.rules.payment_state import PaymentState, sums
from desktop.services.days import local_day


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A payment of which a person must say something; `lines`: those of the accounts it may be."""

    payment: str
    reference: str
    taken_on: date
    lease: str
    means: str
    cents: int
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Books:
    """Cents by state, together all that was taken; and what waits."""

    sums: dict[str, int]
    to_check: list[ToCheck]


def books(store: Store) -> Books:
    """All payments that central has."""
    with store.database.read() as session:
        payments = list(session.scalars(select(Payment).order_by(Payment.taken_at, Payment.id)))
        known = whereabouts(session, payments)
        waiting = [each for each in payments if known[each.id].state is PaymentState.TO_CHECK]
        lines, numbers = _lines(session), _numbers(session)
        return Books(
            {state.value: cents for state, cents in sums(known.values()).items()},
            [
                ToCheck(
                    payment=each.id,
                    reference=numbers.get(each.id, ""),
                    taken_on=local_day(each.taken_at),
                    lease=each.lease_id,
                    means=each.means,
                    cents=each.amount_cents,
                    lines=lines[each.id],
                )
                for each in waiting
            ],
        )


def _numbers(session: Session) -> dict[str, str]:
    rows = session.execute(select(Receipt.payment_id, Receipt.number, Receipt.canonical))
    return {payment_id: canonical or number for payment_id, number, canonical in rows}


def _lines(session: Session) -> dict[str, list[str]]:
    """In words for the administrator: the number, day, lease, cents and label, and how it was found."""
    query = select(PaymentMatch, LedgerEntry).join(LedgerEntry, LedgerEntry.id == PaymentMatch.line_id)
    found: dict[str, list[str]] = defaultdict(list)
    for match, line in session.execute(query.order_by(PaymentMatch.payment_id, LedgerEntry.id)):
        cents = line.credit_cents - line.debit_cents
        said = f"{line.id} {line.posted_on} {line.lease_id} {cents / 100:,.2f} EUR {line.label} ({match.how})"
        found[match.payment_id].append(said)
    return found
