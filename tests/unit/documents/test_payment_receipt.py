"""The reçu: what it must say, on A4 and on the roll, and what it must never say."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_receipt import (
    AllocationLine,
    AllocationOrder,
    Outlook,
    PaidBy,
    Portion,
    payment_receipt_pdf,
)
from desktop.errors import Invalid
from desktop.rules.means import Means
from tests.unit.documents import reading, samples
from tests.unit.documents.samples import payment

FR, EN = Wording("fr"), Wording("en")
BY_CHEQUE: dict[str, Any] = {
    "paid_by": samples.CHEQUE,
    "subject_to_clearing": True,
    "outlook": Outlook.AFTER_CLEARING,
}


@pytest.mark.parametrize("layout", ["a4", "roll80"])
def test_a_receipt_says_all_that_proves_a_payment(layout: Any) -> None:
    said = reading.text(payment_receipt_pdf(payment(), FR, layout))
    for words in (
        "450,00 €",
        "quatre cent cinquante euros",
        "Mme Diane EL AMRANI",
        "n° AG02-K01-000123 (numéro provisoire)",
        "Arras, le 22 novembre 2026 à 10 h 42",
        "Carte bancaire terminant par 4242, autorisation 5A3F21",
        "Agence d’Arras, borne K01",
        "17580000012",
        "RF18 5390 0754 7034",
        "Loyer et charges d’octobre 2026",
        "soldé",
        "Code civil, art. 1342-10",
        "Ce reçu n’est pas une quittance.",
        "7KQ4-2M9X",
        "loi n° 89-462 du 6 juillet 1989, art. 21",
        "22 novembre 2026 à 6 h 00",
        "SIREN 344 077 672",
    ):
        assert words in said


def test_the_canonical_number_takes_the_first_place_once_known() -> None:
    said = reading.text(payment_receipt_pdf(payment(number="2026-0004512"), FR))
    assert "n° 2026-0004512 établi au poste sous le n° AG02-K01-000123" in said
    assert "provisoire" not in said


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (AllocationOrder.STATED, "Vous avez dit vous-même"),
        (AllocationOrder.LEGAL, "La loi fixe alors l’ordre"),
    ],
)
def test_who_chose_the_order_is_printed(order: AllocationOrder, words: str) -> None:
    assert words in reading.text(payment_receipt_pdf(payment(order=order), FR))


@pytest.mark.parametrize("layout", ["a4", "roll80"])
def test_an_advance_settles_nothing_so_no_order_is_told(layout: Any) -> None:
    advance = (AllocationLine(portion=Portion.ADVANCE, cents=45000),)
    said = reading.text(payment_receipt_pdf(payment(allocations=advance), FR, layout))
    assert "Avance sur les prochaines échéances 450,00 €" in said
    assert "1342-10" not in said


@pytest.mark.parametrize("layout", ["a4", "roll80"])
def test_a_cheque_is_received_subject_to_clearing(layout: Any) -> None:
    said = reading.text(payment_receipt_pdf(payment(**BY_CHEQUE), FR, layout))
    assert "Reçu sous réserve d’encaissement" in said
    assert "Chèque n° 0012345, La Banque Postale" in said
    assert "Reste à payer une fois le paiement encaissé" in said


@pytest.mark.parametrize("layout", ["a4", "roll80"])
def test_a_copy_says_that_it_is_one_and_of_what(layout: Any) -> None:
    copy = payment(duplicate=samples.COPY, received_at=samples.COPY.original_at)
    said = reading.text(payment_receipt_pdf(copy, FR, layout))
    assert "DUPLICATA" in said
    assert (
        "Copie de l’original du 3 novembre 2026 à 15 h 05, réimprimée le 22 novembre 2026 à 10 h 50" in said
    )
    assert "DUPLICATA" not in reading.text(payment_receipt_pdf(payment(), FR, layout))


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (81310, "Il vous reste à payer", "363,10 €"),
        (45000, "Votre compte est à jour", "0,00 €"),
        (30000, "Vous avez d’avance", "150,00 €"),
        (-1000, "Vous aviez d’avance", "460,00 €"),
    ],
)
def test_the_account_is_told_before_and_after(before: int, words: str, after: str) -> None:
    said = reading.text(payment_receipt_pdf(payment(balance_before_cents=before), FR))
    assert words in said
    assert after in said.partition("Votre compte")[2]


@pytest.mark.parametrize(
    "outlook", [Outlook.WHEN_PAID_IN_FULL, Outlook.AFTER_CLEARING, Outlook.AFTER_BENEFIT]
)
def test_every_outlook_promises_the_rent_receipt_free_of_charge(outlook: Outlook) -> None:
    said = reading.text(payment_receipt_pdf(payment(outlook=outlook), FR))
    assert "Votre quittance vous sera remise gratuitement" in said


def test_every_portion_has_words_in_both_languages() -> None:
    for portion in Portion:
        part = AllocationLine(portion=portion, cents=45000, period="2026-10")
        for wording in (FR, EN):
            assert len(reading.text(payment_receipt_pdf(payment(allocations=(part,)), wording))) > 500


def test_what_the_erp_calls_a_sum_replaces_the_usual_words() -> None:
    part = AllocationLine(portion=Portion.OTHER, cents=45000, label="Remplacement d'un badge d'accès")
    said = reading.text(payment_receipt_pdf(payment(allocations=(part,)), FR))
    assert "Remplacement d’un badge d’accès 450,00 €" in said
    assert "Reste à payer Remplacement" not in said


def test_an_english_receipt_is_english_throughout() -> None:
    said = reading.text(payment_receipt_pdf(payment(**BY_CHEQUE), EN))
    assert "four hundred and fifty euros" in said
    assert "Rent and charges of October 2026 €312.05 settled" in said
    assert not {"réserve", "quatre", "Reste", "soldé"} & set(said.split())


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(1, 900_000), min_size=1, max_size=20))
def test_the_amounts_printed_add_up_to_the_payment(parts: list[int]) -> None:
    allocations = tuple(AllocationLine(portion=Portion.OTHER, cents=cents, label="Somme") for cents in parts)
    receipt = payment(allocations=allocations, cents=sum(parts))
    lines = "\n".join(reading.pages(payment_receipt_pdf(receipt, FR))).splitlines()
    assert [reading.amounts(line)[0] for line in lines if line.startswith("Somme ")] == parts
    [total] = [line for line in lines if line.startswith("Total de ce paiement")]
    assert reading.amounts(total) == [sum(parts)]


def test_fourteen_terms_run_over_two_pages_with_the_head_of_the_table_again() -> None:
    pages = reading.pages(payment_receipt_pdf(samples.payment_of_terms(14), FR))
    assert len(pages) == 2
    assert "page 1 sur 2" in pages[0]
    assert "Échéance Réglé Reste à payer" in pages[1]
    assert sum(page.count("Loyer et charges") for page in pages) == 14


@pytest.mark.parametrize("changes", [{}, BY_CHEQUE, {"duplicate": samples.COPY, "number": "2026-0004512"}])
@pytest.mark.parametrize("wording", [FR, EN])
def test_an_everyday_receipt_fits_one_page(changes: dict[str, Any], wording: Wording) -> None:
    assert len(reading.pages(payment_receipt_pdf(payment(**changes), wording))) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"cents": 0, "allocations": ()}, "not_positive"),
        ({"cents": -45000}, "not_positive"),
        ({"cents": 45001}, "do_not_add_up"),
        ({"allocations": samples.TWO_TERMS[:1]}, "do_not_add_up"),
        ({"allocations": ()}, "do_not_add_up"),
        ({"received_at": datetime(2026, 11, 22)}, "time_without_zone"),  # noqa: DTZ001
        ({"balance_as_of": datetime(2026, 11, 22)}, "time_without_zone"),  # noqa: DTZ001
        ({"station_number": " "}, "missing"),
        ({"paid_by": samples.CHEQUE}, "may_bounce"),
        ({"subject_to_clearing": True}, "not_cleared"),
    ],
)
def test_facts_that_contradict_each_other_are_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Invalid, match=f"^{code}$"):
        payment(**changes)


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ({"cents": 0}, "not_positive"),
        ({"cents": -1}, "not_positive"),
        ({"remaining_cents": -1}, "negative"),
        ({"period": None}, "missing"),
    ],
)
def test_a_part_of_a_payment_that_makes_no_sense_is_refused(part: dict[str, Any], code: str) -> None:
    with pytest.raises(Invalid, match=f"^{code}$"):
        replace(samples.TWO_TERMS[0], **part)


def test_no_more_than_four_digits_of_a_card_are_ever_taken() -> None:
    with pytest.raises(Invalid, match="card_number_too_long"):
        PaidBy(means=Means.CARD, card_last4="4242424242424242")


def test_a_cheque_without_number_is_refused() -> None:
    with pytest.raises(Invalid, match="missing"):
        PaidBy(means=Means.CHEQUE)
