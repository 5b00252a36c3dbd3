"""What every card terminal must do, simulated or on the desk."""

import pytest

from desktop.hardware.card_terminal import (
    LARGEST_CENTS,
    ChargeDetail,
    ChargeOutcome,
    ChargeRequest,
    ChargeStep,
    TerminalState,
)
from desktop.hardware.simulator import Mode
from tests.contract.desk import Desk


def test_an_idle_terminal_is_ready(desk: Desk) -> None:
    assert desk.terminal.ready() is TerminalState.READY


def test_a_presented_card_is_charged_once_and_named(desk: Desk) -> None:
    desk.ask(Mode.OK, "present a card and accept 0,05 EUR")
    steps: list[ChargeStep] = []
    result = desk.terminal.charge(ChargeRequest("contract-1", 5), steps.append)
    assert result.outcome is ChargeOutcome.APPROVED
    assert result.authorisation
    assert result.last4 is not None
    assert len(result.last4) == 4
    assert steps == [
        ChargeStep.CONNECTING,
        ChargeStep.SENDING,
        ChargeStep.PRESENT_CARD,
        ChargeStep.ANSWERED,
    ]


def test_the_red_button_cancels(desk: Desk) -> None:
    desk.ask(Mode.ABANDON_BARE, "press the red button")
    result = desk.terminal.charge(ChargeRequest("contract-2", 100), lambda step: None)
    assert result.outcome in {ChargeOutcome.CANCELLED, ChargeOutcome.DECLINED}
    assert result.authorisation is None


def test_a_terminal_is_ready_again_after_a_cancelled_charge(desk: Desk) -> None:
    desk.ask(Mode.ABANDON, "press the red button")
    desk.terminal.charge(ChargeRequest("contract-3", 100), lambda step: None)
    assert desk.terminal.ready() is TerminalState.READY


@pytest.mark.parametrize(
    ("cents", "till", "detail"),
    [
        (0, "01", ChargeDetail.AMOUNT_NOT_POSITIVE),
        (-5, "01", ChargeDetail.AMOUNT_NOT_POSITIVE),
        (LARGEST_CENTS + 1, "01", ChargeDetail.AMOUNT_TOO_LARGE),
        (100, "1", ChargeDetail.TILL_MALFORMED),
        (100, "\u0660\u0661", ChargeDetail.TILL_MALFORMED),
    ],
)
def test_an_impossible_charge_never_reaches_the_terminal(
    desk: Desk, cents: int, till: str, detail: ChargeDetail
) -> None:
    steps: list[ChargeStep] = []
    result = desk.terminal.charge(ChargeRequest("contract-4", cents, till), steps.append)
    assert (result.outcome, result.detail, steps) == (ChargeOutcome.NOT_SENT, detail, [])
