"""Each command has its effects once, in its order, at the station and at central, whatever is said twice."""

from contextlib import suppress

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.errors import Offline
from desktop.models.request import ServiceRequest
from desktop.models.tenant_account import TenantAccount
from desktop.services.access.accounts import NoteSignIn
from desktop.station.station import Station
from desktop.sync.cache import cache
from tests.sync import laws
from tests.sync.copies import ON_BOTH
from tests.sync.faults import PowerCut, cut_after
from tests.sync.fleet import AGENCY, Fleet
from tests.sync.visits import a_lease, answer, balance, itself, report_fault, rows, take_cash

pytestmark = ON_BOTH


def sign_in(kiosk: Station, *, succeeded: bool) -> None:
    """The tenant of the kiosk's only lease tries to sign in."""
    kiosk.perform(NoteSignIn(login=a_lease(kiosk), succeeded=succeeded), itself(kiosk))


def failures(kiosk: Station) -> int:
    """How many failures the kiosk counts."""
    ((*_, count),) = kiosk.ask(
        lambda session: session.connection().exec_driver_sql("SELECT id, failures FROM attempt").all()
    )
    return int(count)


def state_of(station: Station, request: str) -> str:
    """Where a request stands, as a station sees it."""
    query = f"SELECT state FROM service_request WHERE id = '{request}'"
    return str(station.ask(lambda session: session.connection().exec_driver_sql(query).scalar_one()))


def test_a_failure_counts_once_however_often_it_is_sent(fleet: Fleet) -> None:
    kiosk = fleet.members["kiosk"]
    for weather in ("lost_answer", "truncated", "delivered_twice"):
        sign_in(kiosk.station, succeeded=False)
        kiosk.way.weather[:] = [weather]
        with suppress(Offline):
            kiosk.station.exchange()
    assert failures(kiosk.station) == 3
    laws.check_end(fleet)
    assert failures(kiosk.station) == 3


def test_nothing_is_taken_for_told_before_central_told_it(fleet: Fleet) -> None:
    west = fleet.members["west"]
    done = take_cash(west.station, a_lease(west.station), 1_000).result or {}
    west.paid[done["payment_id"]] = 1_000
    west.way.weather[:] = ["lost_request"]
    with suppress(Offline):
        west.station.exchange()
    laws.check_end(fleet)


@pytest.mark.parametrize("moment", ["refresh_search", "put", "set_meta"])
def test_a_power_cut_while_rows_come_in_costs_no_row(fleet: Fleet, moment: str) -> None:
    west, east = fleet.members["west"].station, fleet.members["east"].station
    take_cash(west, a_lease(west), 1_000)
    report_fault(west, a_lease(west))
    west.exchange()
    with cut_after(cache, moment), suppress(PowerCut):
        east.exchange()
    fleet.restart("east")
    laws.check_end(fleet)
    assert rows(fleet.members["east"].station, "payment") == rows(west, "payment") != []


def test_commands_on_one_row_are_replayed_in_their_order(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    request = report_fault(west, a_lease(west))
    laws.settle(fleet)
    answer(west, request, "Nous passons mardi.")
    answer(west, request, "C’est réparé.", close=True)
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.get_one(ServiceRequest, request).place = "salle de bains"
    west.pull()
    assert state_of(west, request) == "closed"
    assert west.attention() == ()
    laws.check_end(fleet)
    assert state_of(fleet.members["east"].station, request) == "closed"


def test_what_central_refused_leaves_no_trace_here(fleet: Fleet) -> None:
    west, east = fleet.members["west"].station, fleet.members["east"].station
    request = report_fault(west, a_lease(west))
    laws.settle(fleet)
    answer(east, request, "Nous passons mardi.")
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.delete(work.session.get_one(ServiceRequest, request))
    laws.check_end(fleet)
    assert [item.code for item in east.attention()] == ["request_unknown"]


def test_commands_that_share_a_row_are_rewound_together(fleet: Fleet) -> None:
    kiosk = fleet.members["kiosk"].station
    for _ in range(3):
        sign_in(kiosk, succeeded=False)
    laws.settle(fleet)
    sign_in(kiosk, succeeded=True)
    sign_in(kiosk, succeeded=False)
    assert failures(kiosk) == 1
    with agency_write(fleet.central.store.database, {AGENCY}) as work:
        work.session.get_one(TenantAccount, a_lease(kiosk)).language = "ar"
    kiosk.pull()
    assert failures(kiosk) == 1
    seen = "SELECT last_sign_in_at FROM tenant_account"
    assert kiosk.ask(lambda session: session.connection().exec_driver_sql(seen).scalar_one())
    assert kiosk.exchange() is False
    assert failures(kiosk) == 1


def test_every_effect_at_central_has_its_outcome_beside_it(fleet: Fleet) -> None:
    west = fleet.members["west"].station
    take_cash(west, a_lease(west), 1_000)
    owed = balance(west, a_lease(west))
    west.exchange()
    laws.check_central(fleet)
    laws.check_end(fleet)
    assert balance(west, a_lease(west)) == owed
