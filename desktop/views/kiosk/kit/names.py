"""How a person is greeted."""

from PySide6.QtCore import QCoreApplication

from desktop.services.access.accounts import AccountCard


def greeting(account: AccountCard | None) -> str:
    """« Bonjour Madame EL AMRANI »; without a civility, first and last name."""
    translate = QCoreApplication.translate
    if account is None:
        return translate("names", "Hello")
    match account.civility:
        case "MME":
            return translate("names", "Hello Mrs {name}").format(name=account.last_name)
        case "M":
            return translate("names", "Hello Mr {name}").format(name=account.last_name)
        case _:
            name = f"{account.first_name} {account.last_name}".strip()
            return translate("names", "Hello {name}").format(name=name)
