"""The payment receipt (reçu), as a file for A4 or for an 80 mm roll."""

from typing import Literal

from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_letter import payment_letter
from desktop.documents.payment.payment_record import (
    AllocationLine,
    AllocationOrder,
    Outlook,
    PaidBy,
    PaymentReceipt,
    Portion,
)
from desktop.documents.payment.payment_roll import payment_roll

__all__ = [
    "AllocationLine",
    "AllocationOrder",
    "Outlook",
    "PaidBy",
    "PaymentReceipt",
    "Portion",
    "payment_receipt_pdf",
]


def payment_receipt_pdf(
    receipt: PaymentReceipt, wording: Wording, layout: Literal["a4", "roll80"] = "a4"
) -> bytes:
    """Return the receipt as a PDF file; the same facts give the same bytes."""
    return payment_roll(receipt, wording) if layout == "roll80" else payment_letter(receipt, wording)
