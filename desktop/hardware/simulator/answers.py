"""What the simulated terminal says to a request, and whether the card was charged by then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.hardware.caisse_ap import tags
from desktop.hardware.caisse_ap.codec import MalformedFrame, Message, encode, message
from desktop.hardware.simulator.mode import Mode

Records = tuple[tuple[str, str], ...]


class Ending(StrEnum):
    """What becomes of the connection after the last byte."""

    CLOSE = "close"
    RESET = "reset"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class SimulatedReply:
    """The pieces to send, whether the card is charged before the first, and the end."""

    pieces: tuple[bytes, ...] = ()
    commits: bool = False
    ending: Ending = Ending.CLOSE


@dataclass(frozen=True, slots=True)
class Committed:
    """One line of the terminal's own journal: this money moved."""

    cents: int
    currency: str
    till: str
    authorisation: str


_REFUSALS = {
    Mode.REFUSE: "04",
    Mode.FORBIDDEN: "05",
    Mode.ABANDON_CARD: "06",
    Mode.NOT_COMPLETED: "07",
    Mode.TIMEOUT: "08",
    Mode.FORMAT_ERROR: "09",
    Mode.ABANDON: "11",
    Mode.ABANDON_BARE: "11",
    Mode.CURRENCY: "13",
}

_WORDLESS = {
    Mode.SILENT: SimulatedReply(ending=Ending.SILENCE),
    Mode.BUSY: SimulatedReply(ending=Ending.SILENCE),
    Mode.CLOSE: SimulatedReply(),
    Mode.RESET: SimulatedReply(ending=Ending.RESET),
    Mode.CLOSE_AFTER_COMMIT: SimulatedReply(commits=True),
    Mode.RESET_AFTER_COMMIT: SimulatedReply(commits=True, ending=Ending.RESET),
}


def reply(mode: Mode, request: Message, authorisation: str) -> SimulatedReply:
    """The reply of a terminal in `mode`. What a real terminal would not accept is refused in any mode."""
    fault = _fault(request)
    if fault is not None:
        return SimulatedReply((encode(_refusal(request, fault)),))
    if request.value(tags.ANSWER_MODE) == tags.ANSWER_AT_ONCE:
        return SimulatedReply((encode(_status(request, tags.TAKEN_ON)),), commits=True)
    if mode in _WORDLESS:
        return _WORDLESS[mode]
    if mode in _REFUSALS:
        return SimulatedReply((encode(_refusal(request, _REFUSALS[mode], bare=mode is Mode.ABANDON_BARE)),))
    reword = _REWORDED.get(mode, _unchanged)
    frame = encode(message(reword(_approval(request, authorisation))))
    spoil = _SPOILED.get(mode)
    ending = Ending.RESET if mode is Mode.RESET_AFTER_ANSWER else Ending.CLOSE
    return SimulatedReply(tuple(_pieces(mode, spoil(frame) if spoil else frame)), commits=True, ending=ending)


def committed(request: Message, authorisation: str) -> Committed:
    """The journal's line for a request that was accepted."""
    return Committed(
        cents=int(request.value(tags.AMOUNT) or "0"),
        currency=request.value(tags.CURRENCY) or "",
        till=request.value(tags.TILL) or "",
        authorisation=authorisation,
    )


def _fault(request: Message) -> str | None:
    """Why a real terminal would refuse: 09 its form, 12 its action, 13 its currency."""
    try:
        return _unacceptable(request)
    except MalformedFrame:
        return "09"


def _unacceptable(request: Message) -> str | None:
    present = {tag for tag, _ in request.records}
    if not present.issuperset(tags.MANDATORY) or request.records[0][0] != tags.VERSION:
        return "09"
    amount = request.value(tags.AMOUNT) or ""
    if not (amount.isdigit() and 2 <= len(amount) <= 12 and int(amount)):
        return "09"
    if request.value(tags.ACTION) != tags.DEBIT:
        return "12"
    return None if request.value(tags.CURRENCY) == tags.EURO else "13"


def _echo(request: Message, *, bare: bool = False) -> Records:
    kept = [record for record in request.records if record[0] in {tags.IPC, *tags.ECHOED} and record[1]]
    padded = [(tag, value.zfill(12) if tag == tags.AMOUNT else value) for tag, value in kept]
    return ((tags.VERSION, "0301"), *(record for record in padded if not (bare and record[0] == tags.AMOUNT)))


def _status(request: Message, status: str, *, bare: bool = False) -> Message:
    return message((*_echo(request, bare=bare), (tags.STATUS, status)))


def _refusal(request: Message, detail: str, *, bare: bool = False) -> Message:
    refused = _status(request, tags.NOT_DONE, bare=bare)
    return message((*refused.records, (tags.STATUS_DETAIL, detail)))


def _approval(request: Message, authorisation: str) -> Records:
    return (
        *_echo(request),
        (tags.STATUS, tags.DONE),
        (tags.PAYMENT_MODE, "00B"),
        (tags.READ_MODE, "2"),
        (tags.AUTHORISATION, authorisation),
        (tags.PAN, "497010######1234"),
        (tags.APPLICATION, "A0000000421010"),
        (tags.EXPIRY, "2912"),
        (tags.CONTRACT, "4242420"),
        (tags.TICKET, "CARTE BANCAIRE\nSANS CONTACT\nTICKET CLIENT A CONSERVER"),
    )


def _unchanged(records: Records) -> Records:
    return records


def _with(tag: str, change: Callable[[str], str]) -> Callable[[Records], Records]:
    return lambda records: tuple((name, change(value) if name == tag else value) for name, value in records)


_REWORDED: dict[Mode, Callable[[Records], Records]] = {
    Mode.WRONG_AMOUNT: _with(tags.AMOUNT, lambda value: f"{int(value) + 100:012d}"),
    Mode.WRONG_CURRENCY: _with(tags.CURRENCY, lambda _: "840"),
    Mode.POSTPONED: _with(tags.STATUS, lambda _: tags.TAKEN_ON),
    Mode.FULL_PAN: _with(tags.PAN, lambda _: "4970101122331234"),
    Mode.NO_STATUS: lambda records: tuple(record for record in records if record[0] != tags.STATUS),
    Mode.TWO_STATUSES: lambda records: (*records, (tags.STATUS, tags.NOT_DONE)),
    Mode.TRAILING: lambda records: (*records, ("ZY", "7"), ("ZX", "later versions")),
}

_SPOILED: dict[Mode, Callable[[bytes], bytes]] = {
    Mode.GARBAGE_LENGTH: lambda frame: frame.replace(b"AE002", b"AE0x2"),
    Mode.NON_ASCII: lambda frame: frame.replace(b"CARTE", "CARTÉ".encode("latin-1")),
    Mode.TOO_LONG: lambda frame: frame + b"ZZ999".ljust(1004, b"x") * 70,
    Mode.CUT: lambda frame: frame[:-3],
}


def _pieces(mode: Mode, frame: bytes) -> Iterator[bytes]:
    if mode is Mode.SPLIT:
        yield from (frame[start : start + 7] for start in range(0, len(frame), 7))
    elif mode is Mode.BOUNDARY_SPLIT:
        while frame:
            end = 5 + int(frame[2:5])
            yield frame[:end]
            frame = frame[end:]
    else:
        yield frame
