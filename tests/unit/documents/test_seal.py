"""The QR code of a paper is the one the standard asks for, drawn whole."""

import re
from datetime import timedelta

import pytest
import segno

from desktop.documents.drawing import qr
from desktop.documents.language.wording import Wording
from desktop.documents.payment.payment_receipt import payment_receipt_pdf
from desktop.documents.seal import LONGEST_PAYLOAD, Duplicate, Seal
from desktop.errors import Invalid
from tests.unit.documents import samples
from tests.unit.documents.drawn import content

RECTANGLE = re.compile(r"(\d+) (\d+) (\d+) 1 re")


def redrawn(operators: str, size: int) -> list[list[int]]:
    """The modules that the rectangles of a path make black."""
    rows = [[0] * size for _ in range(size)]
    for x, y, width in (map(int, found) for found in RECTANGLE.findall(operators)):
        rows[y][x : x + width] = [1] * width
    return rows


@pytest.mark.parametrize("layout", ["a4", "roll80"])
def test_the_code_on_paper_is_the_code_of_the_payload(layout: str) -> None:
    code = segno.make_qr(samples.SEAL.payload, error="m", boost_error=False, mask=2)
    drawn = redrawn(content(payment_receipt_pdf(samples.payment(), Wording("fr"), layout)), len(code.matrix))  # type: ignore[arg-type]
    assert drawn == [list(row) for row in code.matrix]
    assert code.error == "M"


def test_only_the_mask_differs_from_what_the_standard_would_choose() -> None:
    ours = segno.make_qr("G1.abc", error="m", boost_error=False, mask=2)
    theirs = segno.make_qr("G1.abc", error="m", boost_error=False)
    assert (ours.version, ours.error) == (theirs.version, theirs.error)
    assert [list(row) for row in ours.matrix] == [list(row) for row in qr.matrix("G1.abc")]


def test_a_paper_without_seal_has_no_code() -> None:
    assert RECTANGLE.search(content(payment_receipt_pdf(samples.payment(seal=None), Wording("fr")))) is None


def test_the_longest_payload_is_the_last_that_fits() -> None:
    assert len(qr.matrix(Seal(payload="x" * LONGEST_PAYLOAD, check_code="1").payload)) == 77
    with pytest.raises(Invalid, match="too_long"):
        Seal(payload="x" * (LONGEST_PAYLOAD + 1), check_code="1")
    with pytest.raises(Invalid, match="missing"):
        Seal(payload=" ", check_code="1")


def test_a_copy_is_never_older_than_its_original() -> None:
    original = samples.COPY.original_at
    with pytest.raises(Invalid, match="copy_before_original"):
        Duplicate(original_at=original, reprinted_at=original - timedelta(seconds=1))
