"""Every way a terminal was seen to fail, and the outcome a station must draw from it."""

import pytest

from desktop.hardware.address import Address
from desktop.hardware.caisse_ap.driver import CaisseApTerminal
from desktop.hardware.caisse_ap.exchange import TerminalPatience
from desktop.hardware.card_terminal import ChargeDetail, ChargeOutcome, ChargeRequest, ChargeResult
from desktop.hardware.simulator import Committed, Mode, SimulatedTerminal

IMPATIENT = TerminalPatience(connect=2.0, answer=0.08, quiet=0.04)
"""For terminals that leave us waiting on purpose."""

APPROVED = (ChargeOutcome.APPROVED, ChargeDetail.AUTHORISED)

EXPECTED = {
    Mode.OK: APPROVED,
    Mode.SPLIT: APPROVED,
    Mode.BOUNDARY_SPLIT: APPROVED,
    Mode.RESET_AFTER_ANSWER: APPROVED,
    Mode.SLOW: APPROVED,
    Mode.TRAILING: APPROVED,
    Mode.FULL_PAN: APPROVED,
    Mode.REFUSE: (ChargeOutcome.DECLINED, ChargeDetail.REFUSED),
    Mode.FORBIDDEN: (ChargeOutcome.DECLINED, ChargeDetail.FORBIDDEN),
    Mode.NOT_COMPLETED: (ChargeOutcome.DECLINED, ChargeDetail.NOT_COMPLETED),
    Mode.FORMAT_ERROR: (ChargeOutcome.DECLINED, ChargeDetail.FORMAT_ERROR),
    Mode.CURRENCY: (ChargeOutcome.DECLINED, ChargeDetail.CURRENCY_UNSUPPORTED),
    Mode.ABANDON: (ChargeOutcome.CANCELLED, ChargeDetail.ABANDONED_BY_OPERATOR),
    Mode.ABANDON_CARD: (ChargeOutcome.CANCELLED, ChargeDetail.ABANDONED),
    Mode.ABANDON_BARE: (ChargeOutcome.CANCELLED, ChargeDetail.ABANDONED_BY_OPERATOR),
    Mode.TIMEOUT: (ChargeOutcome.CANCELLED, ChargeDetail.ENTRY_TIMEOUT),
    Mode.WRONG_AMOUNT: (ChargeOutcome.UNKNOWN, ChargeDetail.AMOUNT_DIFFERS),
    Mode.WRONG_CURRENCY: (ChargeOutcome.UNKNOWN, ChargeDetail.CURRENCY_DIFFERS),
    Mode.NO_STATUS: (ChargeOutcome.UNKNOWN, ChargeDetail.ANSWER_WITHOUT_STATUS),
    Mode.POSTPONED: (ChargeOutcome.UNKNOWN, ChargeDetail.ANSWER_POSTPONED),
    Mode.TWO_STATUSES: (ChargeOutcome.UNKNOWN, ChargeDetail.ANSWER_CONTRADICTS),
    Mode.GARBAGE_LENGTH: (ChargeOutcome.UNKNOWN, ChargeDetail.ANSWER_UNREADABLE),
    Mode.NON_ASCII: (ChargeOutcome.UNKNOWN, ChargeDetail.ANSWER_UNREADABLE),
    Mode.TOO_LONG: (ChargeOutcome.UNKNOWN, ChargeDetail.ANSWER_TOO_LONG),
    Mode.CUT: (ChargeOutcome.UNKNOWN, ChargeDetail.CONNECTION_LOST),
    Mode.CLOSE_AFTER_COMMIT: (ChargeOutcome.UNKNOWN, ChargeDetail.CONNECTION_LOST),
    Mode.RESET_AFTER_COMMIT: (ChargeOutcome.UNKNOWN, ChargeDetail.CONNECTION_LOST),
    Mode.SILENT: (ChargeOutcome.UNKNOWN, ChargeDetail.NO_ANSWER),
    Mode.BUSY: (ChargeOutcome.UNKNOWN, ChargeDetail.NO_ANSWER),
    Mode.CLOSE: (ChargeOutcome.UNKNOWN, ChargeDetail.CONNECTION_LOST),
    Mode.RESET: (ChargeOutcome.UNKNOWN, ChargeDetail.CONNECTION_LOST),
}
WAITS = {Mode.SILENT, Mode.BUSY}
HANGS = {*WAITS, Mode.NO_STATUS, Mode.CUT}
"""Without a hang-up these only end with our patience."""


