"""Ledger lines no more alike than real ones: copies of a sample shrink to next to nothing on the wire."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

LINES_A_LEASE = 58
"""As in the sample export: a year and a half of rent, charges, help and payments."""

MONTHS = 36
PAID_HERE = ("Paiement par carte bancaire", "Chèque bancaire")
"""Such a line bears the payment's id, which is longer than the ERP's numbers and like no other."""

OPERATIONS = (
    ("LOYER", "Loyer {month}/{year}", 38_000, 70_000),
    ("PCHARGES", "Provision pour charges {month}/{year}", 9_000, 24_000),
    ("APL", "APL {month}/{year}", -34_000, -9_000),
    ("RLS", "Réduction de loyer de solidarité", -6_500, -3_500),
    ("REGLT", "Prélèvement automatique {reference}", -60_000, -8_000),
    *(("REGLT", label, -60_000, -1_000) for label in PAID_HERE),
)
"""Code, label, and the least and most of its cents: a debit above zero, a credit below."""


def lines(count: int, scope: str, seed: int) -> Iterator[dict[str, Any]]:
    """So many lines over as many leases as would have them; numbers, days and cents are drawn one by one."""
    draw = random.Random(seed)
    for number in draw.sample(range(100_000_000, 1_000_000_000), count):
        year, month = 2023 + (at := draw.randrange(MONTHS)) // 12, at % 12 + 1
        code, label, least, most = draw.choice(OPERATIONS)
        cents = draw.randint(least, most)
        payment = str(UUID(int=draw.getrandbits(128))) if label in PAID_HERE else None
        yield {
            "id": payment or f"E{number}",
            "scope": scope,
            "lease_id": f"1758{draw.randrange(1 + count // LINES_A_LEASE):07}",
            "posted_on": date(year, month, draw.randint(1, 28)),
            "period": f"{year}-{month:02}",
            "operation": code,
            "label": label.format(year=year, month=f"{month:02}", reference=draw.randrange(10**9)),
            "debit_cents": max(cents, 0),
            "credit_cents": max(-cents, 0),
            "payment_id": payment,
        }
