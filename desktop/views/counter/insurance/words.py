"""What is wrong with an entry of a certificate, and what was known before, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.services.insurance.insurance import Insured
from desktop.views.common.trouble import Trouble
from desktop.views.common.words import short_day


def entry_words(trouble: Trouble) -> str:
    """One sentence for the entry at fault; empty for what is no fault of an entry."""
    translate = QCoreApplication.translate
    like = translate("insurance", "Type the day like this: 31/08/2027.")
    no_such_day = translate("insurance", "There is no such day: look at the certificate again.")
    return {
        "insurer_missing": translate("insurance", "Type the name of the insurer."),
        "policy_missing": translate("insurance", "Type the number of the policy: it is on the certificate."),
        "text_too_long": translate("insurance", "This is too long: type what matters."),
        "valid_from_missing": translate("insurance", "Type the first day covered."),
        "valid_to_missing": translate("insurance", "Type the last day covered."),
        "valid_from_malformed": like,
        "valid_to_malformed": like,
        "valid_from_impossible": no_such_day,
        "valid_to_impossible": no_such_day,
        "dates_reversed": translate("insurance", "The last day comes before the first one."),
        "certificate_ended": translate(
            "insurance", "This certificate has ended: ask for the one of this year."
        ),
        "certificate_too_long": translate(
            "insurance", "More than two years: look at the dates on the certificate again."
        ),
    }.get(trouble.code, "")


def known_words(known: Insured) -> str:
    """What the file said before this certificate."""
    translate = QCoreApplication.translate
    until = short_day(known.until) if known.until is not None else ""
    match known.state:
        case "valid":
            return translate("insurance", "known until now: insured until {day}").format(day=until)
        case "expired":
            return translate("insurance", "known until now: insurance ended on {day}").format(day=until)
        case _:
            return translate("insurance", "known until now: no certificate")
