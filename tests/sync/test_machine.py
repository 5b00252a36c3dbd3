"""Any order of work, faults, crashes and restores: the stations and central agree in the end."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from sqlalchemy import text

from desktop.central.commands.authority import Authority
from desktop.central.database.agency_write import agency_write
from desktop.errors import NotAllowed, Offline, Refused
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.request import ServiceRequest
from desktop.models.tenant_account import TenantAccount
from desktop.services.access.accounts import NoteSignIn
from desktop.services.access.activation import ActivateAccount
from desktop.services.payments.card_charges import SettleCharge, StartCharge, charges_in_doubt
from desktop.sync.cache import cache
from tests.hashes import hash_like
from tests.sync import laws
from tests.sync.faults import PowerCut, cut_after, refused
from tests.sync.fleet import AGENCY, NAMES, Fleet, letter
from tests.sync.rush import AMOUNTS, FAULTS, Rush, Turns
from tests.sync.visits import answer, balance, itself, person_at, report_fault, take_cash

COUNTERS = st.sampled_from(NAMES[:2])
ANYONE = st.sampled_from(NAMES)


class Landlord(Rush):
    """Rules are what people, networks, disks and administrators do; `laws` says what must stay true."""

    database = "sqlite"

    def __init__(self) -> None:
        super().__init__()
        self.fleet = Fleet(self.database)
        self.heard = dict.fromkeys(NAMES, 0)
        self.broken: set[str] = set()
        serve = Authority._serve

        def breaks(one: Any, envelope: Any, where: Any, **said: Any) -> Any:
            if envelope.kind in self.broken:
                raise KeyError(envelope.kind)
            return serve(one, envelope, where, **said)

        self._serve, Authority._serve = serve, breaks  # type: ignore[method-assign]

    def teardown(self) -> None:
        Authority._serve = self._serve  # type: ignore[method-assign]
        try:
            laws.check_end(self.fleet)
        finally:
            self.fleet.close()
            super().teardown()

    @initialize(amounts=AMOUNTS, faults=FAULTS, at_once=st.booleans())
    def look(self, amounts: list[int], faults: list[str], at_once: bool) -> None:
        kiosk = self.fleet.members["kiosk"].station
        leases = self.fleet.members["west"].station.ask(_column, "SELECT id FROM lease ORDER BY id LIMIT 2")
        self.leases = {name: leases for name in NAMES[:2]} | {
            "kiosk": kiosk.ask(_column, "SELECT id FROM lease")
        }
        self.take_much_cash("west", 0, amounts, faults, at_once)

    # What people do

    @rule(who=COUNTERS, which=st.integers(0, 1), cents=st.integers(1, 500))
    def take_cash(self, who: str, which: int, cents: int) -> None:
        member = self.fleet.members[who]
        if self._has_rows(member):
            done = take_cash(member.station, self.leases[who][which], cents)
            member.paid[(done.result or {})["payment_id"]] = cents

    @rule(who=ANYONE)
    def report(self, who: str) -> None:
        member = self.fleet.members[who]
        if self._has_rows(member):
            report_fault(member.station, self.leases[who][0])

    @rule(who=COUNTERS, which=st.integers(0, 9), close=st.booleans())
    def answer(self, who: str, which: int, close: bool) -> None:
        station = self.fleet.members[who].station
        requests = station.ask(_column, "SELECT id FROM service_request WHERE state <> 'closed' ORDER BY id")
        if requests and self._has_rows(self.fleet.members[who]):
            answer(station, requests[which % len(requests)], "Nous passons mardi.", close=close)

    @rule(who=ANYONE, cents=st.integers(1, 500))
    def start_charge(self, who: str, cents: int) -> None:
        member, lease = self.fleet.members[who], self.leases[who][0]
        if not self._has_rows(member) or member.station.ask(charges_in_doubt, lease):
            return
        seen = balance(member.station, lease)
        command = StartCharge(lease_id=lease, amount_cents=cents, balance_seen_cents=seen, accept_credit=True)
        member.station.perform(command, person_at(member.station, lease))

    @rule(who=ANYONE, outcome=st.sampled_from(("approved", "declined", "unknown")))
    def settle_charge(self, who: str, outcome: str) -> None:
        member = self.fleet.members[who]
        device = member.station.settings.device_id
        own = [c for c in member.station.ask(charges_in_doubt) if c.device_id == device and c.state == "sent"]
        if own:
            settle = SettleCharge(charge_id=own[0].id, outcome=outcome)
            done = member.station.perform(settle, f"device:{device}")
            if done.result:
                member.paid[done.result["payment_id"]] = own[0].amount_cents

    @rule(login=st.sampled_from(("someone", "else")))
    def fail_to_sign_in(self, login: str) -> None:
        member = self.fleet.members["kiosk"]
        if self._has_rows(member):
            member.station.perform(NoteSignIn(login=login, succeeded=False), itself(member.station))

    @rule(faults=FAULTS)
    def activate(self, faults: list[str]) -> None:
        member = self.fleet.members["kiosk"]
        number, code, born = letter(self.leases["west"][1])
        command = ActivateAccount(
            lease_number=number, code=code, birth_date=born, password_hash=hash_like(number)
        )
        member.way.weather[:] = faults
        with suppress(Offline, Refused):
            member.station.perform_at_central(command, itself(member.station))
        member.way.weather.clear()

    # What the network does

    @rule(who=ANYONE, at_once=st.booleans())
    def exchange(self, who: str, at_once: bool) -> None:
        member = self.fleet.members[who]
        Turns.at_once = at_once
        if not self.admits(who):
            return
        laws.say_all(member)
        self.heard[who] = self.fleet.epochs
        if not self.broken:
            laws.check_same(self.fleet, member)

    @rule(who=ANYONE)
    def pull(self, who: str) -> None:
        member = self.fleet.members[who]
        if who in self.fleet.shut_out or refused(member.station.pull) is not None:
            return
        epochs = {scope: epoch for scope, (epoch, _) in (self.fleet.position(member) or {}).items()}
        assert epochs == dict(
            self.fleet.at_central("SELECT id, epoch FROM scope WHERE id IN ('AG02', 'global')")
        )
        assert member.station.verify().wrong == {}, "no alarm without a cause, whatever is pending"

    @rule(who=ANYONE)
    def deliver_again(self, who: str) -> None:
        member = self.fleet.members[who]
        if member.way.said and who not in self.fleet.shut_out:
            again = refused(lambda: member.way.say_again(member.way.said[0]))
            assert again in {None, "fork", "forgotten", "restored"}

    # What machines and disks do

    @rule(who=ANYONE)
    def restart(self, who: str) -> None:
        self.fleet.restart(who)

    @rule(who=COUNTERS, cents=st.integers(1, 500))
    def power_cut_after_the_journal(self, who: str, cents: int) -> None:
        member = self.fleet.members[who]
        if self._has_rows(member):
            with cut_after(member.station.journal, "append"), pytest.raises(PowerCut):
                take_cash(member.station, self.leases[who][0], cents)
            self.fleet.restart(who)

    @rule(who=ANYONE, moment=st.sampled_from(("told", "half_applied", "applied")), at_once=st.booleans())
    def power_cut_while_taking_in(self, who: str, moment: str, at_once: bool) -> None:
        Turns.at_once = at_once
        member = self.fleet.members[who]
        target, word = {
            "told": (member.station.journal, "note_outcomes"),
            "half_applied": (cache, "refresh_search"),
            "applied": (member.station.replica, "apply"),
        }[moment]
        with cut_after(target, word), suppress(PowerCut, NotAllowed, Offline):
            member.station.exchange()
        self.fleet.restart(who)

    @rule(who=ANYONE)
    def lose_the_cache(self, who: str) -> None:
        self.fleet.restart(who, lambda folder: [f.write_bytes(b"rot" * 4000) for f in folder.glob("cache-*")])
        self.fleet.members[who].seen = {}

    @rule(who=ANYONE)
    def take_an_image(self, who: str) -> None:
        self.fleet.keep_copy(who)

    @rule(who=ANYONE)
    def restore_the_image(self, who: str) -> None:
        if self.fleet.has_copy(who):
            self.fleet.restart(who, lambda _folder: self.fleet.restore(who))
            member = self.fleet.members[who]
            kept = {laws.payment_of(command) for command in member.station.journal.after(0)}
            member.paid = {payment: cents for payment, cents in member.paid.items() if payment in kept}
            member.seen = {}
            self.heard[who] = -1

    # What administrators do

    @rule(cents=st.integers(1, 100))
    def change_a_ledger_line(self, cents: int) -> None:
        with agency_write(self.fleet.central.store.database, {AGENCY}) as work:
            first = self._first("SELECT id FROM ledger_entry WHERE payment_id IS NULL AND scope = 'AG02'")
            work.session.get_one(LedgerEntry, first).debit_cents += cents

    @rule()
    def delete_a_request(self) -> None:
        with agency_write(self.fleet.central.store.database, {AGENCY}) as work:
            found = self._first("SELECT id FROM service_request")
            if found:
                work.session.delete(work.session.get_one(ServiceRequest, found))

    @rule()
    def close_an_account(self) -> None:
        with agency_write(self.fleet.central.store.database, {AGENCY}) as work:
            found = work.session.get(TenantAccount, self.leases["west"][1])
            if found is not None:
                work.session.delete(found)

    @rule(which=st.integers(0, 1))
    def change_the_holder(self, which: int) -> None:
        with agency_write(self.fleet.central.store.database, {AGENCY}) as work:
            people = [row[0] for row in self.fleet.at_central("SELECT id FROM tenant WHERE scope = 'AG02'")]
            work.session.get_one(Lease, self.leases["west"][0]).holder_id = sorted(people)[which]

    @rule()
    def break_a_service(self) -> None:
        self.broken = {"request.open"}

    @rule()
    def mend_the_service(self) -> None:
        self.broken.clear()

    @rule()
    def time_passes(self) -> None:
        self.fleet.time += timedelta(minutes=6)

    @rule()
    def back_up_central(self) -> None:
        self.fleet.keep_copy("central")

    @precondition(lambda self: self.fleet.has_copy("central") and not self.fleet.shut_out)
    @rule()
    def restore_central(self) -> None:
        self.fleet.restore_central()

    @invariant()
    def laws_hold(self) -> None:
        laws.check_central(self.fleet)
        for name, member in self.fleet.members.items():
            laws.check_station(self.fleet, member)
            if self.heard[name] == self.fleet.epochs:
                laws.check_told(self.fleet, member)

    def _first(self, query: str) -> Any:
        found = self.fleet.at_central(f"{query} ORDER BY 1 LIMIT 1")
        return found[0][0] if found else None


def _column(session: Any, query: str) -> list[str]:
    return [str(row[0]) for row in session.execute(text(query))]


class TestAnyOrder(Landlord.TestCase):  # type: ignore[name-defined,misc]
    """A bounded search, always the same."""

    settings = settings(max_examples=9, stateful_step_count=20, suppress_health_check=list(HealthCheck))
    pytestmark = [pytest.mark.timeout(300)]  # noqa: RUF012 - read by pytest


class TestAnyOrderForLong(Landlord.TestCase):  # type: ignore[name-defined,misc]
    """A long search, each time another."""

    settings = settings(
        TestAnyOrder.settings, max_examples=1_500, stateful_step_count=50, derandomize=False, print_blob=True
    )
    pytestmark = [pytest.mark.soak, pytest.mark.timeout(7_200)]  # noqa: RUF012 - read by pytest
