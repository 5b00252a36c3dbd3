"""What a cell of the accountant's file may hold."""

from datetime import date

import pytest

from desktop.central.exporters.payment_file import ExportLine, payment_file
from desktop.rules.means import Means


def line(**said: object) -> ExportLine:
    facts = {"payment_id": "P", "reference": "AG01-2026-000001", "lease_id": "17580000012"} | said
    known = {"day": date(2026, 12, 1), "means": Means.CASH, "cents": 5_00, "agency": "AG01", "station": "C"}
    return ExportLine(**(known | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", " ="])
def test_no_cell_is_a_formula(sign: str) -> None:
    (_, written, _) = payment_file([line(lease_id=f"{sign}cmd|' /C calc'!A0")]).decode("cp1252").split("\r\n")
    assert written.split(";")[1].startswith("'")


def test_money_taken_back_is_a_debit() -> None:
    (_, written, _) = payment_file([line(cents=-5_00)]).decode("cp1252").split("\r\n")
    assert written.split(";")[7:9] == ["5,00", ""]
