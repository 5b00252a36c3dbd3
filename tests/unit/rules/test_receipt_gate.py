"""Which paper may be printed."""

import pytest

from desktop.rules.ledger import terms, uncertain_cents
from desktop.rules.receipt_gate import (
    Decision,
    PaperKind,
    TermFacts,
    facts_of,
    paper_for_term,
    papers_for_payment,
)
from tests.unit.rules.ledgers import ledger

NOTICE, RECEIPT = PaperKind.RENT_NOTICE, PaperKind.PAYMENT_RECEIPT
UNCLEARED, RENT_RECEIPT = PaperKind.PAYMENT_RECEIPT_UNCLEARED, PaperKind.RENT_RECEIPT


def october(paid: int, uncertain: int = 0, *, due: int = 500, pending: bool = False) -> TermFacts:
    return TermFacts("2026-10", due, paid, uncertain, pending)


@pytest.mark.parametrize(
    ("term", "kind", "reason"),
    [
        (october(0), NOTICE, "unpaid"),
        (october(1), RECEIPT, "part_paid"),
        (october(499), RECEIPT, "part_paid"),
        (october(499, 10), UNCLEARED, "uncleared"),
        (october(500), RENT_RECEIPT, "fully_paid"),
        (october(500, 1), UNCLEARED, "uncleared"),
        (october(500, 500), UNCLEARED, "uncleared"),
        (october(500, pending=True), UNCLEARED, "benefit_pending"),
        (october(500, 1, pending=True), UNCLEARED, "uncleared"),
        (october(499, pending=True), RECEIPT, "part_paid"),
        (october(0, pending=True), NOTICE, "unpaid"),
        (october(0, due=0), RENT_RECEIPT, "nothing_due"),
        (october(0, due=0, pending=True), UNCLEARED, "benefit_pending"),
    ],
)
def test_the_gate_gives_no_more_than_the_law_allows(term: TermFacts, kind: PaperKind, reason: str) -> None:
    assert paper_for_term(term) == Decision(kind, reason, "2026-10")


def test_a_payment_that_closes_a_term_gives_its_receipt_and_the_rent_receipt() -> None:
    november = TermFacts("2026-11", 500, 200)
    assert papers_for_payment((october(500), november), uncleared=False) == (
        Decision(RECEIPT, "payment_taken"),
        Decision(RENT_RECEIPT, "fully_paid", "2026-10"),
    )


def test_a_cheque_gives_a_receipt_with_its_reserve_and_never_a_rent_receipt() -> None:
    assert papers_for_payment((october(500),), uncleared=True) == (Decision(UNCLEARED, "uncleared"),)


def test_cash_on_top_of_an_uncleared_cheque_gives_no_rent_receipt() -> None:
    assert papers_for_payment((october(500, 200),), uncleared=False) == (Decision(RECEIPT, "payment_taken"),)


def test_money_for_no_term_still_gives_a_receipt() -> None:
    assert papers_for_payment((), uncleared=False) == (Decision(RECEIPT, "payment_taken"),)


def test_the_gate_reads_the_ledger() -> None:
    lines = ledger(
        ("2026-10-01", "LOYER", 500),
        ("2026-10-01", "APL", -100),
        ("2026-11-01", "LOYER", 500),
        ("2026-11-02", "REGLT", -400),
        ("2026-11-03", "REGLT", -500),
    )
    held_up = uncertain_cents(lines, None, {"E5"})
    october_term, november = (facts_of(term, held_up[term.period]) for term in terms(lines))
    assert paper_for_term(october_term).kind is RENT_RECEIPT
    assert paper_for_term(november).kind is UNCLEARED


def test_a_benefit_is_only_pending_on_a_term_that_has_one() -> None:
    with_benefit, without = terms(
        ledger(("2026-10-01", "LOYER", 500), ("2026-10-01", "APL", -100), ("2026-11-01", "LOYER", 500))
    )
    assert facts_of(with_benefit, benefit_pending=True).benefit_pending
    assert not facts_of(without, benefit_pending=True).benefit_pending
