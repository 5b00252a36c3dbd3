"""When two logins are the same: capitals, accents and spaces make no difference."""

import unicodedata


def fold_login(typed: str) -> str:
    """`Hélène Roy` and `heleneroy` alike: what a login is compared by, wherever it is typed or kept."""
    parts = unicodedata.normalize("NFKD", typed.casefold())
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return "".join(sign for sign in plain if not sign.isspace() and unicodedata.category(sign) != "Cf")
