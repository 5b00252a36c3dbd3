"""The counter's real window over a real station: what a person does, and what they read."""

from dataclasses import replace

import pytest

from desktop.errors import DeviceUnavailable, StoreFull
from desktop.models.everything import ActivationCode, AuditEntry, CardCharge, Payment, RequestEvent
from desktop.services.staff import StaffCard
from desktop.views.counter.lease.presenter import Tab
from desktop.views.counter.payments.view import PaymentsView
from desktop.views.counter.requests.view import RequestsView
from desktop.views.counter.search.view import SearchView
from desktop.views.counter.shift import Place
from tests.unit.services.rows import LEASE, entry
from tests.views.counter.kit import LOGIN, PASSWORD, Desk
from tests.views.counter.pages import plain


def test_nadia_signs_in_finds_diane_and_opens_her_file(at_work: Desk) -> None:
    found = at_work.pages.search("dia")
    assert [row[0] for row in found] == ["EL AMRANI Diane"]
    at_work.pages.press("Return")
    assert at_work.pages.place is Place.LEASE
    assert at_work.pages.balance() == "À payer 1 030,10 €"
    assert at_work.count(AuditEntry) == 1


@pytest.mark.parametrize("words", ["bruneau", "EL AMRANI", "17580000012", "0698884534", "dunes", "diane dun"])
def test_a_person_is_found_by_whatever_they_say(at_work: Desk, words: str) -> None:
    assert at_work.pages.search(words)[0][0] == "EL AMRANI Diane"


def test_arrows_choose_and_enter_opens_without_leaving_the_box(at_work: Desk) -> None:
    view = at_work.pages.view(SearchView)
    assert len(at_work.pages.search("62280")) == 2
    at_work.pages.press("Down")
    assert view.box.edit.hasFocus()
    at_work.pages.press("Return")
    assert at_work.pages.place is Place.LEASE
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


