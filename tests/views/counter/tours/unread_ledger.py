"""A walk through the file of a lease of which a line could not be read, and the accounts are old."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import delete, update

from desktop.models.ledger_night import THE_LEDGER, LedgerNight
from desktop.models.unread_ledger import UnreadLedger
from desktop.models.warning import WarningRow
from desktop.services.warnings import LEDGER_UNREAD
from tests.unit.services.rows import AGENCY, LEASE, NOW, TODAY, warning
from tests.views.counter.kit import Desk


def tour(desk: Desk) -> Iterator[str]:
    told = warning("w9", code=LEDGER_UNREAD, kind="import", actor="", amount_cents=None, means="")
    night = LedgerNight(id=THE_LEDGER, scope="global", taken_at=NOW - timedelta(days=29))
    desk.add(UnreadLedger(id=LEASE, scope=AGENCY, since=TODAY), told, night)
    desk.pages.go("attention")
    yield "unread-ledger-warning"
    desk.pages.go("search")
    desk.pages.open("el amrani")
    yield "unread-ledger-lease"
    desk.pages.go("search")
    with desk.station.replica.current.database.write() as session:
        session.execute(update(WarningRow).values(state="confirmed"))
        session.execute(delete(UnreadLedger))
        session.execute(delete(LedgerNight))
