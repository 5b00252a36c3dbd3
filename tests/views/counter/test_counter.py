"""The counter's real window over a real station: what a person does, and what they read."""

import pytest

from desktop.models.activation_code import ActivationCode
from desktop.models.attempt import Attempt
from desktop.models.card_charge import CardCharge
from desktop.models.payment import Payment
from desktop.models.request import RequestEvent
from desktop.views.counter.requests.view import RequestsView
from desktop.views.counter.search.view import SearchView
from tests.unit.services.rows import LEASE, entry
from tests.views.counter.kit import LOGIN, PASSWORD, Desk

"""The counter's real window over a real station: what a person does, and what they read."""


def test_nadia_signs_in_finds_diane_and_opens_her_file(at_work: Desk) -> None:
    found = at_work.pages.search("dia")
    assert [row[0] for row in found] == ["EL AMRANI Diane"]
    at_work.pages.press("Return")
    assert at_work.pages.place == "lease"
    assert at_work.pages.balance() == "À payer 1 030,10 €"
    assert at_work.audited() == ["staff_signed_in", "lease_viewed"]


@pytest.mark.parametrize("words", ["bruneau", "EL AMRANI", "17580000012", "0698884534", "dunes", "diane dun"])
def test_a_person_is_found_by_whatever_they_say(at_work: Desk, words: str) -> None:
    assert at_work.pages.search(words)[0][0] == "EL AMRANI Diane"


def test_arrows_choose_and_enter_opens_without_leaving_the_box(at_work: Desk) -> None:
    view = at_work.pages.view(SearchView)
    assert len(at_work.pages.search("62280")) == 2
    at_work.pages.press("Down")
    assert view.box.edit.hasFocus()
    at_work.pages.press("Return")
    assert at_work.pages.place == "lease"
    assert "FRANÇOIS" in at_work.pages.words


def test_escape_leads_back_to_the_list_as_it_was(at_work: Desk) -> None:
    at_work.pages.open("dia")
    at_work.pages.press("Esc")
    view = at_work.pages.view(SearchView)
    assert (view.box.text(), view.box.edit.selectedText()) == ("dia", "dia")


def test_an_empty_search_offers_the_files_opened_last(at_work: Desk) -> None:
    at_work.pages.open("dia")
    at_work.pages.press("F2")
    assert at_work.pages.search("") != []


def test_a_payment_at_another_desk_changes_the_balance_under_the_eyes(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.add(entry(99, "2026-11-22", "REGLT", -30_10))
    at_work.shell._station.changed.emit(frozenset())
    at_work.settle()
    assert at_work.pages.balance() == "À payer 1 000,00 €"


def test_a_new_code_is_shown_once_and_replaces_the_old_one(at_work: Desk) -> None:
    at_work.pages.open("17580000012")
    code = at_work.pages.reissue_code()
    assert len(code) == 10
    assert at_work.count(ActivationCode) == 1
    assert len(at_work.printer.papers) == 1
    at_work.pages.lock()
    at_work.pages.sign_in(LOGIN, PASSWORD, at_work.code())
    assert code not in at_work.pages.words.replace(" ", "")


def test_a_fault_reported_at_the_kiosk_is_answered_and_closed(at_work: Desk) -> None:
    at_work.a_request(photos=2)
    at_work.settle()
    assert at_work.pages.inbox()[0][:2] == ["EL AMRANI Diane", "Eau et plomberie"]
    view = at_work.pages.view(RequestsView)
    assert [button.icon().isNull() for button in view.panel.photos.buttons] == [False, False]
    at_work.pages.answer_request("Le plombier passe demain à 9 heures.", close=True)
    assert at_work.pages.message.startswith("Réponse envoyée")
    assert at_work.count(RequestEvent) == 2


def test_a_new_request_appears_by_itself(at_work: Desk) -> None:
    assert at_work.pages.inbox() == []
    at_work.a_request()
    at_work.settle()
    assert len(at_work.pages.inbox()) == 1


def test_a_card_payment_in_doubt_is_settled_with_its_proof_and_receipt(at_work: Desk) -> None:
    at_work.a_doubt()
    at_work.pages.resolve_charge(paid=True, reason="vu dans la liste", evidence="ticket 42")
    assert at_work.pages.message.startswith("Le paiement est enregistré.")
    assert (at_work.count(Payment), len(at_work.printer.papers)) == (1, 1)


def test_a_card_payment_in_doubt_needs_its_proof(at_work: Desk) -> None:
    at_work.a_doubt()
    at_work.pages.resolve_charge(paid=False, reason="rien dans la liste", evidence="")
    assert "Écrivez la preuve" in at_work.pages.words
    with at_work.station.replica.current.database.read() as session:
        assert session.query(CardCharge).one().state == "unknown"


def test_a_lease_unlocked_with_a_reason_says_so(at_work: Desk) -> None:
    at_work.add(
        Attempt(
            id=f"sign_in:{LEASE}",
            scope="AG01",
            failures=9,
            last_failure_at=at_work.at,
            blocked_until=None,
            locked=True,
            unlock_reason="",
        )
    )
    at_work.pages.open("el amrani")
    at_work.pages.unlock_account("venue au guichet, pièce vue")
    assert at_work.pages.message == "Le compte est débloqué : la personne peut réessayer maintenant."
