"""Paying by card at the kiosk: what is asked, what the terminal says, and what is never asked twice."""

from dataclasses import replace

import pytest

from desktop.errors import DeviceUnavailable, StoreFull
from desktop.hardware.camera import NullCamera
from desktop.hardware.card_terminal import ChargeOutcome, NullTerminal, TerminalState
from desktop.models.card_charge import CardCharge
from desktop.models.payment import Payment
from desktop.services.ledger.statement import statement
from desktop.services.payments.card_charges import charges_in_doubt
from desktop.station.charging import settle_leftovers
from desktop.views.kiosk.home.presenter import HomePresenter
from desktop.views.kiosk.pay.presenter import PayPresenter
from desktop.views.kiosk.pay.state import Choice, PayStep
from desktop.views.kiosk.visit import Act
from tests.unit.services.rows import LEASE, TODAY
from tests.unit.views.kiosk.conftest import Companion, Opened
from tests.views.kiosk.kit import Hall

OWED = 1_030_10
MONTH = 515_05


@pytest.fixture
def pay(visitor: Companion, opened: Opened) -> PayPresenter:
    return opened(PayPresenter)


def balance(kiosk: Hall) -> int:
    return kiosk.station.ask(statement, LEASE, TODAY).balance_cents


def choose(pay: PayPresenter, kiosk: Hall, choice: Choice, typed: str = "") -> None:
    pay.chosen(choice)
    if typed:
        pay.amount_typed(typed)
        pay.go_on_pressed()
    kiosk.settle()


def charge(pay: PayPresenter, kiosk: Hall) -> None:
    pay.go_on_pressed()
    kiosk.settle()


def test_everything_that_is_owed_is_paid_with_the_oldest_month_first(pay: PayPresenter, kiosk: Hall) -> None:
    choose(pay, kiosk, Choice.ALL)
    assert (pay.state.cents, pay.state.quote.parts) == (OWED, (("2026-10", MONTH), ("2026-11", MONTH)))
    charge(pay, kiosk)
    assert pay.state.charged.outcome is ChargeOutcome.APPROVED
    assert balance(kiosk) == 0
    assert kiosk.count(Payment) == 1


def test_the_month_that_was_named_is_the_one_that_is_paid(pay: PayPresenter, kiosk: Hall) -> None:
    choose(pay, kiosk, Choice.MONTH)
    assert pay.state.quote.parts == (("2026-11", MONTH),)
    charge(pay, kiosk)
    open_months = [term.period for term in kiosk.station.ask(statement, LEASE, TODAY).open_terms]
    assert open_months == ["2026-10"]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("0", "amount_not_positive"),
        ("0,00", "amount_not_positive"),
        ("-5", "amount_not_positive"),
        ("", "amount_missing"),
        ("12,345", "amount_too_precise"),
        ("abc", "amount_malformed"),
        ("12 euros 50 et des poussières", "amount_malformed"),
    ],
)
def test_an_amount_that_is_none_is_explained_and_nothing_is_asked(
    pay: PayPresenter, kiosk: Hall, typed: str, problem: str
) -> None:
    pay.chosen(Choice.OTHER)
    pay.amount_typed(typed)
    charge(pay, kiosk)
    assert (pay.state.step, pay.state.problem) == (PayStep.AMOUNT, problem)
    assert kiosk.terminal.asked == []


def test_more_than_is_owed_needs_a_clear_yes(pay: PayPresenter, kiosk: Hall) -> None:
    choose(pay, kiosk, Choice.OTHER, "1200")
    assert pay.state.credit_cents == 1_200_00 - OWED
    charge(pay, kiosk)
    assert kiosk.terminal.asked == []
    pay.credit_answered(True)
    charge(pay, kiosk)
    assert pay.state.charged.outcome is ChargeOutcome.APPROVED
    assert balance(kiosk) == OWED - 1_200_00


def test_the_intention_is_written_down_before_the_terminal_is_asked(pay: PayPresenter, kiosk: Hall) -> None:
    seen = []
    real = kiosk.terminal.charge
    kiosk.terminal.charge = lambda *said: seen.append(kiosk.count(CardCharge)) or real(*said)
    choose(pay, kiosk, Choice.ALL)
    charge(pay, kiosk)
    assert seen == [1]


def test_a_second_touch_while_the_terminal_waits_is_ignored(pay: PayPresenter, kiosk: Hall) -> None:
    choose(pay, kiosk, Choice.ALL)
    pay.go_on_pressed()
    pay.go_on_pressed()
    pay.back_pressed()
    pay.finish_pressed()
    kiosk.settle()
    assert len(kiosk.terminal.asked) == 1


def test_nobody_is_sent_away_while_the_terminal_waits(
    pay: PayPresenter, kiosk: Hall, visitor: Companion
) -> None:
    choose(pay, kiosk, Choice.ALL)
    pay.go_on_pressed()
    assert visitor.awake
    kiosk.settle()
    assert not visitor.awake


@pytest.mark.parametrize("outcome", [ChargeOutcome.DECLINED, ChargeOutcome.CANCELLED, ChargeOutcome.NOT_SENT])
def test_when_nothing_was_taken_one_may_try_again(
    pay: PayPresenter, kiosk: Hall, outcome: ChargeOutcome
) -> None:
    kiosk.terminal.endings = [outcome, ChargeOutcome.APPROVED]
    choose(pay, kiosk, Choice.ALL)
    charge(pay, kiosk)
    assert (pay.state.charged.outcome, balance(kiosk)) == (outcome, OWED)
    charge(pay, kiosk)
    choose(pay, kiosk, Choice.ALL)
    charge(pay, kiosk)
    assert balance(kiosk) == 0


