"""Which payments settled which term."""

import csv
from collections import defaultdict
from datetime import datetime
from importlib.resources import files

from hypothesis import given

from desktop.rules.ledger import Line, terms
from desktop.rules.money import parse_cents
from desktop.services.ledger.settlements import settled_by
from tests.unit.rules.ledgers import ledger, ledgers

OCTOBER, NOVEMBER = ("2026-10-01", "LOYER", 500), ("2026-11-01", "LOYER", 500)


def shares(
    *entries: tuple[str, str, int], named: dict[str, list[tuple[str, int]]] | None = None
) -> dict[str, list[tuple[str, int]]]:
    """The id of the line (E1, E2 … or `credit`) and its cents, for each term."""
    lines = ledger(*entries)
    found = settled_by(lines, named or {}, terms(lines, named or {}))
    return {
        period: [(share.line.id if share.line else "credit", share.cents) for share in each]
        for period, each in found.items()
    }


def test_payments_settle_the_oldest_term_in_the_order_they_came() -> None:
    found = shares(OCTOBER, NOVEMBER, ("2026-10-05", "REGLT", -300), ("2026-11-05", "REGLT", -400))
    assert found == {"2026-10": [("E3", 300), ("E4", 200)], "2026-11": [("E4", 200)]}


def test_a_payment_settles_the_term_it_named() -> None:
    found = shares(OCTOBER, NOVEMBER, ("2026-11-05", "REGLT", -500), named={"E3": [("2026-11", 500)]})
    assert found == {"2026-10": [], "2026-11": [("E3", 500)]}


def test_a_payment_that_bounced_settles_nothing() -> None:
    bounced = (("2026-10-05", "REGLT", -500), ("2026-10-12", "REGLT", 500), ("2026-10-20", "REGLT", -500))
    assert shares(OCTOBER, *bounced) == {"2026-10": [("E4", 500)]}


def test_a_bounce_cancels_the_payment_of_its_amount_first() -> None:
    paid = (("2026-10-05", "REGLT", -200), ("2026-10-06", "REGLT", -300), ("2026-10-12", "REGLT", 200))
    assert shares(OCTOBER, *paid) == {"2026-10": [("E3", 300)]}


def test_a_credit_that_no_payment_explains_is_one() -> None:
    found = shares(
        ("2026-10-01", "LOYER", 100), ("2026-10-01", "APL", -300), NOVEMBER, ("2026-11-05", "REGLT", -300)
    )
    assert found["2026-11"] == [("E4", 300), ("credit", 200)]


@given(ledgers())
def test_shares_make_up_what_is_paid_and_no_payment_gives_more_than_it_has(
    drawn: tuple[tuple[Line, ...], dict[str, list[tuple[str, int]]]],
) -> None:
    lines, named = drawn
    read = terms(lines, named)
    found = settled_by(lines, named, read)
    assert {period: sum(share.cents for share in each) for period, each in found.items()} == {
        term.period: term.paid_cents for term in read
    }
    given_by: dict[str, int] = defaultdict(int)
    for share in (share for each in found.values() for share in each):
        assert share.cents > 0
        if share.line is not None:
            given_by[share.line.id] += share.cents
    amounts = {line.id: -line.net_cents for line in lines}
    assert all(cents <= amounts[line] for line, cents in given_by.items())


def test_every_term_of_the_sample_is_explained_by_its_payments() -> None:
    sample = files("desktop.resources").joinpath("demo/erp-export/ecritures.csv").read_text("cp1252")
    by_lease: dict[str, list[Line]] = defaultdict(list)
    for row in csv.DictReader(sample.splitlines(), delimiter=";"):
        line = Line(
            row["numero_ecriture"],
            datetime.strptime(row["date"], "%d/%m/%Y").date(),  # noqa: DTZ007
            row["periode"],
            row["code_operation"],
            row["libelle"],
            parse_cents(row["debit"] or "0"),
            parse_cents(row["credit"] or "0"),
        )
        by_lease[row["numero_contrat"]].append(line)
    paid = 0
    for lines in by_lease.values():
        read = terms(lines)
        found = settled_by(lines, {}, read)
        for term in read:
            assert sum(share.cents for share in found[term.period]) == term.paid_cents
            paid += term.paid_cents
    assert paid > 100_000_00
