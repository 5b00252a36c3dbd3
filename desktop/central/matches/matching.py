"""Finds our payments among the landlord's lines, so that each counts once, in the same unit of work."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session, aliased

from desktop.central.database.agency_write import Work, agency_write
from desktop.central.exporters.waiting import handed_over
from desktop.models.among import Among
from desktop.models.database import Database
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import Payment
from desktop.models.payment_match import PaymentMatch
from desktop.models.receipt import Receipt
from desktop.rules.ledger import Operation
from desktop.rules.matching import How, Match, PostedLine, TakenMoney, matched
from desktop.rules.means import Means
from desktop.rules.parameters import MATCH_WORKING_DAYS
from desktop.services.days import local_day
from desktop.services.parameters import in_force
from desktop.services.payments.booking import ledger_line

LEASES_AT_ONCE: Final = 40
_VALUED_BEFORE: Final = timedelta(days=31)
"""An accountant may date a line before the payment that it names; so far back it is looked for."""

_LEASES: BindParameter[Any] = bindparam("leases")
_OWN = aliased(Lease)
_HELD = (
    select(Lease.id, Lease.holder_id)
    .join(_OWN, (_OWN.holder_id == Lease.holder_id) & (_OWN.scope == Lease.scope))
    .where(Among(_OWN.id, _LEASES))
    .distinct()
)
"""The leases asked about, and all others of the same people in the same agency, with their holders."""

_PAYMENTS = select(Payment).where(Among(Payment.lease_id, _LEASES), Payment.amount_cents > 0)
_NUMBERS = select(Receipt.payment_id, Receipt.number, Receipt.canonical).where(
    Among(Receipt.lease_id, _LEASES)
)
_LINE = LedgerEntry.__table__.c
_POSTED = select(
    _LINE.id,
    _LINE.lease_id,
    _LINE.posted_on,
    _LINE.label,
    _LINE.credit_cents - _LINE.debit_cents,
    _LINE.scope,
).where(
    Among(_LINE.lease_id, _LEASES),
    _LINE.operation == Operation.PAYMENT.value,
    _LINE.payment_id.is_(None),
    _LINE.posted_on >= bindparam("since"),
)
_MATCHES = select(PaymentMatch).where(Among(PaymentMatch.payment_id, bindparam("payments")))
_OPEN = (
    select(Payment.scope, Payment.lease_id)
    .join(LedgerEntry, LedgerEntry.id == Payment.id)
    .where(Payment.amount_cents > 0)
    .distinct()
)


def match_leases(work: Work, leases: Iterable[str]) -> None:
    """Matches all payments of these leases; what is so already is not written again.

    Raises NotAllowed for a lease whose scope is not locked.
    """
    session = work.session
    holders = {lease: holder for lease, holder in session.execute(_HELD, {"leases": sorted(set(leases))})}
    payments = list(session.scalars(_PAYMENTS, {"leases": sorted(holders)}))
    if not payments:
        return
    paying = {holders[payment.lease_id] for payment in payments}
    theirs = {lease: holder for lease, holder in holders.items() if holder in paying}
    since = min(local_day(payment.taken_at) for payment in payments) - _VALUED_BEFORE
    lines = session.execute(_POSTED, {"leases": sorted(theirs), "since": since}).all()
    known = list(session.scalars(_MATCHES, {"payments": [each.id for each in payments]}))
    found = _found(session, payments, [PostedLine(*line) for *line, _ in lines], known, theirs)
    _keep(session, known, found, {line.id: line.scope for line in lines})
    _stand_in(session, payments, found)


def match_open_payments(database: Database) -> None:
    """Looks once more for all that did not wholly come back, in short units of one agency each.

    What was taken offline, or under an earlier release, may have been in the accounts before it was here.
    """
    with database.read() as session:
        leases = session.execute(_OPEN).all()
    for scope, some in groupby(sorted(leases), itemgetter(0)):
        theirs = [lease for _, lease in some]
        for start in range(0, len(theirs), LEASES_AT_ONCE):
            with agency_write(database, {scope}) as work:
                match_leases(work, theirs[start : start + LEASES_AT_ONCE])


def _found(
    session: Session,
    payments: list[Payment],
    lines: list[PostedLine],
    known: list[PaymentMatch],
    holders: dict[str, str],
) -> list[Match]:
    """Person by person: what is paid for one lease may have been written on another of theirs."""
    within = in_force(session, MATCH_WORKING_DAYS, max(local_day(each.taken_at) for each in payments))
    numbers, out = _references(session, payments), handed_over(session, payments)
    held: dict[str, set[str]] = defaultdict(set)
    for lease, holder in holders.items():
        held[holder].add(lease)
    taken: dict[str, list[TakenMoney]] = defaultdict(list)
    for each in payments:
        holder = holders[each.lease_id]
        kin = frozenset(held[holder] - {each.lease_id})
        taken[holder].append(_taken(each, numbers[each.id], kin, is_out=each.id in out))
    posted: dict[str, list[PostedLine]] = defaultdict(list)
    for line in lines:
        posted[holders[line.lease_id]].append(line)
    decided: dict[str, list[Match]] = defaultdict(list)
    for row in known:
        if row.how == How.PERSON:
            decided[holders[row.lease_id]].append(_match(row))
    return [
        match
        for holder, theirs in taken.items()
        for match in matched(theirs, posted[holder], decided[holder], within)
    ]


def _references(session: Session, payments: list[Payment]) -> dict[str, tuple[str, ...]]:
    """The numbers that stand on the receipt of each payment."""
    leases = sorted({payment.lease_id for payment in payments})
    numbers: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for payment_id, number, canonical in session.execute(_NUMBERS, {"leases": leases}):
        numbers[payment_id] += tuple(filter(None, (number, canonical)))
    return numbers


def _taken(payment: Payment, references: tuple[str, ...], kin: frozenset[str], *, is_out: bool) -> TakenMoney:
    return TakenMoney(
        payment.id,
        payment.lease_id,
        Means(payment.means),
        payment.amount_cents,
        local_day(payment.taken_at),
        references,
        is_out,
        kin,
    )


def _match(row: PaymentMatch) -> Match:
    return Match(row.payment_id, row.line_id, row.lease_id, row.amount_cents, How(row.how), row.doubtful)


def _keep(
    session: Session, known: Collection[PaymentMatch], found: Sequence[Match], scopes: dict[str, str]
) -> None:
    """Writes what is new, and takes back what does not hold any more."""
    stored = {row.id: row for row in known}
    for match in found:
        row = stored.pop(_id(match), None)
        if row is None:
            scope = scopes[match.line_id]
            session.add(PaymentMatch(id=_id(match), scope=scope, **_said(match)))
        elif _match(row) != match:
            for name, value in _said(match).items():
                setattr(row, name, value)
    for row in stored.values():
        session.delete(row)
    session.flush()


def _id(match: Match) -> str:
    return str(uuid5(NAMESPACE_OID, f"payment_match {match.payment_id} {match.line_id}"))


def _said(match: Match) -> dict[str, Any]:
    return {
        "payment_id": match.payment_id,
        "line_id": match.line_id,
        "lease_id": match.lease_id,
        "amount_cents": match.cents,
        "how": match.how.value,
        "doubtful": match.doubtful,
    }


def _stand_in(session: Session, payments: list[Payment], found: Sequence[Match]) -> None:
    """A payment's own line holds what of it has not come back, and is there as long as anything has not."""
    back: dict[str, int] = defaultdict(int)
    for match in found:
        back[match.payment_id] += max(match.cents, 0)
    own = select(LedgerEntry).where(Among(LedgerEntry.id, bindparam("ids")))
    lines = {line.id: line for line in session.scalars(own, {"ids": [each.id for each in payments]})}
    for payment in payments:
        left, line = payment.amount_cents - back[payment.id], lines.get(payment.id)
        if left and line is None:
            session.add(LedgerEntry(**_own_line(payment, left)))
        elif line is not None and not left:
            session.delete(line)
        elif line is not None and line.credit_cents != left:
            line.credit_cents = left
    session.flush()


def _own_line(payment: Payment, left: int) -> dict[str, Any]:
    of_payment = {name: getattr(payment, name) for name in ("id", "scope", "lease_id", "means")}
    return ledger_line(of_payment | {"amount_cents": left}, local_day(payment.taken_at))
