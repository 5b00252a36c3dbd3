"""What a debit asks in Caisse-AP, and what its answer means."""

import re
from typing import Final

from desktop.hardware.caisse_ap import tags
from desktop.hardware.caisse_ap.codec import MalformedFrame, Message, message
from desktop.hardware.card_terminal import ChargeDetail, ChargeOutcome, ChargeRequest, ChargeResult

NEUTRAL_IPC: Final = "012345678901"
"""What public implementations send; an installation in production has its own."""

_NOT_DONE: Final = {
    "02": (ChargeOutcome.DECLINED, ChargeDetail.VOICE_CALL),
    "04": (ChargeOutcome.DECLINED, ChargeDetail.REFUSED),
    "05": (ChargeOutcome.DECLINED, ChargeDetail.FORBIDDEN),
    "06": (ChargeOutcome.CANCELLED, ChargeDetail.ABANDONED),
    "07": (ChargeOutcome.DECLINED, ChargeDetail.NOT_COMPLETED),
    "08": (ChargeOutcome.CANCELLED, ChargeDetail.ENTRY_TIMEOUT),
    "09": (ChargeOutcome.DECLINED, ChargeDetail.FORMAT_ERROR),
    "10": (ChargeOutcome.DECLINED, ChargeDetail.SELECTION_ERROR),
    "11": (ChargeOutcome.CANCELLED, ChargeDetail.ABANDONED_BY_OPERATOR),
    "12": (ChargeOutcome.DECLINED, ChargeDetail.ACTION_UNKNOWN),
    "13": (ChargeOutcome.DECLINED, ChargeDetail.CURRENCY_UNSUPPORTED),
}
_SAYS_PAID: Final = frozenset({"01", "03"})

_DIFFERS: Final = {
    tags.AMOUNT: ChargeDetail.AMOUNT_DIFFERS,
    tags.CURRENCY: ChargeDetail.CURRENCY_DIFFERS,
    tags.ACTION: ChargeDetail.ACTION_DIFFERS,
    tags.TILL: ChargeDetail.TILL_DIFFERS,
}

# Each shape is too short, or too unlike a number, to let a whole card number through.
_LAST4: Final = re.compile(r"\d{4}\Z")
_AUTHORISATION: Final = re.compile(r"[0-9A-Za-z]{1,10}\Z")
_APPLICATION: Final = re.compile(r"[A-F][0-9A-F]{9,31}\Z")
_PAYMENT_MODE: Final = re.compile(r"[0-9A-Z]{3}\Z")
_CONTRACT: Final = re.compile(r"[0-9A-Za-z]{1,10}\Z")


def debit(request: ChargeRequest, ipc: str = NEUTRAL_IPC) -> Message:
    """The request for `request.cents`. No BF: recent Ingenico software trips over it."""
    return message(
        (
            (tags.VERSION, "0300"),
            (tags.IPC, ipc),
            (tags.TILL, request.till),
            (tags.AMOUNT, f"{request.cents:02d}"),
            (tags.ACTION, tags.DEBIT),
            (tags.CURRENCY, tags.EURO),
            (tags.ANSWER_MODE, tags.ANSWER_AT_THE_END),
        )
    )


def says_its_end(answer: Message) -> bool:
    """Whether the records so far tell how the payment ended; others may still follow."""
    present = {tag for tag, _ in answer.records}
    if tags.STATUS not in present:
        return False
    return (tags.STATUS, tags.DONE) not in answer.records or present.issuperset(tags.ECHOED)


def read_answer(asked: Message, answer: Message) -> ChargeResult:
    """What `answer` says about `asked`: APPROVED only if it says done and echoes what was asked."""
    try:
        status = answer.value(tags.STATUS)
        detail = answer.value(tags.STATUS_DETAIL)
        if status == tags.DONE:
            return _done(asked, answer, detail)
    except MalformedFrame:
        return unknown(ChargeDetail.ANSWER_CONTRADICTS)
    if status == tags.NOT_DONE:
        return _not_done(detail)
    if status == tags.TAKEN_ON:
        return unknown(ChargeDetail.ANSWER_POSTPONED)
    return unknown(ChargeDetail.ANSWER_WITHOUT_STATUS)


def unknown(detail: ChargeDetail) -> ChargeResult:
    """The request left; nobody can say what became of it."""
    return ChargeResult(ChargeOutcome.UNKNOWN, detail)


def _done(asked: Message, answer: Message, detail: str | None) -> ChargeResult:
    doubt = ChargeDetail.ANSWER_CONTRADICTS if detail in _NOT_DONE else _echo_doubt(asked, answer)
    if doubt is not None:
        return _with_evidence(ChargeOutcome.UNKNOWN, doubt, answer)
    return _with_evidence(ChargeOutcome.APPROVED, ChargeDetail.AUTHORISED, answer)


def _not_done(detail: str | None) -> ChargeResult:
    if detail in _SAYS_PAID:
        return unknown(ChargeDetail.ANSWER_CONTRADICTS)
    outcome, reason = _NOT_DONE.get(detail or "", (ChargeOutcome.DECLINED, ChargeDetail.NOT_DONE))
    return ChargeResult(outcome, reason)


def _echo_doubt(asked: Message, answer: Message) -> ChargeDetail | None:
    for tag, detail in _DIFFERS.items():
        wanted, echoed = asked.value(tag) or "", answer.value(tag)
        if echoed is None:
            return ChargeDetail.ECHO_MISSING
        if tag == tags.AMOUNT:
            wanted, echoed = wanted.lstrip("0"), echoed.lstrip("0")
        if wanted != echoed:
            return detail
    return None


def _with_evidence(outcome: ChargeOutcome, detail: ChargeDetail, answer: Message) -> ChargeResult:
    return ChargeResult(
        outcome,
        detail,
        authorisation=_kept(answer, tags.AUTHORISATION, _AUTHORISATION),
        last4=_last4(answer),
        read_mode=tags.READ_MODES.get(_only(answer, tags.READ_MODE) or ""),
        application=_kept(answer, tags.APPLICATION, _APPLICATION),
        payment_mode=_kept(answer, tags.PAYMENT_MODE, _PAYMENT_MODE),
        contract=_kept(answer, tags.CONTRACT, _CONTRACT),
    )


def _last4(answer: Message) -> str | None:
    found = _LAST4.search((_only(answer, tags.PAN) or "").strip())
    return found.group() if found else None


def _kept(answer: Message, tag: str, shape: re.Pattern[str]) -> str | None:
    value = (_only(answer, tag) or "").strip()
    return value if shape.match(value) else None


def _only(answer: Message, tag: str) -> str | None:
    """The value of a record that decides nothing: said twice, it is worth nothing and harms nothing."""
    try:
        return answer.value(tag)
    except MalformedFrame:
        return None
