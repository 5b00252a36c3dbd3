"""How people are named on the counter's screens."""

from PySide6.QtCore import QCoreApplication

from desktop.rules.means import Means


def civil_name(civility: str, first: str, last: str) -> str:
    """« Mme Diane EL AMRANI »."""
    translate = QCoreApplication.translate
    shown = {"MME": translate("people", "Mrs"), "M": translate("people", "Mr")}.get(civility, "")
    return " ".join(filter(None, (shown, first, last)))


def means_words(means: Means) -> str:
    """How a station took money; what this version cannot read, it calls another means."""
    translate = QCoreApplication.translate
    return {
        Means.CASH: translate("means", "Cash"),
        Means.CHEQUE: translate("means", "Cheque"),
        Means.CARD: translate("means", "Card"),
    }.get(means, translate("means", "Another means"))


def grouped(lease_id: str) -> str:
    """A contract number in groups, as people read it out: `175 8000 0012`."""
    if len(lease_id) != 11:
        return lease_id
    return f"{lease_id[:3]}\u00a0{lease_id[3:7]}\u00a0{lease_id[7:]}"
