"""A rent ledger as a person reads it."""

from datetime import date, timedelta

import pytest

from desktop.errors import Refused
from desktop.models.unread_ledger import UnreadLedger
from desktop.rules.receipt_gate import Decision, PaperKind
from desktop.services.ledger.ledger import ledger_of
from desktop.services.ledger.statement import Change, statement
from desktop.services.ledger.terms import decisions
from desktop.services.payments.payments import TakePayment
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, TODAY, entry


def test_the_terms_say_what_is_asked_paid_and_open(station: Place) -> None:
    read = station.ask(statement, LEASE, TODAY)
    assert [(term.period, term.due_cents, term.paid_cents, term.open_cents) for term in read.terms] == [
        ("2026-09", 515_05, 515_05, 0),
        ("2026-10", 515_05, 0, 515_05),
        ("2026-11", 515_05, 0, 515_05),
    ]
    assert [term.period for term in read.open_terms] == ["2026-10", "2026-11"]
    assert read.balance_cents == 1_030_10


def test_the_parts_of_a_term_add_up(station: Place) -> None:
    station.add(entry(90, "2026-11-15", "REGUL", 43_01), entry(91, "2026-11-15", "FRAIS", 5_00))
    term = station.ask(statement, LEASE, TODAY).terms[-1]
    assert (term.rent_cents, term.charges_cents, term.supplement_cents) == (661_37, 190_96, 0)
    assert (term.reduction_cents, term.benefit_cents, term.adjustment_cents) == (-46_28, -291_00, 48_01)
    parts = term.rent_cents + term.charges_cents + term.supplement_cents + term.adjustment_cents
    assert parts + term.reduction_cents + term.benefit_cents == term.due_cents


def test_lines_come_newest_first_and_a_payment_above_what_its_day_asked(station: Place) -> None:
    station.perform(TakePayment(lease_id=LEASE, means="cash", amount_cents=500, balance_seen_cents=1_030_10))
    station.add(entry(90, str(TODAY), "REGUL", 500))
    lines = station.ask(statement, LEASE, TODAY).lines
    assert [line.operation for line in lines[:2]] == ["REGLT", "REGUL"]
    assert lines[0].payment_id is not None
    assert lines[-1].posted_on == date(2026, 9, 1)
    assert len(lines) == 15


def test_what_changed_since_last_month_is_named(station: Place) -> None:
    station.add(
        entry(90, "2026-12-01", "LOYER", 670_00),
        entry(91, "2026-12-01", "PCHARGES", 190_96),
        entry(92, "2026-12-01", "APL", -285_00),
    )
    later = station.ask(statement, LEASE, TODAY + timedelta(days=10))
    assert (later.latest, later.previous) == ("2026-12", "2026-11")
    assert later.changes == (
        Change("rent", 661_37, 670_00),
        Change("reduction", -46_28, 0),
        Change("benefit", -291_00, -285_00),
    )
    today = station.ask(statement, LEASE, TODAY)
    assert (today.latest, today.changes) == ("2026-11", ())


def test_a_lease_without_lines_owes_nothing(bare_station: Place) -> None:
    from tests.unit.services.rows import lease

    bare_station.add(lease())
    read = bare_station.ask(statement, LEASE, TODAY)
    assert (read.balance_cents, read.terms, read.lines, read.latest, read.previous) == (0, (), (), None, None)


def test_an_unknown_lease_is_refused(station: Place) -> None:
    with pytest.raises(Refused, match="lease_unknown"):
        station.ask(statement, "0", TODAY)


UNKNOWN_CODES = [("IMPAYE", 515_05), ("RGLT2", -515_05)]


@pytest.mark.parametrize(("code", "cents"), UNKNOWN_CODES)
def test_a_line_that_may_be_a_payment_or_not_proves_no_term(station: Place, code: str, cents: int) -> None:
    """September is paid; if the line is a bounce it is open again, if it is money October may be paid."""
    station.add(entry(91, "2026-11-20", code, cents))
    gate = station.ask(lambda session: decisions(session, ledger_of(session, LEASE), TODAY))
    proven = {period for period, each in gate.items() if each.kind is PaperKind.RENT_RECEIPT}
    assert proven == ({"2026-09"} if cents < 0 else set())


def test_an_unread_ledger_proves_no_term_and_says_so(station: Place) -> None:
    station.add(UnreadLedger(id=LEASE, scope="AG01", since=TODAY))
    gate = station.ask(lambda session: decisions(session, ledger_of(session, LEASE), TODAY))
    assert gate["2026-09"] == Decision(PaperKind.PAYMENT_RECEIPT, "unread", "2026-09")
    assert station.ask(statement, LEASE, TODAY).unread
