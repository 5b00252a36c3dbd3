"""The papers of a lease: what they say, and when the law allows them."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_receipt import payment_receipt_pdf
from desktop.documents.payment.payment_record import AllocationOrder, Outlook, PaymentReceipt, Portion
from desktop.documents.rent.rent_receipt import rent_receipt_pdf
from desktop.documents.rent.rent_record import LineKind
from desktop.documents.seal import Duplicate
from desktop.errors import Refused
from desktop.models.landlord import Landlord
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.payment import Payment
from desktop.rules.means import Means
from desktop.security.device_key import new_device_key, public_key
from desktop.security.seal import check_seal, seal
from desktop.services.papers import payment_papers, rent_papers
from desktop.services.papers.papers import papers_available
from desktop.services.papers.payment_papers import payment_receipt
from desktop.services.papers.rent_papers import rent_receipt
from desktop.services.papers.sealing import sealed
from desktop.services.payments.card_charges import SettleCharge, StartCharge
from desktop.services.payments.payments import TakePayment
from tests.unit.documents import reading
from tests.unit.services.conftest import Place
from tests.unit.services.rows import LEASE, NOW, device, entry

OWED = 1_030_10


def paid(place: Place, cents: int, **said: object) -> str:
    at = said.pop("at", NOW)
    fields = {"lease_id": LEASE, "means": "cash", "amount_cents": cents, "balance_seen_cents": OWED} | said
    done = place.perform(TakePayment(**fields), at=at)  # type: ignore[arg-type]
    assert done.result is not None
    return str(done.result["receipt_id"])


def test_a_receipt_says_who_paid_what_to_whom(station: Place) -> None:
    receipt: PaymentReceipt = station.ask(payment_receipt, paid(station, 600_00))
    assert receipt.parties.landlord.name == "Habitat 62"
    assert receipt.parties.agency.place == "Calais"
    assert [each.last for each in receipt.parties.tenants] == ["EL AMRANI"]
    assert receipt.parties.dwelling.address == (
        "Bât. A - Esc. 3 - Étage 2 - Appt 89",
        "133 chemin des Dunes",
        "62280 Saint-Martin-Boulogne",
    )
    assert (receipt.station_number, receipt.number) == ("AG01-C01-000007", None)
    assert (receipt.taken_by, receipt.at_kiosk) == ("Nadia Lefèvre", False)
    assert (receipt.balance_before_cents, receipt.balance_after_cents) == (OWED, OWED - 600_00)
    assert [(part.period, part.cents, part.remaining_cents) for part in receipt.allocations] == [
        ("2026-10", 515_05, 0),
        ("2026-11", 84_95, 515_05 - 84_95),
    ]
    assert (receipt.order, receipt.outlook) == (AllocationOrder.LEGAL, Outlook.READY)
    assert not receipt.subject_to_clearing


def test_a_receipt_says_that_the_tenant_named_the_term(station: Place) -> None:
    receipt = station.ask(payment_receipt, paid(station, 100_00, periods=("2026-11",)))
    assert (receipt.order, receipt.outlook) == (AllocationOrder.STATED, Outlook.WHEN_PAID_IN_FULL)


def test_a_cheque_is_received_with_a_reserve(station: Place) -> None:
    by_cheque = {"means": "cheque", "cheque_number": "0012345", "cheque_bank": "La Banque Postale"}
    receipt = station.ask(payment_receipt, paid(station, OWED, **by_cheque))
    assert receipt.subject_to_clearing
    assert receipt.outlook is Outlook.AFTER_CLEARING
    assert (receipt.paid_by.cheque_number, receipt.paid_by.cheque_bank) == ("0012345", "La Banque Postale")


def test_what_is_paid_too_much_is_an_advance(station: Place) -> None:
    receipt = station.ask(payment_receipt, paid(station, OWED + 500, accept_credit=True))
    last = receipt.allocations[-1]
    assert (last.portion, last.cents, last.period) == (Portion.ADVANCE, 500, None)


def test_a_card_payment_at_a_kiosk_names_the_kiosk_and_four_digits(station: Place) -> None:
    station.add(device("kiosk-1", kind="kiosk", code="AG01-K01"))
    at_kiosk = {"actor": f"tenant:{LEASE}", "device_id": "kiosk-1", "device_code": "AG01-K01"}
    start = StartCharge(lease_id=LEASE, amount_cents=100, balance_seen_cents=OWED)
    started = station.perform(start, **at_kiosk)
    assert started.result is not None
    settle = SettleCharge(
        charge_id=started.result["charge_id"], outcome="approved", authorisation="A1", card_last4="4242"
    )
    done = station.perform(settle, **at_kiosk)
    assert done.result is not None
    receipt = station.ask(payment_receipt, done.result["receipt_id"])
    assert (receipt.at_kiosk, receipt.taken_by) == (True, "AG01-K01")
    assert (receipt.paid_by.card_last4, receipt.paid_by.authorisation) == ("4242", "A1")


def test_a_duplicate_says_what_the_original_said(station: Place) -> None:
    first = paid(station, 100_00)
    original = station.ask(payment_receipt, first)
    later = NOW + timedelta(days=3)
    paid(station, 415_05, balance_seen_cents=OWED - 100_00, at=later)
    station.add(entry(90, "2026-12-01", "LOYER", 500_00))
    again = station.ask(payment_receipt, first, duplicate=Duplicate(original_at=NOW, reprinted_at=later))
    assert again.duplicate is not None
    assert (again.duplicate.original_at, again.duplicate.reprinted_at) == (NOW, later)
    assert (again.allocations, again.outlook) == (original.allocations, original.outlook)
    assert again.balance_after_cents == original.balance_after_cents


def test_an_unknown_receipt_and_a_nameless_landlord_are_refused(station: Place) -> None:
    with pytest.raises(Refused, match="receipt_unknown"):
        station.ask(payment_receipt, "0")
    receipt = paid(station, 100)
    with station.database.write() as session:
        session.delete(session.get(Landlord, "62"))
    with pytest.raises(Refused, match="landlord_unknown"):
        station.ask(payment_receipt, receipt)


def test_a_paid_term_has_its_rent_receipt_with_rent_and_charges_apart(station: Place) -> None:
    paper = station.ask(rent_receipt, LEASE, "2026-09", NOW)
    assert [(line.kind, line.cents) for line in paper.lines] == [
        (LineKind.RENT, 661_37),
        (LineKind.RLS, -46_28),
        (LineKind.CHARGES, 190_96),
        (LineKind.HOUSING_BENEFIT, -291_00),
    ]
    assert paper.total_cents == 515_05
    assert [(each.cents, str(each.paid_on)) for each in paper.settlements] == [(515_05, "2026-09-10")]
    assert paper.number == "17580000012-2026-09"


def test_a_rent_receipt_names_every_payment_that_settled_the_term(station: Place) -> None:
    paid(station, 300_00)
    paid(station, 300_00, balance_seen_cents=OWED - 300_00, at=NOW + timedelta(days=1))
    paper = station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=1))
    assert [(each.means, each.cents) for each in paper.settlements] == [
        (Means.CASH, 300_00),
        (Means.CASH, 215_05),
    ]


@pytest.mark.parametrize(("cents", "reason"), [(0, "unpaid"), (100_00, "part_paid")])
def test_a_term_that_is_not_wholly_paid_has_no_rent_receipt(station: Place, cents: int, reason: str) -> None:
    if cents:
        paid(station, cents)
    with pytest.raises(Refused) as refusal:
        station.ask(rent_receipt, LEASE, "2026-10", NOW)
    assert (refusal.value.code, refusal.value.facts["reason"]) == ("paper_not_allowed", reason)


def test_a_cheque_gives_its_rent_receipt_once_it_has_cleared(station: Place) -> None:
    paid(station, OWED, means="cheque", cheque_number="1")
    with pytest.raises(Refused) as refusal:
        station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=14))
    assert refusal.value.facts["reason"] == "uncleared"
    paper = station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=15))
    assert paper.settlements[0].means is Means.CHEQUE


@pytest.mark.parametrize(
    ("label", "means", "wait"),
    [
        ("Prélèvement automatique", Means.DIRECT_DEBIT, 8),
        ("TIP SEPA", Means.DIRECT_DEBIT, 8),
        ("Chèque bancaire", Means.CHEQUE, 15),
        ("Paiement par carte bancaire", Means.CARD, 0),
        ("Règlement espèces guichet", Means.CASH, 0),
        ("Virement reçu", Means.TRANSFER, 0),
        ("Règlement n° 90", Means.UNKNOWN, 15),
    ],
)
def test_the_landlords_own_lines_say_by_what_means_and_may_bounce_for_a_while(
    station: Place, label: str, means: Means, wait: int
) -> None:
    station.add(entry(90, "2026-11-22", "REGLT", -515_05, label=label))
    if wait:
        with pytest.raises(Refused):
            station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=wait - 1))
    paper = station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=wait))
    assert paper.settlements[0].means is means


def test_a_label_that_names_no_means_may_bounce_as_long_as_any_and_is_not_called_a_transfer(
    station: Place,
) -> None:
    station.add(entry(90, "2026-11-22", "REGLT", -515_05, label="Régul. Eficash"))
    with pytest.raises(Refused) as refusal:
        station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=14))
    assert refusal.value.facts["reason"] == "uncleared"
    paper = station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=15))
    assert paper.settlements[0].means is Means.UNKNOWN
    said = reading.text(rent_receipt_pdf(paper, Wording("fr")))
    assert "Moyen de paiement non précisé" in said
    assert "Virement" not in said


def test_what_we_took_says_its_own_means_whatever_its_line_is_called(station: Place) -> None:
    paid(station, OWED, means="cheque", cheque_number="1")
    with station.database.write() as session:
        session.execute(
            update(LedgerEntry).where(LedgerEntry.payment_id.is_not(None)).values(label="Virement")
        )
    with pytest.raises(Refused) as refusal:
        station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=14))
    assert refusal.value.facts["reason"] == "uncleared"
    paper = station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=15))
    assert paper.settlements[0].means is Means.CHEQUE


def test_a_line_of_ours_whose_payment_is_not_at_hand_is_not_guessed_from_its_label(station: Place) -> None:
    paid(station, OWED)
    with station.database.write() as session:
        session.execute(delete(Payment))
    with pytest.raises(Refused) as refusal:
        station.ask(rent_receipt, LEASE, "2026-10", NOW + timedelta(days=14))
    assert refusal.value.facts["reason"] == "uncleared"


def test_what_runs_against_its_kind_stands_apart_under_the_landlords_words(station: Place) -> None:
    station.add(entry(90, "2026-09-15", "LOYER", -10_00, label="Remise sur loyer"))
    paper = station.ask(rent_receipt, LEASE, "2026-09", NOW)
    assert (paper.lines[-1].kind, paper.lines[-1].label) == (LineKind.OTHER, "Remise sur loyer")
    assert paper.total_cents == 505_05


def test_a_month_without_a_term_has_no_rent_receipt(station: Place) -> None:
    with pytest.raises(Refused, match="term_unknown"):
        station.ask(rent_receipt, LEASE, "2020-01", NOW)


def test_the_list_says_what_may_be_had_and_why_not(station: Place) -> None:
    receipt = paid(station, 600_00)
    papers = station.ask(papers_available, LEASE, NOW)
    assert [(each.kind, each.period, each.allowed, each.reason_code) for each in papers] == [
        ("payment_receipt", None, True, ""),
        ("rent_receipt", "2026-11", False, "part_paid"),
        ("rent_receipt", "2026-10", True, ""),
        ("rent_receipt", "2026-09", True, ""),
    ]
    assert (papers[0].receipt_id, papers[0].cents, papers[0].at) == (receipt, 600_00, NOW)
    with pytest.raises(Refused, match="lease_unknown"):
        station.ask(papers_available, "0", NOW)


def test_the_signed_code_proves_what_the_paper_says(station: Place) -> None:
    key = new_device_key()
    receipt = station.ask(payment_receipt, paid(station, 600_00))
    paper = sealed(payment_papers.PAPER, receipt, lambda fields: seal(key, fields))
    assert paper.seal is not None
    proven = check_seal(public_key(key), paper.seal.payload)
    assert (proven["number"], proven["lease"], proven["cents"]) == ("AG01-C01-000007", LEASE, 600_00)
    september = station.ask(rent_receipt, LEASE, "2026-09", NOW)
    of_the_term = sealed(rent_papers.PAPER, september, lambda fields: seal(key, fields))
    assert of_the_term.seal is not None
    assert check_seal(public_key(key), of_the_term.seal.payload)["paper"] == "rent_receipt"
    assert of_the_term.seal.check_code != paper.seal.check_code


def test_the_papers_can_be_drawn(station: Place) -> None:
    receipt = station.ask(payment_receipt, paid(station, 600_00))
    assert payment_receipt_pdf(receipt, Wording("fr")).startswith(b"%PDF")
