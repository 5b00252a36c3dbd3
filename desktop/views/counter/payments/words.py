"""What stands against a payment, in words: what happened, that no money moved, and what to do."""

from PySide6.QtCore import QCoreApplication

from desktop.views.common.banner import Tone
from desktop.views.common.words import money
from desktop.views.counter.kit.sentences import Sentence, sentence
from desktop.views.counter.payments.state import PaymentsState


def amount_words(code: str) -> str:
    """What is wrong with a typed amount; empty when nothing is."""
    translate = QCoreApplication.translate
    return {
        "": "",
        "amount_not_positive": translate("payments", "The amount must be above zero."),
        "amount_malformed": translate("payments", "This is not an amount. Write it like 123,45."),
        "amount_too_precise": translate("payments", "Cents have two figures. Write it like 123,45."),
        "amount_too_big": translate("payments", "More than 100,000 euros: check the figures."),
    }.get(code, translate("payments", "This amount cannot be read. Write it like 123,45."))


def objection_sentence(state: PaymentsState) -> Sentence | None:
    """The gravest thing that stands against what is typed now."""
    translate = QCoreApplication.translate
    if state.trouble is not None:
        return trouble_sentence(state)
    if "cash_cap" in state.objections and state.quote is not None:
        room = state.quote.cash_room_cents or 0
        return (
            Tone.DANGER,
            translate("payments", "Too much cash: the law allows {amount} more for these terms.").format(
                amount=money(room)
            ),
            translate(
                "payments", "No money was taken. Take up to that in cash, and the rest by cheque or card."
            ),
        )
    return None


def trouble_sentence(state: PaymentsState) -> Sentence:
    """How a payment was refused or broke off."""
    translate = QCoreApplication.translate
    trouble = state.trouble
    if trouble is None:
        raise LookupError("nothing went wrong")
    match trouble.code:
        case "balance_changed":
            return (
                Tone.ATTENTION,
                translate("payments", "The account has just changed: somebody paid or a line came in."),
                translate(
                    "payments", "Nothing was recorded. Check the new balance below, then confirm again."
                ),
            )
        case "outcome_unknown":
            return (
                Tone.DANGER,
                translate("payments", "Nobody knows whether this payment was recorded."),
                translate("payments", "Look at the payments in the tenant's file before you do it again."),
            )
        case "tendered_too_little":
            return (
                Tone.ATTENTION,
                translate("payments", "The tenant gave less than the amount."),
                translate("payments", "Nothing was recorded. Lower the amount or ask for the rest."),
            )
        case _:
            return sentence(trouble)
