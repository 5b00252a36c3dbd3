"""An acknowledgement for a certificate of the MAIF."""

from datetime import date
from typing import Any, Final

from desktop.documents.insurance_record import InsuranceAcknowledgement
from tests.unit.documents.samples import PARTIES, RECEIVED_AT, SEAL

NAME: Final = "insurance_acknowledgement"


def sample(**changes: Any) -> InsuranceAcknowledgement:
    facts: dict[str, Any] = {
        "parties": PARTIES,
        "number": "A-7KQ42M",
        "insurer": "MAIF",
        "policy": "4407 112 Z",
        "valid_from": date(2026, 9, 1),
        "valid_to": date(2027, 8, 31),
        "seen_at": RECEIVED_AT,
        "seen_by": "Claire Delattre",
        "seal": SEAL,
    }
    return InsuranceAcknowledgement(**facts | changes)
