"""What stands on a rent account, in plain words."""

from typing import Final

from PySide6.QtCore import QObject

_PARTS: Final = {
    "LOYER": "rent",
    "PCHARGES": "charges",
    "APL": "benefit",
    "RLS": "reduction",
    "SLS": "supplement",
    "REGUL": "adjustment",
}


class Operations(QObject):
    """Names and explains; the amounts come from elsewhere."""

    def part(self, part: str, cents: int) -> tuple[str, str]:
        """The name of a part of the rent, and one sentence of what it is."""
        return self._name(part), self._raised(part) if cents > 0 else self._lowered(part)

    def _name(self, part: str) -> str:
        return {
            "rent": self.tr("Rent"),
            "charges": self.tr("Advance on charges"),
            "supplement": self.tr("Solidarity supplement (SLS)"),
            "reduction": self.tr("Solidarity reduction (RLS)"),
            "benefit": self.tr("Housing benefit (APL)"),
            "adjustment": self.tr("Yearly adjustment of charges"),
            "returned": self.tr("Payment that came back"),
        }.get(part, part)

    def _raised(self, part: str) -> str:
        return {
            "rent": self.tr("The price of your home, without charges."),
            "charges": self.tr(
                "Paid each month for water, lift, cleaning… Once a year it is compared with what was spent."
            ),
            "supplement": self.tr("Added when the household’s income is above the limits of social housing."),
            "adjustment": self.tr(
                "Last year’s charges were higher than your advances: this is the difference."
            ),
            "returned": self.tr("The bank did not pay it: the amount is due again."),
        }.get(part, "")

    def _lowered(self, part: str) -> str:
        return {
            "reduction": self.tr("A reduction of the rent that your landlord grants because of your income."),
            "benefit": self.tr("The help that the CAF pays to us for you: it lowers what you pay."),
            "adjustment": self.tr(
                "Last year’s charges were lower than your advances: this comes back to you."
            ),
        }.get(part, self._raised(part))

    def operation(self, code: str, *, credit: bool) -> str:
        """The name of a ledger line by the ERP's code; empty when the label must speak for itself."""
        if code == "REGLT":
            return self.tr("Payment received") if credit else self._name("returned")
        return self._name(_PARTS[code]) if code in _PARTS else ""

    def change(self, part: str, before_cents: int, now_cents: int, difference: str) -> str:
        """Why this month differs from the one before, with the `difference` as an amount."""
        name = self._name(part)
        if not before_cents:
            return self.tr("{part}: new this month, {difference}").format(part=name, difference=difference)
        if not now_cents:
            return self.tr("{part}: not this month, {difference}").format(part=name, difference=difference)
        return self.tr("{part}: {difference}").format(part=name, difference=difference)
