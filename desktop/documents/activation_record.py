"""The facts of a slip with a new activation code."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from desktop.documents.consistency import require, require_aware, require_said
from desktop.documents.language.wording import local_day
from desktop.documents.parties import Parties

_GROUP: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivationSlip:
    """A code to open the tenant's account, given once identity was seen; `account_web` if on the web too."""

    parties: Parties
    code: str
    issued_at: datetime
    valid_until: date
    issued_by: str
    account_web: str = ""

    def __post_init__(self) -> None:
        require_said(self.code, "code")
        require(self.code.isalnum(), "code", "malformed")
        require_aware(self.issued_at, "issued_at")
        require(self.valid_until >= local_day(self.issued_at), "valid_until", "already_past")

    @property
    def grouped_code(self) -> str:
        """The code in groups of five, as it is easiest to read and type."""
        return " ".join(self.code[at : at + _GROUP] for at in range(0, len(self.code), _GROUP))