def charge(simulator: SimulatedTerminal, patience: TerminalPatience, cents: int = 1590) -> ChargeResult:
    terminal = CaisseApTerminal(Address(*simulator.address), patience)
    return terminal.charge(ChargeRequest("misbehaving", cents), lambda step: None)


def honest(result: ChargeResult, committed: tuple[Committed, ...]) -> bool:
    """Approved only if money moved; and if money moved without being approved, then unknown."""
    if result.outcome is ChargeOutcome.APPROVED:
        return len(committed) == 1
    return not committed or result.outcome is ChargeOutcome.UNKNOWN


def test_every_mode_of_the_simulator_has_an_expected_outcome() -> None:
    assert set(EXPECTED) == set(Mode)


@pytest.mark.parametrize("mode", Mode, ids=str)
def test_each_behaviour_has_its_outcome(mode: Mode, simulator: SimulatedTerminal) -> None:
    simulator.next(mode)
    patience = IMPATIENT if mode in WAITS else TerminalPatience(connect=2.0, answer=5.0, quiet=2.0)
    result = charge(simulator, patience)
    assert (result.outcome, result.detail) == EXPECTED[mode]
    assert honest(result, simulator.committed)


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode not in HANGS], ids=str)
def test_a_terminal_that_never_hangs_up_gives_the_same_outcomes(
    mode: Mode, simulator: SimulatedTerminal
) -> None:
    simulator.lingers = True
    simulator.next(mode)
    result = charge(simulator, TerminalPatience(connect=2.0, answer=5.0, quiet=0.03))
    assert (result.outcome, result.detail) == EXPECTED[mode]
    assert honest(result, simulator.committed)


@pytest.mark.parametrize("mode", [Mode.NO_STATUS, Mode.CUT], ids=str)
def test_half_an_answer_is_waited_for_to_the_end(mode: Mode, simulator: SimulatedTerminal) -> None:
    simulator.lingers = True
    simulator.next(mode)
    result = charge(simulator, IMPATIENT)
    assert (result.outcome, result.detail) == (ChargeOutcome.UNKNOWN, ChargeDetail.NO_ANSWER)


@pytest.mark.parametrize("cents", [1, 5, 10, 99, 100, 999_999_999_999])
def test_the_terminal_takes_exactly_the_cents_asked(cents: int, simulator: SimulatedTerminal) -> None:
    result = charge(simulator, TerminalPatience(connect=2.0, answer=5.0), cents)
    assert result.outcome is ChargeOutcome.APPROVED
    assert [taken.cents for taken in simulator.committed] == [cents]
    assert simulator.committed[0].authorisation == result.authorisation


@pytest.mark.parametrize("mode", [Mode.OK, Mode.FULL_PAN, Mode.WRONG_AMOUNT], ids=str)
def test_no_card_number_and_no_expiry_leave_the_driver(
    mode: Mode, simulator: SimulatedTerminal, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    simulator.next(mode)
    result = charge(simulator, TerminalPatience(connect=2.0, answer=5.0))
    assert result.last4 == "1234"
    assert (result.read_mode, result.payment_mode) == ("contactless", "00B")
    assert (result.application, result.contract) == ("A0000000421010", "4242420")
    for secret in ("4970", "2912", "CARTE", "CB0"):
        assert secret not in repr(result)
        assert secret not in caplog.text
