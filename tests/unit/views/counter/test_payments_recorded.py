"""Recording a payment: once, or not at all, and then its papers."""

from desktop.errors import DeviceUnavailable, Refused, StoreFull
from desktop.hardware.printer import NullPrinter, PrintDetail, PrintOutcome, PrintResult
from desktop.services.leases.leases import lease_card
from desktop.services.papers.papers import PaperView, papers_available
from desktop.services.payments.payments import quote
from desktop.views.counter.paper import Stage
from desktop.views.counter.payments.state import PaymentStep, Typed
from tests.unit.views.counter import desk
from tests.unit.views.counter.desk import LEASE
from tests.unit.views.counter.paying import paying, quoted, typed


def test_a_second_press_while_it_is_recorded_takes_nothing_twice() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    presenter.take_pressed()
    presenter.take_pressed()
    assert presenter.busy
    presenter.back_pressed()
    assert counter.guide.backs == 0
    counter.settle()
    assert len(counter.commands) == 1


def test_an_older_quote_never_replaces_a_newer_one() -> None:
    counter, presenter = paying(answer=lambda _lease, cents, *_rest: quoted(balance_after=51_505 - cents))
    presenter.typed(Typed.AMOUNT, "1")
    presenter.typed(Typed.AMOUNT, "10")
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
    presenter.take_pressed()
    counter.settle()
    state = presenter.state
    assert (state.step, state.trouble and state.trouble.code) == (PaymentStep.FORM, "balance_changed")
    assert state.payer is not None
    assert state.payer.balance_cents == 40_000


def test_a_full_disk_keeps_the_form_and_takes_nothing() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    counter.station.outcome = StoreFull()
    presenter.take_pressed()
    counter.settle()
    assert presenter.state.step is PaymentStep.FORM
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "store_full"
    assert counter.printer.printed == []


def test_an_incident_while_recording_is_told_as_unknown_not_guessed() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    counter.station.outcome = RuntimeError("a fault")
    presenter.take_pressed()
    counter.settle()
    assert len(counter.guide.reported) == 1
    assert presenter.state.trouble is not None
    assert presenter.state.trouble.code == "outcome_unknown"
    assert not presenter.busy


def test_printing_again_makes_a_duplicate_once_a_paper_came_out() -> None:
    counter, presenter = paying()
    typed(presenter, counter, "100")
    presenter.take_pressed()
    counter.settle()
    presenter.again_pressed()
    counter.settle()
    assert [pdf for pdf, _title in counter.printer.printed] == [b"receipt r1", b"duplicate r1"]


def test_printing_again_makes_the_original_when_nothing_came_out() -> None:
    counter, presenter = paying()
    counter.printer.result = PrintResult(PrintOutcome.FAILED, PrintDetail.TOO_SLOW)
    typed(presenter, counter, "100")
    presenter.take_pressed()
    counter.settle()
    assert presenter.state.paper.stage is Stage.FAILED
    counter.printer.result = PrintResult(PrintOutcome.PRINTED, PrintDetail.COMPLETED)
    presenter.again_pressed()
    counter.settle()
    assert counter.printer.printed[-1][0] == b"receipt r1"


def test_a_missing_printer_leaves_the_payment_recorded() -> None:
    counter, presenter = paying()
    counter.printer.result = DeviceUnavailable("printer", "not_configured")
    typed(presenter, counter, "100")
    presenter.take_pressed()
    counter.settle()
    assert presenter.state.step is PaymentStep.TAKEN
    assert (presenter.state.paper.stage, presenter.state.paper.detail) == (Stage.FAILED, "not_configured")


def test_a_receipt_that_fails_after_the_screen_was_left_is_told_to_the_shell() -> None:
    counter, presenter = paying()
    counter.printer.result = DeviceUnavailable("printer", "too_slow")
    typed(presenter, counter, "100")
    presenter.take_pressed()
    counter.cache.drain()
    presenter.close()
    counter.settle()
    assert [paper.number for paper in counter.guide.missed] == ["AG02-C01-000001"]


def test_the_term_that_is_now_paid_offers_its_rent_receipt() -> None:
    counter, presenter = paying()
    paper = PaperView("rent_receipt", "rent_receipt", "2026-11", None, f"{LEASE}-2026-11", 51_505, True, "")
    counter.station.answers[papers_available] = (paper,)
    typed(presenter, counter, "515,05")
    presenter.take_pressed()
    counter.settle()
    assert presenter.state.taken is not None
    assert presenter.state.taken.rent_receipts == ("2026-11",)
    presenter.rent_receipt_pressed()
    counter.settle()
    assert counter.printer.printed[-1][0] == f"quittance {LEASE} 2026-11".encode()
    assert presenter.state.taken.rent_receipts == ()


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


def test_a_counter_without_printer_takes_the_money_and_offers_no_paper() -> None:
    counter, presenter = paying(printer=NullPrinter())
    typed(presenter, counter, "100")
    presenter.take_pressed()
    counter.settle()
    assert (presenter.state.step, presenter.state.paper.stage) == (PaymentStep.TAKEN, Stage.NO_PRINTER)
    assert presenter.state.paper.number == presenter.state.taken.number
    assert not presenter.state.paper.offered
    assert len(counter.commands) == 1