def test_an_unknown_outcome_blocks_every_other_charge_and_shows_its_reference(
    pay: PayPresenter, kiosk: Hall, visitor: Companion, opened: Opened
) -> None:
    kiosk.terminal.endings = [ChargeOutcome.UNKNOWN]
    choose(pay, kiosk, Choice.ALL)
    charge(pay, kiosk)
    assert pay.state.charged.outcome is ChargeOutcome.UNKNOWN
    charge(pay, kiosk)
    again = opened(PayPresenter)
    assert again.state.step is PayStep.IN_DOUBT
    assert again.state.doubt.id == pay.state.charged.charge_id
    again.chosen(Choice.ALL)
    charge(again, kiosk)
    assert len(kiosk.terminal.asked) == 1
    assert [deed.act for deed in visitor.visit.deeds] == [Act.IN_DOUBT]


@pytest.mark.parametrize("error", [OSError("cable"), ValueError("nonsense")])
def test_a_driver_that_breaks_after_sending_leaves_a_doubt(
    pay: PayPresenter, kiosk: Hall, error: Exception
) -> None:
    kiosk.terminal.endings = [error]
    choose(pay, kiosk, Choice.ALL)
    charge(pay, kiosk)
    assert pay.state.charged.outcome is ChargeOutcome.UNKNOWN
    assert len(kiosk.station.ask(charges_in_doubt, LEASE)) == 1


def test_a_terminal_that_is_not_there_took_nothing(pay: PayPresenter, kiosk: Hall) -> None:
    kiosk.terminal.endings = [DeviceUnavailable("card_terminal", "not_configured")]
    choose(pay, kiosk, Choice.ALL)
    charge(pay, kiosk)
    assert pay.state.charged.outcome is ChargeOutcome.NOT_SENT
    assert kiosk.station.ask(charges_in_doubt, LEASE) == ()


def test_a_kiosk_without_a_terminal_offers_no_payment(
    kiosk: Hall, visitor: Companion, opened: Opened
) -> None:
    kiosk.terminal.state = TerminalState.ABSENT
    pay = opened(PayPresenter)
    assert pay.state.takes_no_card
    choose(pay, kiosk, Choice.ALL)
    charge(pay, kiosk)
    assert (pay.state.step, kiosk.terminal.asked) == (PayStep.CHOOSE, [])


def test_home_promises_neither_card_nor_photo_where_there_is_none(
    kiosk: Hall, visitor: Companion, opened: Opened
) -> None:
    home = opened(HomePresenter).state
    assert (home.takes_cards, home.takes_photos) == (True, True)
    kiosk.parts = replace(kiosk.parts, terminal=NullTerminal(), photos=NullCamera())
    home = opened(HomePresenter).state
    assert (home.takes_cards, home.takes_photos) == (False, False)


def test_a_full_disk_refuses_money_before_the_terminal_is_asked(pay: PayPresenter, kiosk: Hall) -> None:
    choose(pay, kiosk, Choice.ALL)

    def full(*_said: object) -> None:
        raise StoreFull

    kiosk.station.perform = full
    charge(pay, kiosk)
    assert (pay.state.step, pay.state.trouble.code) == (PayStep.REVIEW, "store_full")
    assert kiosk.terminal.asked == []


def test_a_disk_that_fills_up_meanwhile_leaves_a_doubt_not_a_second_charge(
    pay: PayPresenter, kiosk: Hall
) -> None:
    choose(pay, kiosk, Choice.ALL)
    perform, done = kiosk.station.perform, []

    def full_later(*said: object) -> object:
        if done:
            raise StoreFull
        done.append(perform(*said))
        return done[0]

    kiosk.station.perform = full_later
    charge(pay, kiosk)
    assert pay.state.charged.outcome is ChargeOutcome.UNKNOWN
    assert not pay.state.charged.kept
    kiosk.station.perform = perform
    assert len(kiosk.station.ask(charges_in_doubt, LEASE)) == 1


def test_a_charge_of_an_earlier_run_is_in_doubt_from_the_start(pay: PayPresenter, kiosk: Hall) -> None:
    perform, done = kiosk.station.perform, []

    def stop_after_start(*said: object) -> object:
        if done:
            raise StoreFull
        done.append(perform(*said))
        return done[0]

    choose(pay, kiosk, Choice.ALL)
    kiosk.station.perform = stop_after_start
    charge(pay, kiosk)
    kiosk.station.perform = perform
    assert settle_leftovers(kiosk.station) == 1
    assert settle_leftovers(kiosk.station) == 0
    assert [each.state for each in kiosk.station.ask(charges_in_doubt)] == ["unknown"]


def test_a_balance_that_moved_meanwhile_is_shown_anew(pay: PayPresenter, kiosk: Hall) -> None:
    choose(pay, kiosk, Choice.ALL)
    pay.show(balance_cents=OWED + 1)
    charge(pay, kiosk)
    assert (pay.state.step, pay.state.changed) == (PayStep.CHOOSE, True)
    assert kiosk.terminal.asked == []


def test_one_step_back_at_a_time_then_home(pay: PayPresenter, kiosk: Hall, visitor: Companion) -> None:
    choose(pay, kiosk, Choice.OTHER, "100")
    steps = [pay.state.step]
    for _ in range(2):
        pay.back_pressed()
        steps.append(pay.state.step)
    pay.back_pressed()
    assert steps == [PayStep.REVIEW, PayStep.AMOUNT, PayStep.CHOOSE]
    assert visitor.places == ["home"]
