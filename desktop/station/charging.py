"""One card payment, from the written intention to the settled outcome, that no screen can cut short."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop.errors import DeviceUnavailable, GuichetError, StoreDamaged
from desktop.hardware.card_terminal import (
    CardTerminal,
    ChargeDetail,
    ChargeOutcome,
    ChargeRequest,
    ChargeResult,
    ChargeStep,
)
from desktop.services import catalogue
from desktop.services.catalogue import CATALOGUE
from desktop.services.payments.card_charges import SettleCharge, StartCharge, unsettled_charges_of
from desktop.station.station import Station

STATION_STOPPED = "station_stopped"
_CHARGING: Final = tuple(CATALOGUE[command].kind for command in (StartCharge, SettleCharge))
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Charged:
    """How it ended. `receipt_id` only when approved; `kept` is False when this station could not keep it."""

    charge_id: str
    cents: int
    outcome: ChargeOutcome
    detail: str
    receipt_id: str | None = None
    number: str = ""
    kept: bool = True


def charge_card(
    station: Station,
    terminal: CardTerminal,
    command: StartCharge,
    actor: str,
    tell: Callable[[ChargeStep], None],
) -> Charged:
    """Write the intention down, ask the terminal, write down what it said.

    Raises Refused and StoreFull before the terminal is asked: nothing was charged. Whatever the terminal's
    driver raises afterwards is an outcome too; only a missing device proves that nothing left.
    """
    started = station.perform(command, actor)
    charge_id = str((started.result or {})["charge_id"])
    till = station.settings.terminal.till
    result = _asked(terminal, ChargeRequest(charge_id, command.amount_cents, till), tell)
    settle = SettleCharge(
        charge_id=charge_id,
        outcome=result.outcome.value,
        detail=result.detail,
        authorisation=result.authorisation or "",
        card_last4=result.last4 or "",
        contract=result.contract or "",
    )
    try:
        settled = station.perform(settle, actor)
    except GuichetError:
        # Whatever stood in the way: the terminal was asked, so nobody may be told that nothing happened.
        return Charged(charge_id, command.amount_cents, ChargeOutcome.UNKNOWN, result.detail, kept=False)
    if settled.warning == "charge_unknown":
        return Charged(charge_id, command.amount_cents, ChargeOutcome.UNKNOWN, result.detail)
    facts = settled.result or {}
    return Charged(
        charge_id,
        command.amount_cents,
        result.outcome,
        result.detail,
        receipt_id=facts.get("receipt_id"),
        number=str(facts.get("number", "")),
    )


def settle_leftovers(station: Station) -> int:
    """Charges this device sent and never settled end as unknown; returns how many there were."""
    device = station.settings.device_id
    left = station.ask(unsettled_charges_of, device)
    for charge in left:
        outcome = ChargeOutcome.UNKNOWN.value
        settle = SettleCharge(charge_id=charge.id, outcome=outcome, detail=STATION_STOPPED)
        station.perform(settle, f"device:{device}")
    _log.info("%d charge(s) of an earlier run are in doubt", len(left))
    return len(left)


def terminal_in_doubt(station: Station) -> bool:
    """Whether nobody knows how the last charge at this station's terminal ended: the journal tells.

    Then somebody looks at the terminal's screen before the next one, also after a restart.
    """
    try:
        last = station.journal.last_of(_CHARGING)
    except StoreDamaged:
        return True
    if last is None:
        return False
    said = catalogue.decode(last.kind, last.version, last.body)
    return not isinstance(said, SettleCharge) or said.outcome == ChargeOutcome.UNKNOWN


def reference_of(charge_id: str) -> str:
    """What a person reads to the desk: the last eight signs of the charge's id, in two groups."""
    signs = charge_id.replace("-", "").upper()[-8:]
    return f"{signs[:4]}-{signs[4:]}"


def _asked(
    terminal: CardTerminal, request: ChargeRequest, tell: Callable[[ChargeStep], None]
) -> ChargeResult:
    try:
        return terminal.charge(request, tell)
    except DeviceUnavailable:
        return ChargeResult(ChargeOutcome.NOT_SENT, ChargeDetail.UNREACHABLE)
    except (GuichetError, OSError, ValueError):
        return ChargeResult(ChargeOutcome.UNKNOWN, ChargeDetail.UNEXPECTED)