def test_cash_is_taken_with_its_change_and_the_receipt_comes_out(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.take_cash("100,00", given="120")
    assert "20,00 €" in at_work.pages.words
    assert at_work.count(Payment) == 1
    assert len(at_work.printer.papers) == 1
    at_work.pages.back_to_the_file()
    assert at_work.pages.balance() == "À payer 930,10 €"
    assert at_work.pages.tab(Tab.PAPERS)[0][0] == "Reçu n° AG01-C01-000001 · Espèces"


def test_a_cheque_is_taken_subject_to_clearing(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.take_cheque("515,05", "1234567", "La Banque Postale")
    assert "Reçu sous réserve d’encaissement" in at_work.pages.words
    assert at_work.count(Payment) == 1


def test_a_whole_payment_needs_no_mouse(at_work: Desk) -> None:
    at_work.pages.search("dia")
    for key in ("Return", "F6", "F6", "Ctrl+Return"):
        at_work.pages.press(key)
    assert at_work.count(Payment) == 1
    assert "1 030,10 €" in at_work.pages.words
    at_work.pages.press("Ctrl+Return")
    assert at_work.pages.balance() == "Rien à payer 0,00 €"


@pytest.mark.parametrize(
    ("amount", "given", "words"),
    [
        ("0", "", "Le montant doit être supérieur à zéro."),
        ("-20", "", "Le montant doit être supérieur à zéro."),
        ("vingt", "", "Ce n’est pas un montant. Écrivez-le comme 123,45."),
        ("100", "80", "Il manque 20,00 €."),
        ("4000", "", "Trop d’espèces : la loi permet encore 2 030,10 € pour ces échéances."),
        ("1100", "", "C’est plus que ce qui est dû (1 030,10 €)."),
    ],
)
def test_what_cannot_be_taken_is_said_and_takes_nothing(
    at_work: Desk, amount: str, given: str, words: str
) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.take_cash(amount, given)
    assert words in at_work.pages.words + at_work.pages.message
    at_work.pages.press("Ctrl+Return")
    assert at_work.count(Payment) == 0


def test_more_than_is_owed_stays_as_credit_once_the_tenant_agreed(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.take_cash("1100", agree=True)
    at_work.pages.back_to_the_file()
    assert at_work.pages.balance() == "Payé d’avance 69,90 €"


def test_a_cheque_without_its_number_is_asked_for_it(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    view = at_work.pages.take_cheque("100", "")
    assert plain(view.form.number.error) == "Il faut le n° du chèque : il est imprimé sur le reçu."
    assert at_work.count(Payment) == 0


def test_a_full_disk_says_not_to_take_the_money(at_work: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work.pages.open("el amrani")

    def full(*_anything: object, **_named: object) -> None:
        raise StoreFull

    monkeypatch.setattr(at_work.station.journal, "append", full)
    at_work.pages.take_cash("100")
    assert "N’encaissez rien" in at_work.pages.message
    assert at_work.count(Payment) == 0


def test_a_printer_that_fails_leaves_the_payment_and_a_way_to_print_again(at_work: Desk) -> None:
    kept, at_work.printer.answer = at_work.printer.answer, DeviceUnavailable("printer", "too_slow")
    at_work.pages.open("el amrani")
    view = at_work.pages.take_cash("100")
    assert "rien n’est sorti" in plain(view.done.paper.words)
    at_work.printer.answer = kept
    at_work.pages.click(view.done.again)
    assert len(at_work.printer.papers) == 1


def test_offline_the_payment_says_of_when_the_balance_is_and_is_taken(at_work: Desk) -> None:
    at_work.station.online = False
    at_work.pages.open("el amrani")
    at_work.pages.press("F6")
    assert at_work.pages.message.startswith("Hors ligne")
    at_work.pages.take_cash("100")
    assert at_work.count(Payment) == 1


def test_a_payment_at_another_desk_changes_the_balance_under_the_eyes(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.add(entry(99, "2026-11-22", "REGLT", -30_10))
    at_work.shell.changed.emit()
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
    with at_work.station._cache.database.read() as session:
        assert session.query(CardCharge).one().state == "unknown"


def test_a_key_hides_everything_and_the_same_person_goes_on(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.press("F6")
    at_work.pages.type(at_work.pages.view(PaymentsView).form.amount, "123,45")
    at_work.pages.press("F12")
    assert at_work.shell.locked
    assert "EL AMRANI" not in at_work.pages.words
    assert "123,45" not in at_work.pages.words
    at_work.pages.sign_in("", PASSWORD, at_work.code())
    assert at_work.pages.view(PaymentsView).form.amount.text() == "123,45"


def test_no_key_works_through_a_locked_counter(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.press("Ctrl+L")
    for key in ("F2", "F3", "F6", "Esc"):
        at_work.pages.press(key)
    assert at_work.shell.locked
    assert "EL AMRANI" not in at_work.pages.words


def test_another_person_at_a_locked_counter_finds_nothing_of_the_first(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.lock()
    at_work.shell.welcome(StaffCard("karim", "Karim Saïd", "front_desk_agent", "AG01"))
    at_work.settle()
    assert at_work.pages.place is Place.SEARCH
    assert at_work.shell.shift.recent == []
    assert "EL AMRANI" not in at_work.pages.words


def test_an_untouched_counter_locks_itself(at_work: Desk) -> None:
    at_work.shell._parts = replace(
        at_work.shell._parts, patience=replace(at_work.shell._parts.patience, before_lock=3)
    )
    for _ in range(3):
        at_work.shell.tick()
    at_work.settle()
    assert at_work.shell.locked


def test_signing_out_forgets_everything(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.sign_out()
    assert (at_work.pages.place, at_work.shell.shift.staff) == (Place.SIGN_IN, None)
    assert "EL AMRANI" not in at_work.pages.words


def test_a_larger_text_keeps_what_was_typed(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    at_work.pages.press("F6")
    at_work.pages.type(at_work.pages.view(PaymentsView).form.amount, "50")
    assert at_work.shell.frame is not None
    at_work.pages.click(at_work.shell.frame.text_size)
    assert at_work.pages.view(PaymentsView).form.amount.text() == "50"
    assert at_work.shell.look.text == 1.5


def test_the_other_language_is_one_click_away(at_work: Desk) -> None:
    assert at_work.shell.frame is not None
    at_work.pages.click(at_work.shell.frame.language)
    assert "Find a tenant" in at_work.pages.words


def test_an_incident_has_a_number_that_stays_until_it_is_read(at_work: Desk) -> None:
    at_work.shell.report(RuntimeError("a fault"))
    assert at_work.pages.incident.startswith("Un incident est survenu : n° 22-")
    at_work.pages.open("el amrani")
    assert at_work.pages.incident
    assert at_work.shell.frame is not None
    at_work.pages.click(at_work.shell.frame.close_message)
    assert at_work.pages.incident == ""


def test_the_status_line_counts_what_waits(at_work: Desk) -> None:
    assert at_work.shell.frame is not None
    at_work.pages.open("el amrani")
    at_work.shell.tick()
    at_work.shell.tick()
    at_work.settle()
    assert "2" in at_work.shell.frame.status.words


def test_a_lease_unlocked_with_a_reason_says_so(at_work: Desk) -> None:
    from desktop.models.everything import Attempt

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
