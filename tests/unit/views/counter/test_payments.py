"""Taking money: what an amount would do, and what stands against it."""

import pytest

from desktop.rules.means import Means
from desktop.services.payments.payments import TakePayment
from desktop.views.counter.payments.state import PaymentStep, Typed
from tests.unit.views.counter import desk
from tests.unit.views.counter.desk import LEASE
from tests.unit.views.counter.paying import paying, quoted, typed


def test_an_amount_says_at_once_what_it_pays() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100,00")
    assert presenter.state.quote == quoted()
    assert presenter.state.may_take


def test_the_change_is_what_was_handed_over_less_the_amount() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100", "120")
    assert presenter.state.change_cents == 2_000


@pytest.mark.parametrize("handed_over", ["37600123", "9782070360024", "600", "1000,00"])
def test_cash_that_nobody_hands_over_is_asked_about_and_gives_no_change(handed_over: str) -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100", handed_over)
    assert presenter.state.change_doubtful or presenter.state.tendered_error
    presenter.take_pressed()
    counter.settle()
    assert counter.commands == []
    typed(presenter, counter, "100", "")
    assert presenter.state.may_take


def test_the_largest_note_may_be_handed_over_for_the_smallest_amount() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "0,01", "500")
    assert presenter.state.may_take


def test_cash_is_recorded_with_what_was_seen_and_its_receipt_printed() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100", "120")
    presenter.take_pressed()
    counter.settle()
    assert counter.station.performed == [
        (
            TakePayment(
                lease_id=LEASE,
                means="cash",
                amount_cents=10_000,
                balance_seen_cents=51_505,
                tendered_cents=12_000,
            ),
            "staff:claire",
        )
    ]
    assert presenter.state.step is PaymentStep.TAKEN
    assert presenter.state.taken is not None
    assert presenter.state.taken.change_cents == 2_000
    assert counter.printer.printed == [(b"receipt r1", "payment_receipt-r1")]


def test_a_cheque_is_recorded_with_its_number_and_bank_and_no_cash() -> None:
    counter, presenter = paying()
    presenter.typed(Typed.TENDERED, "120")
    presenter.means_chosen(Means.CHEQUE)
    presenter.typed(Typed.CHEQUE_NUMBER, " 1234567 ")
    presenter.typed(Typed.CHEQUE_BANK, "La Banque Postale")
    typed(presenter, counter, "100")
    presenter.take_pressed()
    counter.settle()
    (command,) = counter.commands
    assert command == TakePayment(
        lease_id=LEASE,
        means="cheque",
        amount_cents=10_000,
        balance_seen_cents=51_505,
        cheque_number="1234567",
        cheque_bank="La Banque Postale",
    )


def test_a_cheque_without_its_number_is_asked_for_it() -> None:
    counter, presenter = paying()
    presenter.means_chosen(Means.CHEQUE)
    typed(presenter, counter, "100")
    presenter.take_pressed()
    counter.settle()
    assert presenter.state.cheque_error == "cheque_number_missing"
    assert counter.commands == []


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("0", "amount_not_positive"),
        ("-5", "amount_not_positive"),
        ("abc", "amount_malformed"),
        ("1,234", "amount_too_precise"),
        ("12345678901234", "amount_too_big"),
    ],
)
def test_what_is_no_amount_is_named_and_cannot_be_taken(amount: str, code: str) -> None:
    counter, presenter = paying()
    typed(presenter, counter, amount)
    presenter.take_pressed()
    counter.settle()
    assert (presenter.state.amount_error, counter.commands) == (code, [])


def test_an_amount_beyond_reason_is_refused_by_the_quote() -> None:
    counter, presenter = paying(answer=quoted(parts=(), objections=("amount_too_big",)))
    typed(presenter, counter, "200000")
    assert presenter.state.amount_error == "amount_too_big"
    assert not presenter.state.may_take


def test_less_cash_than_the_amount_cannot_be_taken() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100", "80")
    presenter.take_pressed()
    counter.settle()
    assert presenter.state.change_cents == -2_000
    assert counter.commands == []


def test_cash_above_the_cap_cannot_be_taken() -> None:
    counter, presenter = paying(answer=quoted(cash_room_cents=5_000, objections=("cash_cap",)))
    typed(presenter, counter, "100")
    presenter.take_pressed()
    counter.settle()
    assert counter.commands == []


def test_more_than_is_owed_needs_the_tenants_word() -> None:
    counter, presenter = paying(answer=quoted(credit_cents=8_495, objections=("more_than_owed",)))
    typed(presenter, counter, "600")
    presenter.take_pressed()
    assert presenter.state.credit_asked
    assert not presenter.state.may_take
    presenter.credit_agreed(True)
    presenter.take_pressed()
    counter.settle()
    (command,) = counter.commands
    assert isinstance(command, TakePayment)
    assert command.accept_credit


def test_another_amount_asks_for_the_tenants_word_again() -> None:
    counter, presenter = paying(answer=quoted(credit_cents=8_495, objections=("more_than_owed",)))
    typed(presenter, counter, "600")
    presenter.credit_agreed(True)
    typed(presenter, counter, "700")
    assert not presenter.state.may_take


def test_ticked_terms_are_what_the_tenant_says_is_paid() -> None:
    card = desk.lease_card(open_terms=(desk.term("2026-10", 4_000), desk.term("2026-11", 6_000)))
    counter, presenter = paying(card)
    presenter.term_ticked("2026-11", True)
    presenter.fill_pressed()
    counter.settle()
    assert presenter.state.amount == "60,00"
    presenter.take_pressed()
    counter.settle()
    (command,) = counter.commands
    assert isinstance(command, TakePayment)
    assert command.periods == ("2026-11",)


def test_without_ticks_the_whole_balance_is_filled_in() -> None:
    counter, presenter = paying()
    presenter.fill_pressed()
    counter.settle()
    assert presenter.state.amount == "515,05"
