"""The file of payments as the landlord's ERP writes its own: cp1252, CRLF, semicolons, decimal comma."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.central.spreadsheet import inert
from desktop.rules.means import Means
from desktop.rules.money import Cents

ENCODING: Final = "cp1252"
COLUMNS: Final = (
    "reference",
    "numero_contrat",
    "date",
    "periode",
    "code_operation",
    "mode_paiement",
    "libelle",
    "debit",
    "credit",
    "agence",
    "poste",
)
PAYMENT_CODE: Final = "REGLT"
MEANS_CODES: Final = {
    Means.CASH: "ESPECES",
    Means.CHEQUE: "CHEQUE",
    Means.CARD: "CARTE",
    Means.TRANSFER: "VIREMENT",
    Means.DIRECT_DEBIT: "PRELEVEMENT",
}
"""As the ERP's own contracts name them."""


@dataclass(frozen=True, slots=True)
class ExportLine:
    """A payment; `reference` is its receipt's number, by which its line is known again when it comes back.

    Cents below zero take money back.
    """

    payment_id: str
    reference: str
    lease_id: str
    day: date
    means: Means
    cents: Cents
    agency: str
    station: str


def payment_file(lines: Iterable[ExportLine]) -> bytes:
    """The whole file, its header first; the same lines give the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow([inert(cell) for cell in _cells(line)])
    return text.getvalue().encode(ENCODING, errors="replace")


def _cells(line: ExportLine) -> tuple[str, ...]:
    amount = f"{abs(line.cents) // 100},{abs(line.cents) % 100:02d}"
    return (
        line.reference,
        line.lease_id,
        f"{line.day:%d/%m/%Y}",
        f"{line.day:%Y-%m}",
        PAYMENT_CODE,
        MEANS_CODES.get(line.means, ""),
        f"{line.means.facts.label} {line.reference}".strip(),
        amount if line.cents < 0 else "",
        amount if line.cents >= 0 else "",
        line.agency,
        line.station,
    )
