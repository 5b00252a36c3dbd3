"""What a warning says, to whom it may concern, and what the agency's manager can do about it."""

from PySide6.QtCore import QCoreApplication

from desktop.views.common.banner import Tone
from desktop.views.counter.kit.sentences import Sentence

_ACTORS = frozenset({"staff_only", "actor_not_allowed", "not_your_lease", "not_this_device"})


def warning_words(code: str) -> str:
    """What stands against it."""
    translate = QCoreApplication.translate
    if code in _ACTORS:
        return translate("warnings", "It was recorded in the name of somebody who may not do this.")
    return {
        "staff_unknown": translate("warnings", "Nobody of this name works here, or did by then."),
        "staff_of_another_agency": translate("warnings", "This member of staff is of another agency."),
        "role_missing": translate("warnings", "The role of this member of staff does not allow it."),
        "account_missing": translate("warnings", "This lease has no activated account in this agency."),
        "cash_cap": translate(
            "warnings", "Together with the other payments of this debt, the cash goes beyond the legal cap."
        ),
        "ledger_unread": translate(
            "warnings", "A line of this account could not be read last night: its balance may be incomplete."
        ),
        "lease_unknown": translate("warnings", "Central does not know this lease: no account shows it."),
        "payment_in_doubt": translate(
            "warnings", "Another card payment of the same lease was in doubt: the tenant may have paid twice."
        ),
        "charge_settled": translate(
            "warnings", "Somebody had already said otherwise what became of this card payment."
        ),
        "charge_settled_otherwise": translate(
            "warnings", "The terminal says something else than what was recorded."
        ),
        "evidence_missing": translate(
            "warnings", "The card terminal's authorisation is missing: nothing proves that the card paid."
        ),
        "code_already_used": translate(
            "warnings", "The one-time code of this member of staff had been used before: by somebody else?"
        ),
    }.get(code) or _of_stations(code)


def _of_stations(code: str) -> str:
    translate = QCoreApplication.translate
    return {
        "another_life": translate(
            "warnings",
            "This station goes on as a second one: its record was put back, or its disk was copied."
            " Both may have printed receipts of one number; from now on its numbers have nine digits.",
        ),
        "clock_wrong": translate(
            "warnings",
            "This station's clock is minutes off: codes of telephones fail there, its papers tell a wrong"
            " time.",
        ),
        "over_quota": translate("warnings", "This station wants far more of central than stations ever do."),
    }.get(code, translate("warnings", "A rule stands against it ({code}).").format(code=code))


def warning_advice(code: str) -> str:
    """What to do, said to the agency's manager."""
    translate = QCoreApplication.translate
    return {
        "cash_cap": translate(
            "warnings",
            "For the agency's manager: ask the tenant how it came about, and write it down."
            " The payment and its receipt stand.",
        ),
        "ledger_unread": translate(
            "warnings",
            "Have the line put right in the landlord's accounts: the import's report names it. Until a night"
            " reads it, this lease gets no rent receipt (quittance); then this goes away by itself.",
        ),
        "code_already_used": translate(
            "warnings", "For the agency's manager: ask who it was. If nobody knows, have the factor renewed."
        ),
        "another_life": translate(
            "warnings",
            "For the agency's manager: was this station repaired or put back? If nobody knows of it, call the"
            " administrator: it has to be shut out.",
        ),
        "clock_wrong": translate(
            "warnings",
            "For the agency's manager: have its clock set right. Nothing that was done there is lost: central"
            " books nothing later than its own clock.",
        ),
        "over_quota": translate(
            "warnings",
            "For the agency's manager: look at this station. If it is gone, or nobody knows what it is doing,"
            " tell the administrator, who can shut it out. What it hands in waits and is not lost.",
        ),
    }.get(code) or translate(
        "warnings",
        "For the agency's manager: count the till or the terminal's list, and ask who was there. Until it is"
        " confirmed the payment stands, but gives no rent receipt (quittance).",
    )


def settling_words(code: str) -> Sentence | None:
    """Why a warning could not be settled; None for what can go wrong everywhere."""
    translate = QCoreApplication.translate
    match code:
        case "own_warning":
            return (
                Tone.ATTENTION,
                translate("warnings", "This is about what you did yourself: somebody else settles it."),
                translate("warnings", "Ask another manager, or the administrator. Nothing was recorded."),
            )
        case "warning_settled":
            return (
                Tone.INFO,
                translate("warnings", "This warning has been settled meanwhile."),
                translate("warnings", "You need not do anything."),
            )
        case _:
            return None
