"""A card terminal that speaks Caisse-AP over IP. The terminal is the server and keeps the last word."""

import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock

from desktop.hardware.address import Address
from desktop.hardware.caisse_ap.codec import Message, encode
from desktop.hardware.caisse_ap.exchange import NoAnswer, TerminalPatience, listen
from desktop.hardware.caisse_ap.payment import NEUTRAL_IPC, debit, read_answer, unknown
from desktop.hardware.card_terminal import (
    ChargeDetail,
    ChargeOutcome,
    ChargeRequest,
    ChargeResult,
    ChargeStep,
    TerminalState,
)

log = logging.getLogger(__name__)

Report = Callable[[ChargeStep], None]


class CaisseApTerminal:
    """One terminal at one address. Build one object per terminal: its lock forbids a second charge.

    Frames are never logged. `doubtful`: the station stopped during a charge, so its screen must be looked at.
    """

    def __init__(
        self,
        address: Address,
        patience: TerminalPatience | None = None,
        ipc: str = NEUTRAL_IPC,
        *,
        doubtful: bool = False,
    ) -> None:
        self._address = address
        self._patience = patience or TerminalPatience()
        self._ipc = ipc
        self._doubtful = doubtful
        self._charging = Lock()
        self._line = Lock()
        """Held while a connection is open: a look at the terminal must not stand in a charge's way."""
        self._guard = Lock()
        """Held for moments: keeps `stop_waiting` from reaching the charge after the one it was meant for."""
        self._stopped = Event()
        self._open: socket.socket | None = None

    def ready(self) -> TerminalState:
        """Opens a connection and closes it without a word, unless a charge is going on."""
        if self._charging.locked() or not self._line.acquire(blocking=False):
            return TerminalState.BUSY
        try:
            self._connect().close()
        except OSError:
            return TerminalState.UNREACHABLE
        finally:
            self._line.release()
        return TerminalState.CHECK_IDLE if self._doubtful else TerminalState.READY

    def charge(self, request: ChargeRequest, report: Report) -> ChargeResult:
        """See CardTerminal. Whatever breaks after the first byte left, the outcome is UNKNOWN."""
        if request.refusal is not None:
            return _not_sent(request.refusal)
        if not self._charging.acquire(blocking=False):
            return _not_sent(ChargeDetail.BUSY)
        try:
            result = self._charge(request, report)
        finally:
            with self._guard:
                self._stopped.clear()
                self._charging.release()
        log.info("charge %s: %s (%s)", request.reference, result.outcome, result.detail)
        return result

    def stop_waiting(self) -> None:
        """Give up waiting, from another thread: the charge ends at once.

        The terminal cannot be told (the protocol has no such word; its red button cancels): once the request
        left, the outcome is UNKNOWN.
        """
        with self._guard:
            if not self._charging.locked():
                return
            self._stopped.set()
            connection = self._open
            if connection is not None:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def _charge(self, request: ChargeRequest, report: Report) -> ChargeResult:
        if self._doubtful:
            report(ChargeStep.CHECK_IDLE)
        report(ChargeStep.CONNECTING)
        with self._line:
            try:
                connection = self._connect()
            except ConnectionRefusedError:
                return _not_sent(ChargeDetail.CONNECTION_REFUSED)
            except TimeoutError:
                return _not_sent(ChargeDetail.CONNECT_TIMEOUT)
            except OSError:
                return _not_sent(ChargeDetail.UNREACHABLE)
            with connection:
                self._open = connection
                try:
                    return self._ask(connection, debit(request, self._ipc), report)
                finally:
                    self._open = None

    def _connect(self) -> socket.socket:
        return socket.create_connection(
            (self._address.host, self._address.port), timeout=self._patience.connect
        )

    def _ask(self, connection: socket.socket, asked: Message, report: Report) -> ChargeResult:
        frame = encode(asked)
        report(ChargeStep.SENDING)
        if self._stopped.is_set():
            return _not_sent(ChargeDetail.STOPPED_BEFORE_SENDING)
        self._doubtful = True
        result = self._send_and_listen(connection, asked, frame, report)
        self._doubtful = result.outcome is ChargeOutcome.UNKNOWN
        _tell(report, ChargeStep.ANSWERED)
        return result

    def _send_and_listen(
        self, connection: socket.socket, asked: Message, frame: bytes, report: Report
    ) -> ChargeResult:
        try:
            connection.sendall(frame)
            _tell(report, ChargeStep.PRESENT_CARD)
            return read_answer(asked, listen(connection, self._patience))
        except NoAnswer as error:
            return unknown(self._why(error.detail))
        except OSError:
            return unknown(self._why(ChargeDetail.CONNECTION_LOST))
        except Exception as error:  # noqa: BLE001  # money may have moved: no fault of ours may hide that
            # The error's text might quote the answer; its name cannot.
            log.error("a charge broke after it was sent: %s", type(error).__name__)  # noqa: TRY400
            return unknown(ChargeDetail.UNEXPECTED)

    def _why(self, detail: ChargeDetail) -> ChargeDetail:
        return ChargeDetail.STOPPED_WAITING if self._stopped.is_set() else detail


def _not_sent(detail: ChargeDetail) -> ChargeResult:
    return ChargeResult(ChargeOutcome.NOT_SENT, detail)


def _tell(report: Report, step: ChargeStep) -> None:
    """Report a step after the request left: a screen that fails must not lose what the terminal says."""
    try:
        report(step)
    except Exception:
        log.exception("the step %s could not be shown", step)
