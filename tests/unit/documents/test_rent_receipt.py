"""The rent receipt: rent and charges apart, nothing left open, nothing that does not add up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.language.wording import Wording
from desktop.documents.rent.rent_receipt import LineKind, RentLine, RentReceipt, Settlement, rent_receipt_pdf
from desktop.errors import Invalid
from desktop.rules.means import Means
from tests.unit.documents import reading, samples
from tests.unit.documents.samples import rent

FR, EN = Wording("fr"), Wording("en")
PAID_BY_BENEFIT: dict[str, Any] = {
    "lines": (
        RentLine(kind=LineKind.RENT, cents=20000),
        RentLine(kind=LineKind.HOUSING_BENEFIT, cents=-20000),
    ),
    "total_cents": 0,
    "settlements": (),
}


def test_rent_and_charges_stand_apart_with_every_reduction_and_benefit() -> None:
    said = reading.text(rent_receipt_pdf(rent(), FR))
    for words in (
        "Quittance de loyer",
        "528,15 €",
        "Loyer de novembre 2026, entièrement réglé",
        "Loyer principal 661,37 €",
        "Supplément de loyer de solidarité (SLS) 25,50 €",
        "Réduction de loyer de solidarité (RLS) −46,28 €",
        "Total du loyer 640,59 €",
        "Provision pour charges 190,96 €",
        "Régularisation des charges 2025 −12,40 €",
        "Total des charges 178,56 €",
        "Loyer et charges 819,15 €",
        "Aide personnalisée au logement (APL), versée au bailleur −291,00 €",
        "Somme réglée par le locataire 528,15 €",
        "5 novembre 2026 Prélèvement 400,00 €",
        "22 novembre 2026 Carte bancaire, AG02-K01-000123 128,15 €",
        "cinq cent vingt-huit euros et quinze centimes",
        "lui en donnons quittance",
        "Cette quittance remplace tous les reçus",
        "Ce document vous est remis gratuitement",
    ):
        assert words in said


def test_a_term_that_the_benefit_covers_is_acknowledged_without_a_payment() -> None:
    said = reading.text(rent_receipt_pdf(rent(**PAID_BY_BENEFIT), FR))
    assert "ne doit plus rien pour le loyer et les charges de novembre 2026" in said
    assert "Aucune charge pour cette échéance 0,00 €" in said
    assert "Rien n’était à payer" in said


def test_a_term_in_credit_says_what_goes_to_the_tenant() -> None:
    lines = (RentLine(kind=LineKind.RENT, cents=20000), RentLine(kind=LineKind.ADJUSTMENT, cents=-25000))
    said = reading.text(rent_receipt_pdf(rent(lines=lines, total_cents=-5000, settlements=()), FR))
    assert "En votre faveur, reporté sur votre compte 50,00 €" in said


def test_a_copy_keeps_its_number_and_says_that_it_is_one() -> None:
    said = reading.text(rent_receipt_pdf(rent(duplicate=samples.COPY), FR))
    assert "DUPLICATA" in said
    assert "n° AG02-Q-2026-0004512" in said


def test_an_english_rent_receipt_keeps_the_french_word_others_will_ask_for() -> None:
    said = reading.text(rent_receipt_pdf(rent(), EN))
    assert "Rent receipt (quittance)" in said
    assert "five hundred and twenty-eight euros and fifteen cents" in said


@pytest.mark.parametrize("wording", [FR, EN])
def test_a_rent_receipt_with_every_line_fits_one_page(wording: Wording) -> None:
    assert len(reading.pages(rent_receipt_pdf(rent(), wording))) == 1


@pytest.mark.parametrize("kind", list(LineKind))
def test_every_kind_of_line_has_words_in_both_languages(kind: LineKind) -> None:
    below = kind in {LineKind.RLS, LineKind.HOUSING_BENEFIT}
    line = RentLine(kind=kind, cents=-1234 if below else 1234)
    base = RentLine(kind=LineKind.RENT, cents=50000)
    total = base.cents + line.cents
    paid = Settlement(paid_on=date(2026, 11, 5), means=Means.CASH, cents=total)
    receipt = rent(lines=(base, line), total_cents=total, settlements=(paid,))
    assert "12,34 €" in reading.text(rent_receipt_pdf(receipt, FR))
    assert "€12.34" in reading.text(rent_receipt_pdf(receipt, EN))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rents=st.lists(st.integers(1, 200_000), min_size=1, max_size=4),
    charges=st.lists(st.integers(-50_000, 90_000), max_size=4),
)
def test_the_lines_printed_add_up_to_what_was_paid(rents: list[int], charges: list[int]) -> None:
    lines = (
        *(RentLine(kind=LineKind.RENT, cents=cents, label="Ligne") for cents in rents),
        *(RentLine(kind=LineKind.ADJUSTMENT, cents=cents, label="Ligne") for cents in charges),
    )
    total = sum(rents) + sum(charges)
    paid = (Settlement(paid_on=date(2026, 11, 5), means=Means.CASH, cents=total),) if total > 0 else ()
    receipt = rent(lines=lines, total_cents=total, settlements=paid)
    printed = "\n".join(reading.pages(rent_receipt_pdf(receipt, FR))).splitlines()
    assert sum(reading.amounts(line)[0] for line in printed if line.startswith("Ligne ")) == total


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"open_cents": 1}, "term_still_open"),
        ({"open_cents": -1}, "term_still_open"),
        ({"total_cents": 52816}, "do_not_add_up"),
        ({"settlements": ()}, "do_not_add_up"),
        ({"lines": ()}, "do_not_add_up"),
        ({"lines": (RentLine(kind=LineKind.CHARGES, cents=52815),)}, "no_rent"),
        ({"number": ""}, "missing"),
        (PAID_BY_BENEFIT | {"settlements": rent().settlements}, "do_not_add_up"),
    ],
)
def test_what_is_not_wholly_paid_or_does_not_add_up_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Invalid, match=f"^{code}$"):
        rent(**changes)


@pytest.mark.parametrize(
    ("kind", "cents"),
    [
        (LineKind.RLS, 4628),
        (LineKind.HOUSING_BENEFIT, 1),
        (LineKind.RENT, -1),
        (LineKind.SLS, -1),
        (LineKind.CHARGES, -1),
    ],
)
def test_a_line_of_the_wrong_sign_is_refused(kind: LineKind, cents: int) -> None:
    with pytest.raises(Invalid, match="wrong_sign"):
        RentLine(kind=kind, cents=cents)


def test_a_settlement_of_nothing_is_refused() -> None:
    with pytest.raises(Invalid, match="not_positive"):
        replace(rent().settlements[0], cents=0)


def test_lines_come_in_the_order_of_their_kinds() -> None:
    receipt: RentReceipt = rent()
    assert [line.kind for line in receipt.of(LineKind.RLS, LineKind.RENT)] == [LineKind.RLS, LineKind.RENT]
