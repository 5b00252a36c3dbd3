"""Months at a landlord's whose accountant writes payments down in every way: each counts once, always."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from desktop.central.database.agency_write import agency_write
from desktop.central.exporters.waiting import whereabouts
from desktop.central.matches.matching import match_leases, match_open_payments
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import Payment
from desktop.rules.payment_state import PaymentState, sums
from tests.unit.central.importers.desk import LABELS, Desk, Receipted
from tests.unit.central.importers.night import Night

FIRST = date(2026, 11, 23)
DAYS = 12
HABITS = ("reference", "label", "silent", "renamed", "split", "joined", "bounced")
_IN_THE_GATE, _AT_LENGTH = range(20), range(20, 1_020)


@dataclass(slots=True)
class Month:
    """What the desk takes and the accountant writes, by one seed; `due`: what is written on which day.

    `out`: what of each payment is not written yet; `written`: the ERP's truth about each lease, in cents.
    """

    desk: Desk
    seed: int
    paid: list[Receipted] = field(default_factory=list)
    out: dict[str, int] = field(default_factory=dict)
    due: list[tuple[date, list[Receipted], str]] = field(default_factory=list)
    lines: list[LedgerEntry] = field(default_factory=list)
    written: dict[str, int] = field(default_factory=dict)
    bounces: list[tuple[date, Receipted]] = field(default_factory=list)

    def run(self) -> Iterator[date]:
        """Day by day, each after its night."""
        chance = random.Random(self.seed)
        leases = [self.desk.lease(0), self.desk.lease(1)]
        self.written = {lease: self.desk.balance(lease) for lease in leases}
        amounts = chance.sample(range(10_00, 99_99), DAYS * 3)
        for day in (FIRST + timedelta(days=each) for each in range(DAYS)):
            for _ in range(chance.randrange(3)):
                self._take(chance, chance.choice(leases), amounts.pop(), day)
            self._write_down(day)
            self._night(leases)
            yield day

    def _night(self, leases: list[str]) -> None:
        """What an import does once it has read the files."""
        with agency_write(self.desk.night.database, {self.desk.scope(lease) for lease in leases}) as work:
            work.session.add_all(self.lines)
            work.session.flush()
            match_leases(work, {line.lease_id for line in self.lines})
        match_open_payments(self.desk.night.database)
        self.lines = []

    def _line(self, lease: str, cents: int, day: date, label: str) -> None:
        self.written[lease] -= cents
        self.lines.append(
            LedgerEntry(
                id=f"E{next(self.desk.entries):09d}",
                scope=self.desk.scope(lease),
                lease_id=lease,
                posted_on=day,
                period=f"{day:%Y-%m}",
                operation="REGLT",
                label=label,
                debit_cents=max(-cents, 0),
                credit_cents=max(cents, 0),
                payment_id=None,
            )
        )

    def _take(self, chance: random.Random, lease: str, cents: int, day: date) -> None:
        habit = chance.choice(HABITS)
        means = "cheque" if habit == "bounced" else chance.choice(("cash", "cheque"))
        some = [self.desk.take(lease, cents, day, means)]
        if habit == "joined":
            some.append(self.desk.take(lease, cents // 3, day, means))
        self.paid += some
        self.out |= {each.id: each.cents for each in some}
        self.due.append((day + timedelta(days=chance.randrange(5)), some, habit))

    def _write_down(self, today: date) -> None:
        for day, some, habit in [each for each in self.due if each[0] == today]:
            self._post(some, day, habit)
        for day, paid in [each for each in self.bounces if each[0] == today]:
            self._line(paid.lease, -paid.cents, day, "Chèque impayé")

    def _post(self, some: list[Receipted], day: date, habit: str) -> None:
        paid, whole = some[0], sum(each.cents for each in some)
        label = {"reference": paid.number, "renamed": "Virement divers", "silent": "Encaissement"}.get(habit)
        label = label or (f"{LABELS[paid.means]} {paid.number}" if habit == "label" else LABELS[paid.means])
        parts = [whole // 3, whole - whole // 3] if habit == "split" else [whole]
        for cents in parts:
            self._line(paid.lease, cents, day, label)
        for each in some:
            self.out[each.id] = 0
        if habit == "bounced":
            self.bounces.append((day + timedelta(days=3), paid))


def assert_each_counts_once(month: Month, day: date) -> None:
    night, truth = month.desk.night, month.written
    for lease in {each.lease for each in month.paid}:
        still_out = sum(month.out[each.id] for each in month.paid if each.lease == lease)
        assert month.desk.balance(lease) == truth[lease] - still_out, (month.seed, day, lease)
    with night.database.read() as session:
        payments = list(session.scalars(select(Payment)))
        known = whereabouts(session, payments)
        assert sum(sums(known.values()).values()) == sum(each.cents for each in month.paid)
        for each in payments:
            is_back = known[each.id].state in {PaymentState.MATCHED, PaymentState.TO_CHECK}
            assert is_back == (month.out[each.id] == 0), (month.seed, day, each.id)


def _play(night: Night, seed: int) -> None:
    month = Month(Desk(night), seed)
    for day in month.run():
        assert_each_counts_once(month, day)


@pytest.mark.parametrize("seed", _IN_THE_GATE)
def test_a_month_however_the_accountant_writes(second_night: Night, seed: int) -> None:
    _play(second_night, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", _AT_LENGTH)
def test_a_thousand_months(second_night: Night, seed: int) -> None:
    _play(second_night, seed)
