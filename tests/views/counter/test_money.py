"""Taking money through the real window: what is recorded, printed and said."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.errors import DeviceUnavailable, StoreFull
from desktop.models.payment import Payment
from desktop.views.counter.lease.presenter import Tab
from tests.views.counter.kit import Desk
from tests.views.counter.reading import plain


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


def test_a_text_that_central_cannot_keep_is_refused_before_the_money_is_taken(at_work: Desk) -> None:
    at_work.pages.open("el amrani")
    view = at_work.pages.start_cheque("100", "1234567")
    QApplication.clipboard().setText("Banque\0Postale")
    view.form.bank.edit.paste()
    at_work.pages.click(view.take)
    assert at_work.pages.message.startswith("Une saisie ne peut pas être conservée")
    assert "n’encaissez pas encore" in at_work.pages.message
    assert (at_work.count(Payment), at_work.station.journal.next_receipt()) == (0, 1)
    at_work.pages.type(view.form.bank, "Banque Postale")
    at_work.pages.click(view.take)
    assert at_work.count(Payment) == 1


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
