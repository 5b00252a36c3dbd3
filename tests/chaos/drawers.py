"""What a till holds: by the journal of its own station, and by central's books."""

from collections import Counter
from collections.abc import Iterable

from desktop.services import catalogue
from desktop.services.command import Status
from desktop.services.payments.payments import TakePayment
from desktop.station.station import Station
from tests.chaos.truth import Paid


def drawers(station: Station, name: str, paid: Iterable[Paid]) -> tuple[dict[str, int], dict[str, int]]:
    """Cents by means, cash and cheques: by the signed journal, and at central."""
    with station.journal.database.read() as session:
        told = dict(session.connection().exec_driver_sql("SELECT seq, status FROM outcome").all())
    journal, central = Counter[str](), Counter[str]()
    for envelope in station.journal.after(0):
        command = catalogue.decode(envelope.kind, envelope.version, envelope.body)
        if isinstance(command, TakePayment) and told.get(envelope.seq) != Status.REJECTED:
            journal[command.means] += command.amount_cents
    for payment in paid:
        if payment.device == name and payment.means != "card":
            central[payment.means] += payment.cents
    return dict(journal), dict(central)
