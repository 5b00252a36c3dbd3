"""What people do at a station, in short words, for the tests of what happens to it afterwards."""

from sqlalchemy import text

from desktop.services.command import Done
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.requests import AnswerRequest, OpenRequest
from desktop.station.station import Station
from tests.world import World

CLAIRE = "staff:claire"
ROWS = (
    "payment",
    "payment_allocation",
    "ledger_entry",
    "receipt",
    "card_charge",
    "service_request",
    "request_event",
    "request_photo",
    "attempt",
)


def person_at(station: Station, lease_id: str) -> str:
    """Who stands before a station: staff at a counter, the tenant at a kiosk."""
    return CLAIRE if station.settings.kind == "counter" else f"tenant:{lease_id}"


def itself(station: Station) -> str:
    """The station as an actor."""
    return f"device:{station.settings.device_id}"


def a_lease(station: Station, at_least: int = 0) -> str:
    """A lease of the station's agency that owes more than `at_least` cents, or any."""
    query = text(
        "SELECT lease.id FROM lease JOIN ledger_entry ON lease_id = lease.id GROUP BY lease.id "
        "HAVING sum(debit_cents - credit_cents) >= :cents ORDER BY lease.id LIMIT 1"
    )
    return str(station.ask(lambda session: session.execute(query, {"cents": at_least}).scalar_one()))


def balance(station: Station, lease_id: str) -> int:
    """What the lease owes, as the station sees it."""
    query = text("SELECT sum(debit_cents - credit_cents) FROM ledger_entry WHERE lease_id = :lease")
    return int(station.ask(lambda session: session.execute(query, {"lease": lease_id}).scalar_one()))


def take_cash(station: Station, lease_id: str, cents: int, actor: str = CLAIRE) -> Done:
    """Takes cash for a lease; more than is owed becomes credit."""
    command = TakePayment(
        lease_id=lease_id,
        means="cash",
        amount_cents=cents,
        tendered_cents=cents,
        periods=(),
        accept_credit=True,
        cheque_number="",
        cheque_bank="",
        balance_seen_cents=balance(station, lease_id),
    )
    return station.perform(command, actor)


def report_fault(station: Station, lease_id: str, description: str = "L’évier fuit.") -> str:
    """Opens a request; returns its id."""
    command = OpenRequest(
        lease_id=lease_id, category="plumbing", place="cuisine", description=description, photos=()
    )
    done = station.perform(command, person_at(station, lease_id))
    return str((done.result or {})["request_id"])


def answer(station: Station, request_id: str, words: str, *, close: bool = False) -> Done:
    """Answers a request as staff."""
    return station.perform(AnswerRequest(request_id=request_id, text=words, close=close), CLAIRE)


def rows(station: Station, table: str) -> list[tuple[object, ...]]:
    """All rows of a table at a station, without what only says where they came from."""
    query = text(f"SELECT * FROM {table} ORDER BY id")
    return station.ask(lambda session: [tuple(row) for row in session.execute(query)])


def central_rows(landlord: World, table: str, scope: str) -> list[tuple[object, ...]]:
    """All rows of a table at central, for one agency."""
    query = text(f"SELECT * FROM {table} WHERE scope = :scope ORDER BY id")
    with landlord.store.database.read() as session:
        return [tuple(row) for row in session.execute(query, {"scope": scope})]


def same_as_central(landlord: World, station: Station) -> bool:
    """Whether a counter holds exactly central's rows of its agency."""
    scope = station.settings.agency_id
    return all(rows(station, table) == central_rows(landlord, table, scope) for table in ROWS)
