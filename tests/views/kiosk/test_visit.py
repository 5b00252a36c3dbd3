"""Whole visits through the real window, touched and read as a person does."""

from desktop.hardware.card_terminal import ChargeOutcome
from desktop.models.payment import Payment
from desktop.services.command import Done
from desktop.services.requests.requests import AnswerRequest, requests_of
from desktop.views.kiosk.activation.state import ActivationStep
from tests.elsewhere import done_elsewhere
from tests.pictures import kept_photo
from tests.unit.services.rows import LEASE
from tests.views.kiosk.kit import PASSWORD, Hall
from tests.views.kiosk.pages import KioskPages


def test_with_the_letter_in_hand_one_activates_and_is_in(kiosk: KioskPages, built: Hall) -> None:
    built.central_answers(lambda _command, _actor: Done(result={"account": LEASE}))
    kiosk.welcome.touch_activate()
    kiosk.activation.fill(LEASE, "2x38azegb7", "15061979", PASSWORD)
    kiosk.activation.touch_activate()
    assert kiosk.activation.heading == "Votre compte est activé"
    kiosk.activation.touch_continue()
    assert kiosk.place == "home"
    assert kiosk.home.heading == "Bonjour Madame EL AMRANI"


def test_a_refused_activation_says_so_and_lets_one_correct(kiosk: KioskPages, built: Hall) -> None:
    refusal = Done(result={"refused": "activation_mismatch", "wait_seconds": 3})
    built.central_answers(lambda _command, _actor: refusal)
    kiosk.welcome.touch_activate()
    kiosk.activation.fill(LEASE, "2X38AZEGB7", "15/06/1979", PASSWORD)
    kiosk.activation.touch_activate()
    assert "3 secondes" in kiosk.activation.message
    kiosk.wait(3)
    assert "secondes" not in kiosk.activation.message
    kiosk.activation.touch_correct(ActivationStep.CODE)
    assert "2X38A ZEGB7" in kiosk.words


def test_the_whole_visit_from_the_password_to_the_farewell(home: KioskPages, built: Hall) -> None:
    assert home.home.amount == "••• €"
    home.home.touch_figures()
    assert home.home.amount == "1 030,10 €"
    home.home.touch_tile("pay")
    home.pay.touch_everything()
    assert "1 030,10" in home.words
    home.pay.touch_pay()
    assert "1 030,10" in home.pay.message
    home.pay.touch_print()
    assert len(built.printer.papers) == 1
    home.pay.touch_print_also()
    assert len(built.printer.papers) == 2
    home.touch_finish()
    assert home.place == "goodbye"
    assert "carte" in home.goodbye.message
    home.goodbye.touch_close()
    assert home.place == "welcome"
    assert built.count(Payment) == 1


def test_the_account_is_explained_month_by_month(home: KioskPages) -> None:
    home.home.touch_tile("account")
    assert "1 030,10 €" in home.words
    home.account.touch_month(0)
    assert "novembre 2026" in home.account.heading
    assert "APL" in home.words
    home.account.touch_back()
    home.account.touch_lines()
    assert home.words.count("01/11/2026") == 4
    home.account.touch_back()
    home.account.touch_pay()
    assert home.place == "pay"


def test_a_payment_in_doubt_is_said_and_blocks(home: KioskPages, built: Hall) -> None:
    built.terminal.endings = [ChargeOutcome.UNKNOWN]
    home.home.touch_tile("pay")
    home.pay.touch_month()
    home.pay.touch_pay()
    assert home.pay.heading == "Ne payez pas une deuxième fois"
    home.pay.touch_print()
    assert len(built.printer.papers) == 1
    home.pay.touch_back()
    assert "vérification" in home.home.message
    home.home.touch_tile("pay")
    assert home.pay.heading == "Ne payez pas une deuxième fois"
    assert len(built.terminal.asked) == 1


def test_more_than_is_owed_asks_a_clear_question(home: KioskPages, built: Hall) -> None:
    home.home.touch_tile("pay")
    home.pay.touch_other()
    home.type_on_screen("2000")
    home.pay.touch_continue()
    assert not home.pay.view.primary.isEnabled()
    home.pay.tick_credit()
    home.pay.touch_pay()
    assert "969,90" in home.pay.message


def test_of_when_the_balance_is_stands_beside_whatever_is_about_to_be_paid(home: KioskPages) -> None:
    home.home.touch_tile("pay")
    assert "Solde mis à jour" in home.pay.lead
    home.pay.touch_other()
    assert "Solde mis à jour" in home.pay.lead
    home.pay.type_amount("120,50")
    home.pay.touch_continue()
    assert "Solde mis à jour" in home.pay.lead


def test_a_zero_is_explained_on_the_screen(home: KioskPages) -> None:
    home.home.touch_tile("pay")
    home.pay.touch_other()
    home.pay.type_amount("0")
    home.pay.touch_continue()
    assert "zéro" in home.pay.error


def test_papers_say_what_may_be_printed_and_why_not(home: KioskPages, built: Hall) -> None:
    home.home.touch_tile("papers")
    home.papers.touch_paper(0)
    assert "novembre 2026" in home.papers.message
    assert not home.papers.view.primary.isEnabled()
    home.papers.touch_paper(2)
    home.papers.touch_print()
    assert "imprimé" in home.papers.message
    assert len(built.printer.papers) == 1


def test_a_visit_leaves_alone_what_was_in_the_photo_folder_before(home: KioskPages, built: Hall) -> None:
    home.touch_finish()
    home.goodbye.touch_close()
    theirs = built.photo_folder / "passport.jpg"
    theirs.write_bytes(kept_photo())
    home.welcome.touch_sign_in()
    home.sign_in.sign_in(LEASE, PASSWORD)
    home.home.touch_tile("new_request")
    home.new_request.touch_tile("plumbing")
    home.new_request.touch_tile("kitchen")
    home.new_request.describe("Le robinet goutte.")
    home.new_request.touch_continue()
    assert "Il n’y a pas de photo ici." in home.words
    home.touch_finish()
    home.goodbye.touch_close()
    assert theirs.read_bytes() == kept_photo()


def test_a_fault_with_a_photo_is_reported_and_its_answer_read(home: KioskPages, built: Hall) -> None:
    (built.photo_folder / "leak.jpg").write_bytes(kept_photo())
    home.home.touch_tile("new_request")
    home.new_request.report("plumbing", "kitchen", "Le robinet goutte.", photos=[0])
    (row,) = built.station.ask(requests_of, LEASE)
    assert (row.photos, row.description) == (1, "Le robinet goutte.")
    assert row.number in home.new_request.message
    home.new_request.touch_continue()
    built.clock.wait(60)
    done_elsewhere(built.station, AnswerRequest(request_id=row.id, text="Mardi matin.", close=False))
    home.settle()
    home.home.touch_tile("requests")
    home.requests.touch_request(0)
    assert "Mardi matin." in home.requests.timeline
    home.touch_finish()
    home.goodbye.touch_close()
    assert list(built.photo_folder.iterdir()) == []
