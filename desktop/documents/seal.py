"""What proves a paper: its signed code, and its standing as original or duplicate."""

from dataclasses import dataclass
from datetime import datetime

from desktop.documents.consistency import require, require_aware, require_said

LONGEST_PAYLOAD = 400
"""Bytes of a payload that still prints as a code a telephone reads at once (version 15 at level M)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """`payload` is the signed text of the QR code; `check_code` is the short one a person reads out."""

    payload: str
    check_code: str

    def __post_init__(self) -> None:
        require_said(self.payload, "seal.payload")
        require(len(self.payload.encode()) <= LONGEST_PAYLOAD, "seal.payload", "too_long")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """Marks a paper printed again: when the original was made, and when this copy was."""

    original_at: datetime
    reprinted_at: datetime

    def __post_init__(self) -> None:
        require_aware(self.original_at, "duplicate.original_at")
        require_aware(self.reprinted_at, "duplicate.reprinted_at")
        require(self.original_at <= self.reprinted_at, "duplicate", "copy_before_original")
