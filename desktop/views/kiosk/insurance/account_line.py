"""The line about the home's insurance on the account's screen."""

from PySide6.QtCore import QCoreApplication

from desktop.services.insurance.insurance import Insured, insured
from desktop.views.common.words import far_day
from desktop.views.kiosk.account.lines import AccountLine, LineWords


def _says(known: Insured) -> LineWords:
    translate = QCoreApplication.translate
    bring = translate("insurance", "Please bring your insurance certificate to the reception.")
    until = far_day(known.until) if known.until is not None else ""
    match known.state:
        case "valid":
            words = translate("insurance", "Home insurance: certificate valid until {day}")
            return LineWords("shield", "success", words.format(day=until))
        case "expired":
            words = translate("insurance", "Home insurance: your certificate ended on {day}")
            return LineWords("shield", "attention", words.format(day=until), bring)
        case _:
            words = translate("insurance", "Home insurance: we do not have your certificate yet")
            return LineWords("shield", "attention", words, bring)


LINE = AccountLine(order=10, reads=insured, says=_says)
