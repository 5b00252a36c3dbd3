"""Every rent receipt that is offered can be made: offer and document ask one question."""

import random
from datetime import date

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.errors import GuichetError
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.ledger_entry import LedgerEntry
from desktop.services.papers.papers import papers_available
from desktop.services.papers.rent_papers import rent_receipt
from tests.unit.central.importers.night import NOW, Night
from tests.unit.services.rows import landlord

CODES = ["LOYER", "PCHARGES", "APL", "RLS", "SLS", "REGUL", "REGLT", "REGLT", "FRAIS"]


def offered_but_not_made(night: Night) -> tuple[int, list[str]]:
    """How many rent receipts are offered, and what stands against those that cannot be made."""
    offered, wrong = 0, []
    with night.database.read() as session:
        for (lease,) in night.query("SELECT id FROM lease"):
            for paper in papers_available(session, lease, NOW):
                if paper.allowed and paper.period:
                    offered += 1
                    try:
                        rent_receipt(session, lease, paper.period, NOW)
                    except GuichetError as error:
                        wrong.append(f"{lease} {paper.period} {error!r}")
    return offered, wrong


def with_landlord(night: Night) -> None:
    with agency_write(night.database, {GLOBAL_SCOPE}) as work:
        work.session.add(landlord())


def test_the_offered_rent_receipts_of_the_sample_are_made(second_night: Night) -> None:
    with_landlord(second_night)
    offered, wrong = offered_but_not_made(second_night)
    assert (wrong, offered > 20) == ([], True)


@pytest.mark.parametrize("seed", [1, 2, 3, pytest.param(4, marks=pytest.mark.soak)])
def test_those_of_odd_ledgers_are_made_too(second_night: Night, seed: int) -> None:
    with_landlord(second_night)
    draw = random.Random(seed)
    leases = second_night.query("SELECT id, scope FROM lease")
    with agency_write(second_night.database, {scope for _, scope in leases}) as work:
        work.session.connection().exec_driver_sql("DELETE FROM ledger_entry")
        for number in range(400):
            lease, scope = draw.choice(leases)
            month, cents = draw.randint(1, 11), draw.choice([10_00, 50_00, 100_00])
            operation = draw.choice(CODES)
            lowers = operation in {"APL", "RLS", "REGLT"}
            debit = cents if (draw.random() < 0.1) == lowers else 0
            work.session.add(
                LedgerEntry(
                    id=f"X{number}",
                    scope=scope,
                    lease_id=lease,
                    posted_on=date(2026, month, draw.randint(1, 28)),
                    period=f"2026-{month:02d}",
                    operation=operation,
                    label="Virement",
                    debit_cents=debit,
                    credit_cents=cents - debit,
                    payment_id=None,
                )
            )
    offered, wrong = offered_but_not_made(second_night)
    assert (wrong, offered > 5) == ([], True)
