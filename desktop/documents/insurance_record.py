"""The facts of an acknowledgement that a certificate of insurance was shown."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.documents.consistency import require, require_aware, require_said
from desktop.documents.parties import Parties
from desktop.documents.seal import Seal


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuranceAcknowledgement:
    """What was read on the certificate, when, and the name of who read it."""

    parties: Parties
    number: str
    insurer: str
    policy: str
    valid_from: date
    valid_to: date
    seen_at: datetime
    seen_by: str
    seal: Seal | None = None

    def __post_init__(self) -> None:
        require_said(self.number, "number")
        require_said(self.insurer, "insurer")
        require_said(self.policy, "policy")
        require_aware(self.seen_at, "seen_at")
        require(self.valid_from <= self.valid_to, "valid_to", "dates_reversed")
