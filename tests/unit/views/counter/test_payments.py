"""Taking money: what an amount would do, what stands against it, and that it is recorded once."""

from typing import Any

import pytest

from desktop.errors import DeviceUnavailable, Refused, StoreFull
from desktop.hardware.printer import PrintDetail, PrintOutcome, PrintResult
from desktop.services.command import Done
from desktop.services.leases import lease_card
from desktop.services.papers import PaperView, papers_available
from desktop.services.payments import Quote, TakePayment, quote
from desktop.views.counter.paper import Stage
from desktop.views.counter.payments.presenter import PaymentsPresenter
from desktop.views.counter.payments.state import Means, Step, Typed
from tests.unit.views.counter import desk
from tests.unit.views.counter.desk import LEASE, Counter, FakeScreen

TAKEN = Done(
    result={
        "payment_id": "p1",
        "receipt_id": "r1",
        "number": "AG02-C01-000001",
        "kind": "payment_receipt",
        "change_cents": 2_000,
        "balance_cents": 41_505,
        "credit_cents": 0,
    }
)


def quoted(**said: Any) -> Quote:
    usual: dict[str, Any] = {
        "balance_before": 51_505,
        "balance_after": 41_505,
        "parts": (("2026-11", 10_000),),
        "credit_cents": 0,
        "cash_room_cents": 100_000,
        "objections": (),
    }
    return Quote(**usual | said)


def paying(card: Any = None, answer: Any = None) -> tuple[Counter, PaymentsPresenter]:
    counter = Counter()
    counter.station.answers |= {
        lease_card: card or desk.lease_card(),
        quote: answer or quoted(),
        papers_available: (),
    }
    counter.station.outcome = TAKEN
    presenter = PaymentsPresenter(counter.parts, counter.guide, LEASE)
    presenter.attach(FakeScreen())
    presenter.open()
    counter.settle()
    return counter, presenter


def typed(presenter: PaymentsPresenter, counter: Counter, amount: str, tendered: str = "") -> None:
    presenter.type(Typed.AMOUNT, amount)
    presenter.type(Typed.TENDERED, tendered)
    counter.settle()


def test_an_amount_says_at_once_what_it_pays() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100,00")
    assert presenter.state.quote == quoted()
    assert presenter.state.may_take


def test_the_change_is_what_was_handed_over_less_the_amount() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100", "120")
    assert presenter.state.change_cents == 2_000


def test_cash_is_recorded_with_what_was_seen_and_its_receipt_printed() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100", "120")
    presenter.take()
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
    assert presenter.state.step is Step.TAKEN
    assert presenter.state.taken is not None
    assert presenter.state.taken.change_cents == 2_000
    assert counter.printer.printed == [(b"receipt r1", "receipt-AG02-C01-000001")]


def test_a_cheque_is_recorded_with_its_number_and_bank_and_no_cash() -> None:
    counter, presenter = paying()
    presenter.type(Typed.TENDERED, "120")
    presenter.choose_means(Means.CHEQUE)
    presenter.type(Typed.CHEQUE_NUMBER, " 1234567 ")
    presenter.type(Typed.CHEQUE_BANK, "La Banque Postale")
    typed(presenter, counter, "100")
    presenter.take()
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
    presenter.choose_means(Means.CHEQUE)
    typed(presenter, counter, "100")
    presenter.take()
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
    presenter.take()
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
    presenter.take()
    counter.settle()
    assert presenter.state.change_cents == -2_000
    assert counter.commands == []


def test_cash_above_the_cap_cannot_be_taken() -> None:
    counter, presenter = paying(answer=quoted(cash_room_cents=5_000, objections=("cash_cap",)))
    typed(presenter, counter, "100")
    presenter.take()
    counter.settle()
    assert counter.commands == []


def test_more_than_is_owed_needs_the_tenants_word() -> None:
    counter, presenter = paying(answer=quoted(credit_cents=8_495, objections=("more_than_owed",)))
    typed(presenter, counter, "600")
    presenter.take()
    assert presenter.state.credit_asked
    assert not presenter.state.may_take
    presenter.accept_credit(True)
    presenter.take()
    counter.settle()
    (command,) = counter.commands
    assert isinstance(command, TakePayment)
    assert command.accept_credit


def test_another_amount_asks_for_the_tenants_word_again() -> None:
    counter, presenter = paying(answer=quoted(credit_cents=8_495, objections=("more_than_owed",)))
    typed(presenter, counter, "600")
    presenter.accept_credit(True)
    typed(presenter, counter, "700")
    assert not presenter.state.may_take


def test_ticked_terms_are_what_the_tenant_says_is_paid() -> None:
    card = desk.lease_card(open_terms=(desk.term("2026-10", 4_000), desk.term("2026-11", 6_000)))
    counter, presenter = paying(card)
    presenter.tick_term("2026-11", True)
    presenter.fill()
    counter.settle()
    assert presenter.state.amount == "60,00"
    presenter.take()
    counter.settle()
    (command,) = counter.commands
    assert isinstance(command, TakePayment)
    assert command.periods == ("2026-11",)


