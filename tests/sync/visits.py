"""What people do at a station, in short words, for the tests of what happens to it afterwards."""

from sqlalchemy import text

from desktop.central.rows.shapes import shape_of
from desktop.models.entity import GLOBAL_SCOPE
from desktop.rules.station_kind import StationKind
from desktop.services.command import Done
from desktop.services.payments.payments import TakePayment
from desktop.services.requests.requests import AnswerRequest, OpenRequest
from desktop.station.station import Station
from tests.world import World

CLAIRE = "staff:claire"
PARTS = shape_of(StationKind.COUNTER).parts
ROWS = tuple(part.table for part in PARTS)


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
    """Whether a counter holds exactly what its shape says of central's rows."""
    scopes = {"agency": station.settings.agency_id, "everyone": GLOBAL_SCOPE}
    for part in PARTS:
        columns = ", ".join(part.columns)
        query = f"SELECT {columns} FROM {part.table} WHERE scope IN (:agency, :everyone) AND {{}} ORDER BY id"
        theirs = text(query.format(part.only or "true"))
        with landlord.store.database.read() as session:
            wanted = [tuple(row) for row in session.execute(theirs, scopes)]
        here = text(f"SELECT {columns} FROM {part.table} ORDER BY id")
        if station.ask(lambda session, q=here: [tuple(row) for row in session.execute(q)]) != wanted:
            return False
    return True
