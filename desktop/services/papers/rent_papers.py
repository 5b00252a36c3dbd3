"""The rent receipt of a term, from the ledger."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.documents.language.wording import Wording
from desktop.documents.rent.rent_record import LineKind, RentLine, RentReceipt, Settlement
from desktop.documents.seal import Duplicate
from desktop.errors import Refused
from desktop.models.payment import Payment
from desktop.rules.ledger import Line, Operation, Term
from desktop.rules.means import Means
from desktop.rules.receipt_gate import PaperKind
from desktop.rules.role import Role
from desktop.rules.station_kind import StationKind
from desktop.services.days import local_day
from desktop.services.entry import Who
from desktop.services.ledger.ledger import LeaseLedger, ledger_of
from desktop.services.ledger.settlements import Share, settled_by
from desktop.services.ledger.terms import decisions, means_by_line
from desktop.services.papers.paper_parties import parties_of
from desktop.services.papers.printable import About, Copies, Occasion, PaperLayout, Printable
from desktop.services.people import lease_known

_KINDS = {
    Operation.RENT.value: LineKind.RENT,
    Operation.SERVICE_CHARGES.value: LineKind.CHARGES,
    Operation.HOUSING_BENEFIT.value: LineKind.HOUSING_BENEFIT,
    Operation.SOLIDARITY_REDUCTION.value: LineKind.RLS,
    Operation.SOLIDARITY_SUPPLEMENT.value: LineKind.SLS,
    Operation.ADJUSTMENT.value: LineKind.ADJUSTMENT,
}
_LOWERS = (LineKind.RLS, LineKind.HOUSING_BENEFIT)
_RAISES = (LineKind.RENT, LineKind.CHARGES, LineKind.SLS)


@dataclass(frozen=True, slots=True)
class RentReceiptOf:
    """Asks for the rent receipt of a term ("2026-11")."""

    lease_id: str
    period: str


def rent_receipt(
    session: Session, lease_id: str, period: str, at: datetime, *, duplicate: Duplicate | None = None
) -> RentReceipt:
    """The rent receipt of a term, as far as the gate allows it at `at`; a duplicate bears the original's day.

    Raises Refused: lease_unknown, term_unknown, paper_not_allowed (fact `reason`: unpaid, part_paid,
    rentless, unread, unproven, uncleared, benefit_pending).
    """
    lease = lease_known(session, lease_id)
    known = ledger_of(session, lease_id)
    term = next((each for each in known.terms if each.period == period), None)
    if term is None:
        raise Refused("term_unknown", period=period)
    decision = decisions(session, known, local_day(at))[period]
    if decision.kind is not PaperKind.RENT_RECEIPT:
        raise Refused("paper_not_allowed", reason=decision.reason_code, period=period)
    lines = _lines(term)
    return RentReceipt(
        parties=parties_of(session, lease),
        number=number_of(lease_id, period),
        period=period,
        issued_on=local_day(duplicate.original_at if duplicate else at),
        lines=lines,
        total_cents=sum(line.cents for line in lines),
        settlements=_settlements(session, known, term),
        open_cents=term.open_cents,
        duplicate=duplicate,
    )


def number_of(lease_id: str, period: str) -> str:
    """A rent receipt's number: the same whenever it is printed again."""
    return f"{lease_id}-{period}"


def _lines(term: Term) -> tuple[RentLine, ...]:
    """One line a kind; what runs against its kind (a rent taken back) stands apart, under its own label."""
    sums: dict[LineKind, int] = {}
    apart: list[RentLine] = []
    for line in term.lines:
        kind = _KINDS.get(line.operation)
        if kind is None or _against(kind, line):
            apart.append(RentLine(kind=LineKind.OTHER, cents=line.net_cents, label=line.label))
        else:
            sums[kind] = sums.get(kind, 0) + line.net_cents
    return (*(RentLine(kind=kind, cents=sums[kind]) for kind in LineKind if kind in sums), *apart)


def _against(kind: LineKind, line: Line) -> bool:
    return (kind in _LOWERS and line.net_cents > 0) or (kind in _RAISES and line.net_cents < 0)


def _settlements(session: Session, known: LeaseLedger, term: Term) -> tuple[Settlement, ...]:
    shares = settled_by(known.lines, known.allocations, known.terms)[term.period]
    means = means_by_line(session, known)
    return tuple(_settlement(session, known, share, term, means) for share in shares)


def _settlement(
    session: Session, known: LeaseLedger, share: Share, term: Term, means: dict[str, Means]
) -> Settlement:
    if share.line is None:
        return Settlement(paid_on=term.due_on, means=Means.CREDIT, cents=share.cents)
    payment_id = known.payment_ids.get(share.line.id)
    payment = session.get(Payment, payment_id) if payment_id else None
    return Settlement(
        paid_on=local_day(payment.taken_at) if payment else share.line.posted_on,
        means=means[share.line.id],
        cents=share.cents,
        reference=payment.reference if payment else "",
    )


def _about(_session: Session, asked: RentReceiptOf, _device_id: str) -> About:
    return About(asked.lease_id, asked.period, number_of(asked.lease_id, asked.period))


def _facts(session: Session, asked: RentReceiptOf, occasion: Occasion) -> RentReceipt:
    return rent_receipt(session, asked.lease_id, asked.period, occasion.at, duplicate=occasion.duplicate)


def _drawn(receipt: RentReceipt, wording: Wording, _layout: PaperLayout) -> bytes:
    from desktop.documents.rent.rent_receipt import rent_receipt_pdf  # noqa: PLC0415 (with the first paper)

    return rent_receipt_pdf(receipt, wording)


def _proves(receipt: RentReceipt) -> dict[str, Any]:
    return {
        "number": receipt.number,
        "lease": receipt.parties.lease_number,
        "cents": receipt.total_cents,
        "on": receipt.issued_on.isoformat(),
    }


PAPER = Printable(
    name="rent_receipt",
    asked=RentReceiptOf,
    about=_about,
    facts=_facts,
    draw=_drawn,
    layouts=frozenset({PaperLayout.A4}),
    seal=_proves,
    copies=Copies.MARKED,
    by={StationKind.KIOSK: frozenset({Who.TENANT}), StationKind.COUNTER: frozenset(Role)},
)
