"""A desk that takes money on a night's central, and an accountant who writes it into the ERP's ledger."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from uuid import UUID, uuid5

from desktop.central.database.agency_write import agency_write
from desktop.models.payment import Payment
from desktop.models.receipt import Receipt
from desktop.services.command import Context, Run
from desktop.services.ledger.ledger import LeaseLedger, ledger_of
from desktop.services.payments.payments import TakePayment, take_payment
from tests.unit.central.importers.night import Night

LEDGER = "ecritures.csv"
SPACE = UUID(int=7)
LABELS = {"cash": "Paiement en espèces", "cheque": "Paiement par chèque"}


@dataclass(frozen=True, slots=True)
class Receipted:
    """A payment with the number on its receipt."""

    id: str
    lease: str
    means: str
    cents: int
    number: str
    day: date


class Desk:
    """Takes payments and posts lines; both count on by themselves."""

    def __init__(self, night: Night) -> None:
        self.night = night
        self.numbers = count(1)
        self.entries = count(900_000_001)

    def take(
        self, lease: str, cents: int, day: date, means: str = "cash", periods: tuple[str, ...] = ()
    ) -> Receipted:
        """Somebody pays at the counter, at ten in the morning."""
        number = next(self.numbers)
        context = Context(
            key=uuid5(SPACE, str(number)),
            actor="staff:nadia",
            device_id="counter-1",
            device_code="AG02-C01",
            agency_id=self.scope(lease),
            at=datetime.combine(day, time(9), UTC),
            receipt_no=number,
            run=Run.AUTHORITY,
        )
        cheque = "0000123" if means == "cheque" else ""
        command = TakePayment(
            lease_id=lease,
            means=means,
            amount_cents=cents,
            balance_seen_cents=self.balance(lease),
            periods=periods,
            cheque_number=cheque,
            accept_credit=True,
        )
        with agency_write(self.night.database, {self.scope(lease)}) as work:
            done = take_payment(work.session, command, context)
            assert done.result is not None
            receipt = work.session.get_one(Receipt, done.result["receipt_id"])
            return Receipted(done.result["payment_id"], lease, means, cents, receipt.number, day)

    def post(self, lease: str, cents: int, day: date, label: str) -> str:
        """The accountant writes a line; below zero, it takes money back. Its number."""
        number = f"E{next(self.entries):09d}"
        amount = f"{abs(cents) // 100},{abs(cents) % 100:02d}"
        sides = f";{amount}" if cents > 0 else f"{amount};"
        self.night.append(LEDGER, f"{number};{lease};{day:%d/%m/%Y};{day:%Y-%m};REGLT;{label};{sides}")
        return number

    def night_after(self, day: date) -> None:
        """The night's import."""
        at = datetime.combine(day + timedelta(days=1), time(1), UTC)
        self.night.run(now=at)

    def scope(self, lease: str) -> str:
        return str(self.night.one("SELECT scope FROM lease WHERE id = ?", lease))

    def lease(self, place: int = 0) -> str:
        """One of the leases of the sample that owe something."""
        owing = self.night.query(
            "SELECT lease_id FROM ledger_entry GROUP BY lease_id "
            "HAVING sum(debit_cents - credit_cents) > 20000 ORDER BY lease_id"
        )
        return str(owing[place][0])

    def ledger(self, lease: str) -> LeaseLedger:
        with self.night.database.read() as session:
            return ledger_of(session, lease)

    def balance(self, lease: str) -> int:
        return self.ledger(lease).balance_cents

    def matches(self) -> list[tuple[object, ...]]:
        """Payment, line, cents, how, doubtful."""
        return self.night.query(
            "SELECT payment_id, line_id, amount_cents, how, CAST(doubtful AS INTEGER) FROM payment_match "
            "ORDER BY 1, 2"
        )

    def payments(self) -> list[Payment]:
        with self.night.database.read() as session:
            return list(session.query(Payment))
