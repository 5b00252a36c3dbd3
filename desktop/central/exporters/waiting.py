"""Where each payment stands, and which of them wait for the next export."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session

from desktop.central.database.export_tables import ExportedPayment
from desktop.central.exporters.payment_file import ExportLine
from desktop.models.among import Among
from desktop.models.device import Device
from desktop.models.payment import Payment
from desktop.models.payment_match import PaymentMatch
from desktop.models.receipt import Receipt
from desktop.rules.means import Means
from desktop.rules.parameters import PAYMENTS_EXPORTED, Parameter
from desktop.rules.payment_state import Whereabouts
from desktop.services.days import local_day
from desktop.services.parameters import known_parameters

_REFERENCE = func.coalesce(Receipt.canonical, Receipt.number)
_MATCHED = exists().where(PaymentMatch.payment_id == Payment.id)
_EXPORTED = exists().where(ExportedPayment.payment_id == Payment.id)
_EXPORTED_OF = select(ExportedPayment.payment_id).where(Among(ExportedPayment.payment_id, bindparam("ids")))
_MATCHES_OF = select(PaymentMatch.payment_id, PaymentMatch.amount_cents, PaymentMatch.doubtful).where(
    Among(PaymentMatch.payment_id, bindparam("ids"))
)


@dataclass(frozen=True, slots=True)
class CutOver:
    """From which day on payments go out by export; what was taken before, the accountant has otherwise."""

    known: tuple[Parameter, ...]

    @classmethod
    def of(cls, session: Session) -> "CutOver":
        return cls(known_parameters(session, PAYMENTS_EXPORTED))

    def goes_by_export(self, payment: Payment) -> bool:
        """Whether this payment was taken on such a day."""
        day = local_day(payment.taken_at)
        holding = [each for each in self.known if each.valid_from <= day]
        return bool(holding and max(holding, key=lambda each: each.valid_from).value)


def handed_over(session: Session, payments: Iterable[Payment]) -> set[str]:
    """The ids of those that the accountant has: exported, or taken before exports began."""
    some = list(payments)
    exported = set(session.scalars(_EXPORTED_OF, {"ids": [each.id for each in some]}))
    cut_over = CutOver.of(session)
    return exported | {each.id for each in some if not cut_over.goes_by_export(each)}


def whereabouts(session: Session, payments: Iterable[Payment]) -> dict[str, Whereabouts]:
    """What is known of each of these payments, by id."""
    some = list(payments)
    out = handed_over(session, some)
    back: dict[str, int] = defaultdict(int)
    doubted = set()
    for payment_id, cents, doubtful in session.execute(_MATCHES_OF, {"ids": [each.id for each in some]}):
        back[payment_id] += max(cents, 0)
        if doubtful:
            doubted.add(payment_id)
    return {
        each.id: Whereabouts(
            each.amount_cents,
            came_back_cents=back[each.id],
            in_doubt=each.id in doubted,
            unproven=each.unproven,
            handed_over=each.id in out,
        )
        for each in some
    }


def waiting_lines(session: Session) -> list[ExportLine]:
    """The payments that the next export takes, by agency, in the order they were taken."""
    query = (
        select(Payment, _REFERENCE, Device.code)
        .join(Receipt, Receipt.payment_id == Payment.id)
        .outerjoin(Device, Device.id == Payment.device_id)
        .where(~_EXPORTED, ~_MATCHED, Payment.unproven.is_(False))
        .order_by(Payment.scope, Payment.taken_at, _REFERENCE)
    )
    rows = session.execute(query).all()
    known = whereabouts(session, (payment for payment, *_ in rows))
    return [
        ExportLine(
            payment_id=payment.id,
            reference=reference,
            lease_id=payment.lease_id,
            day=local_day(payment.taken_at),
            means=Means(payment.means),
            cents=payment.amount_cents,
            agency=payment.scope,
            station=station or "",
        )
        for payment, reference, station in rows
        if known[payment.id].goes_out
    ]
