"""What the codes of a lease's file mean, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.services.leases.leases import LeaseCard
from desktop.views.common.words import short_day

Fact = tuple[str, str, str]
"""Icon, colour and words."""


def language_name(code: str) -> str:
    """The language a person prefers."""
    translate = QCoreApplication.translate
    names = {
        "fr": translate("people", "French"),
        "en": translate("people", "English"),
        "ar": translate("people", "Arabic"),
        "pl": translate("people", "Polish"),
        "pt": translate("people", "Portuguese"),
        "it": translate("people", "Italian"),
        "tr": translate("people", "Turkish"),
        "es": translate("people", "Spanish"),
    }
    return names.get(code, code)


def account_fact(card: LeaseCard) -> Fact:
    """Whether the tenants can sign in by themselves."""
    translate = QCoreApplication.translate
    match card.account_state:
        case "active":
            return "check-circle", "success", translate("lease", "Account active")
        case "locked":
            return "lock", "danger", translate("lease", "Account locked after wrong tries")
        case _:
            return "person", "muted", translate("lease", "No account yet")


def code_fact(card: LeaseCard) -> Fact:
    """Whether the letter's code still opens the account."""
    translate = QCoreApplication.translate
    until = short_day(card.activation_expires_on) if card.activation_expires_on else ""
    match card.activation_state:
        case "valid":
            words = translate("lease", "Activation code valid until {day}").format(day=until)
            return "key", "success", words
        case "expired":
            words = translate("lease", "Activation code expired on {day}").format(day=until)
            return "key", "attention", words
        case "used":
            return "key", "muted", translate("lease", "Activation code used")
        case _:
            return "key", "muted", translate("lease", "No activation code")


def insurance_fact(card: LeaseCard) -> Fact:
    """Whether the home is insured, as the law asks every year."""
    translate = QCoreApplication.translate
    until = short_day(card.insured_until) if card.insured_until else ""
    match card.insurance_state:
        case "valid":
            words = translate("lease", "Insured until {day}").format(day=until)
            if card.insurer:
                words = translate("lease", "Insured by {insurer} until {day}").format(
                    insurer=card.insurer, day=until
                )
            return "shield", "success", words
        case "expired":
            words = translate("lease", "Insurance ended on {day}: ask for a certificate").format(day=until)
            return "shield", "attention", words
        case _:
            return "shield", "attention", translate("lease", "No insurance certificate: ask for one")


def reason_words(code: str) -> str:
    """Why a term has no rent receipt yet."""
    translate = QCoreApplication.translate
    return {
        "": "",
        "unpaid": translate("lease", "nothing paid yet"),
        "part_paid": translate("lease", "paid in part"),
        "rentless": translate("lease", "no rent asked"),
        "unread": translate("lease", "a line could not be read"),
        "unproven": translate("lease", "payment to be confirmed"),
        "uncleared": translate("lease", "cheque not cleared yet"),
        "benefit_pending": translate("lease", "housing benefit expected"),
    }.get(code, translate("lease", "not yet"))


def refusal_words(code: str) -> str:
    """The same, as a sentence that says what to do."""
    translate = QCoreApplication.translate
    return {
        "unpaid": translate("lease", "Nothing is paid of it yet."),
        "part_paid": translate("lease", "It is paid in part: the receipts of its payments can be printed."),
        "rentless": translate(
            "lease", "No rent was asked for this month: there is nothing to give a receipt for."
        ),
        "unread": translate(
            "lease",
            "A line of this account could not be read last night: the next good night puts it right. The"
            " receipts of its payments can be printed.",
        ),
        "unproven": translate(
            "lease", "The agency's manager must first confirm a payment of this month, under To check."
        ),
        "uncleared": translate("lease", "It was paid by a cheque that is not cleared yet."),
        "benefit_pending": translate("lease", "The housing benefit of this month has not come in yet."),
    }.get(code, translate("lease", "It is not wholly paid yet."))