def test_without_ticks_the_whole_balance_is_filled_in() -> None:
    counter, presenter = paying()
    presenter.fill()
    counter.settle()
    assert presenter.state.amount == "515,05"


def test_a_second_press_while_it_is_recorded_takes_nothing_twice() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    presenter.take()
    presenter.take()
    assert presenter.busy
    presenter.back()
    assert counter.guide.backs == 0
    counter.settle()
    assert len(counter.commands) == 1


def test_an_older_quote_never_replaces_a_newer_one() -> None:
    counter, presenter = paying(answer=lambda _lease, cents, *_rest: quoted(balance_after=51_505 - cents))
    presenter.type(Typed.AMOUNT, "1")
    presenter.type(Typed.AMOUNT, "10")
    counter.cache.step()
    assert presenter.state.quote is None
    counter.settle()
    assert presenter.state.quote is not None
    assert presenter.state.quote.balance_after == 50_505


def test_a_balance_that_moved_meanwhile_is_read_again_and_nothing_is_taken() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    counter.station.outcome = Refused("balance_changed", balance_cents=0, seen_cents=51_505)
    counter.station.answers[lease_card] = desk.lease_card(balance_cents=40_000)
    presenter.take()
    counter.settle()
    state = presenter.state
    assert (state.step, state.trouble and state.trouble.code) == (Step.FORM, "balance_changed")
    assert state.payer is not None
    assert state.payer.balance_cents == 40_000


def test_a_full_disk_keeps_the_form_and_takes_nothing() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    counter.station.outcome = StoreFull()
    presenter.take()
    counter.settle()
    assert presenter.state.step is Step.FORM
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "store_full"
    assert counter.printer.printed == []


def test_an_incident_while_recording_is_told_as_unknown_not_guessed() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    counter.station.outcome = RuntimeError("a fault")
    presenter.take()
    counter.settle()
    assert len(counter.guide.reported) == 1
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "outcome_unknown"
    assert not presenter.busy


def test_printing_again_makes_a_duplicate_once_a_paper_came_out() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    presenter.take()
    counter.settle()
    presenter.print_again()
    counter.settle()
    assert [pdf for pdf, _title in counter.printer.printed] == [b"receipt r1", b"duplicate r1"]


def test_printing_again_makes_the_original_when_nothing_came_out() -> None:
    counter, presenter = paying()
    counter.printer.result = PrintResult(PrintOutcome.FAILED, PrintDetail.TOO_SLOW)
    typed(presenter, counter, "100")
    presenter.take()
    counter.settle()
    assert presenter.state.paper.stage is Stage.FAILED
    counter.printer.result = PrintResult(PrintOutcome.PRINTED, PrintDetail.COMPLETED)
    presenter.print_again()
    counter.settle()
    assert counter.printer.printed[-1][0] == b"receipt r1"


def test_a_missing_printer_leaves_the_payment_recorded() -> None:
    counter, presenter = paying()
    counter.printer.result = DeviceUnavailable("printer", "not_configured")
    typed(presenter, counter, "100")
    presenter.take()
    counter.settle()
    assert presenter.state.step is Step.TAKEN
    assert (presenter.state.paper.stage, presenter.state.paper.detail) == (Stage.FAILED, "not_configured")


def test_a_receipt_that_fails_after_the_screen_was_left_is_told_to_the_shell() -> None:
    counter, presenter = paying()
    counter.printer.result = DeviceUnavailable("printer", "too_slow")
    typed(presenter, counter, "100")
    presenter.take()
    counter.cache.drain()
    presenter.close()
    counter.settle()
    assert [paper.number for paper in counter.guide.missed] == ["AG02-C01-000001"]


def test_the_term_that_is_now_paid_offers_its_quittance() -> None:
    counter, presenter = paying()
    paper = PaperView("rent_receipt", "rent_receipt", "2026-11", None, f"{LEASE}-2026-11", 51_505, True, "")
    counter.station.answers[papers_available] = (paper,)
    typed(presenter, counter, "515,05")
    presenter.take()
    counter.settle()
    assert presenter.state.taken is not None
    assert presenter.state.taken.quittances == ("2026-11",)
    presenter.print_quittance()
    counter.settle()
    assert counter.printer.printed[-1][0] == f"quittance {LEASE} 2026-11".encode()
    assert presenter.state.taken.quittances == ()


def test_what_others_do_to_the_account_refreshes_the_quote() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    counter.station.answers[lease_card] = desk.lease_card(balance_cents=20_000)
    counter.station.answers[quote] = quoted(balance_before=20_000, balance_after=10_000)
    presenter.refresh()
    counter.settle()
    assert presenter.state.quote is not None
    assert presenter.state.quote.balance_before == 20_000
    assert presenter.state.amount == "100"


def test_a_lease_that_left_the_agency_says_so() -> None:
    counter, presenter = paying()
    counter.station.answers[lease_card] = Refused("lease_unknown")
    presenter.refresh()
    counter.settle()
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "lease_unknown"
