"""The rent ledger read as terms."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

from hypothesis import given

import desktop.rules.ledger as rule
from desktop.rules.ledger import Line, balance, reckon, terms, uncertain_cents
from desktop.rules.money import parse_cents
from tests.unit.rules.ledgers import ledger, ledgers

SAMPLE = Path(rule.__file__).parents[1] / "resources" / "demo" / "erp-export" / "ecritures.csv"

OCTOBER = ("2026-10-01", "LOYER", 50_000)
NOVEMBER = ("2026-11-01", "LOYER", 50_000)


def open_by_period(lines: tuple[Line, ...], named: rule.Allocations | None = None) -> dict[str, int]:
    return {term.period: term.open_cents for term in terms(lines, named)}


def test_a_term_asks_rent_charges_and_supplements_less_benefits() -> None:
    (term,) = terms(
        ledger(
            ("2026-11-01", "LOYER", 66_137),
            ("2026-11-01", "PCHARGES", 19_096),
            ("2026-11-01", "SLS", 1_000),
            ("2026-11-15", "REGUL", 2_500),
            ("2026-11-01", "APL", -29_100),
            ("2026-11-01", "RLS", -4_628),
            ("2026-11-20", "DIVERS", 300),
        )
    )
    assert (term.rent_cents, term.charges_cents) == (66_137, 19_096)
    assert (term.supplements_cents, term.adjustments_cents, term.other_cents) == (1_000, 2_500, 300)
    assert (term.housing_benefit_cents, term.solidarity_reduction_cents) == (29_100, 4_628)
    assert term.benefits_cents == 33_728
    assert (term.due_cents, term.paid_cents, term.open_cents) == (55_305, 0, 55_305)
    assert term.due_on == date(2026, 11, 1)
    assert len(term.lines) == 7


def test_a_payment_settles_the_oldest_term_whatever_month_it_came_in() -> None:
    lines = ledger(OCTOBER, NOVEMBER, ("2026-11-10", "REGLT", -60_000))
    assert open_by_period(lines) == {"2026-10": 0, "2026-11": 40_000}


def test_a_payment_goes_where_its_payer_said() -> None:
    lines = ledger(OCTOBER, NOVEMBER, ("2026-11-10", "REGLT", -60_000))
    named = {"E3": (("2026-11", 45_000),)}
    assert open_by_period(lines, named) == {"2026-10": 35_000, "2026-11": 5_000}


def test_more_than_a_named_term_asks_settles_the_oldest_one() -> None:
    lines = ledger(OCTOBER, NOVEMBER, ("2026-11-10", "REGLT", -80_000))
    assert open_by_period(lines, {"E3": (("2026-11", 80_000),)}) == {"2026-10": 20_000, "2026-11": 0}


def test_a_named_term_takes_no_more_than_the_payment_holds() -> None:
    lines = ledger(OCTOBER, NOVEMBER, ("2026-11-10", "REGLT", -10_000))
    named = {"E3": (("2026-11", 7_000), ("2026-10", 9_999))}
    assert open_by_period(lines, named) == {"2026-10": 47_000, "2026-11": 43_000}


def test_money_left_when_all_terms_are_paid_is_credit() -> None:
    found = reckon(ledger(OCTOBER, ("2026-10-10", "REGLT", -60_000)))
    assert (found.terms[0].open_cents, found.credit_cents) == (0, 10_000)


def test_money_for_a_term_not_billed_yet_is_credit() -> None:
    found = reckon(ledger(("2026-11-10", "REGLT", -600)), {"E1": (("2026-12", 600),)})
    assert (found.terms, found.credit_cents) == ((), 600)


def test_a_bounced_payment_reopens_the_latest_term_it_had_let_pass() -> None:
    paid = ledger(OCTOBER, ("2026-10-08", "REGLT", -50_000), NOVEMBER, ("2026-11-08", "REGLT", -50_000))
    bounced = (*paid, *ledger(("2026-11-12", "REGLT", 50_000)))
    assert open_by_period(paid) == {"2026-10": 0, "2026-11": 0}
    assert open_by_period(bounced) == {"2026-10": 0, "2026-11": 50_000}


def test_a_bounced_payment_that_named_its_term_reopens_that_term() -> None:
    lines = ledger(
        OCTOBER,
        NOVEMBER,
        ("2026-11-08", "REGLT", -50_000),
        ("2026-11-09", "REGLT", -50_000),
        ("2026-11-12", "REGLT", 50_000),
    )
    named = {"E3": (("2026-10", 50_000),), "E4": (("2026-11", 50_000),), "E5": (("2026-10", -50_000),)}
    assert open_by_period(lines, named) == {"2026-10": 50_000, "2026-11": 0}


def test_a_payment_that_bounced_before_the_ledger_begins_is_owed_in_the_month_it_came_back() -> None:
    (october, november) = terms(
        ledger(("2026-10-12", "REGLT", 30_000), NOVEMBER, ("2026-11-08", "REGLT", -100))
    )
    assert (october.period, october.returned_cents, october.open_cents) == ("2026-10", 29_900, 29_900)
    assert (november.returned_cents, november.open_cents) == (0, 50_000)


def test_a_negative_adjustment_lowers_its_term() -> None:
    (term,) = terms(ledger(NOVEMBER, ("2026-11-15", "REGUL", -7_958)))
    assert (term.adjustments_cents, term.open_cents) == (-7_958, 42_042)


def test_an_adjustment_greater_than_its_term_pays_the_oldest_one() -> None:
    found = reckon(ledger(OCTOBER, ("2026-11-01", "LOYER", 1_000), ("2026-11-15", "REGUL", -7_000)))
    october, november = found.terms
    assert (october.paid_cents, november.due_cents, found.credit_cents) == (6_000, 0, 0)


def test_terms_come_oldest_due_first() -> None:
    assert [term.period for term in terms(ledger(NOVEMBER, OCTOBER))] == ["2026-10", "2026-11"]


def test_what_a_cheque_holds_up_is_told_apart_from_what_is_sure() -> None:
    lines = ledger(OCTOBER, NOVEMBER, ("2026-11-08", "REGLT", -50_000), ("2026-11-09", "REGLT", -20_000))
    assert uncertain_cents(lines, None, {"E4"}) == {"2026-10": 0, "2026-11": 20_000}
    assert uncertain_cents(lines, None, ()) == {"2026-10": 0, "2026-11": 0}


def test_an_empty_ledger_owes_nothing() -> None:
    assert reckon(()) == rule.Reckoning((), 0)
    assert balance(()) == 0


@given(ledgers())
def test_open_terms_less_credit_are_the_balance(
    given_ledger: tuple[tuple[Line, ...], dict[str, list[tuple[str, int]]]],
) -> None:
    lines, named = given_ledger
    found = reckon(lines, named)
    assert sum(term.open_cents for term in found.terms) - found.credit_cents == balance(lines)
    assert found.credit_cents >= 0
    assert all(0 <= term.paid_cents <= term.due_cents for term in found.terms)
    assert not found.credit_cents or all(term.open_cents == 0 for term in found.terms)


@given(ledgers())
def test_without_named_terms_no_term_is_touched_before_an_older_one_is_paid(
    given_ledger: tuple[tuple[Line, ...], dict[str, list[tuple[str, int]]]],
) -> None:
    found = terms(given_ledger[0])
    first_open = next((place for place, term in enumerate(found) if term.open_cents), len(found))
    assert all(term.paid_cents == 0 for term in found[first_open + 1 :])


@given(ledgers())
def test_each_amount_of_a_term_adds_up_to_what_it_asks(
    given_ledger: tuple[tuple[Line, ...], dict[str, list[tuple[str, int]]]],
) -> None:
    for term in terms(*given_ledger):
        asked = (
            term.rent_cents
            + term.charges_cents
            + term.supplements_cents
            + term.adjustments_cents
            + term.other_cents
            - term.benefits_cents
        )
        assert max(asked, 0) + term.returned_cents == term.due_cents


def test_the_sample_export_reads_without_a_cent_lost() -> None:
    by_lease: dict[str, list[Line]] = defaultdict(list)
    with SAMPLE.open(encoding="cp1252", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            day, month, year = map(int, row["date"].split("/"))
            by_lease[row["numero_contrat"]].append(
                Line(
                    row["numero_ecriture"],
                    date(year, month, day),
                    row["periode"],
                    row["code_operation"],
                    row["libelle"],
                    parse_cents(row["debit"] or "0"),
                    parse_cents(row["credit"] or "0"),
                )
            )
    assert len(by_lease) == 240
    for lines in by_lease.values():
        found = reckon(lines)
        assert sum(term.open_cents for term in found.terms) - found.credit_cents == balance(lines)
        assert all(term.other_cents == term.returned_cents == 0 for term in found.terms)
