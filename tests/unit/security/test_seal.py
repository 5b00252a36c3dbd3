"""The signed text of a paper's QR code."""

from base64 import urlsafe_b64encode

import pytest

from desktop.errors import Invalid
from desktop.security.device_key import public_key, sign
from desktop.security.seal import check_seal, claimed_fields, seal

KEY = bytes(range(32))
PUBLIC = public_key(KEY)
FIELDS = {
    "device": "AG02-K01",
    "kind": "rent_receipt",
    "number": "AG02-K01-000123",
    "lease": "17580000012",
    "cents": 51505,
    "day": "2026-11-22",
    "periods": ["2026-10", "2026-11"],
}


def test_a_sealed_paper_is_proven_with_the_public_key_alone() -> None:
    assert check_seal(PUBLIC, seal(KEY, FIELDS)) == FIELDS
    assert claimed_fields(seal(KEY, FIELDS)) == FIELDS


def test_the_same_fields_give_the_same_seal_in_any_order() -> None:
    assert seal(KEY, FIELDS) == seal(KEY, dict(reversed(FIELDS.items())))


def test_a_seal_stays_small_enough_for_a_printed_code() -> None:
    assert len(seal(KEY, FIELDS)) <= 400


def test_each_altered_character_is_noticed() -> None:
    text = seal(KEY, FIELDS)
    for place in range(3, len(text)):
        wrong = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        with pytest.raises(Invalid):
            check_seal(PUBLIC, wrong)


def test_another_station_or_another_use_of_the_key_seals_nothing() -> None:
    with pytest.raises(Invalid, match="seal_forged"):
        check_seal(public_key(b"k" * 32), seal(KEY, FIELDS))
    plain = sign(KEY, b"\x80") + b"\x80"
    with pytest.raises(Invalid, match="seal_forged"):
        check_seal(PUBLIC, "G1." + urlsafe_b64encode(plain).rstrip(b"=").decode())


@pytest.mark.parametrize(
    "text",
    ["", "G1.", "G2.AAAA", "https://example.org", "G1.é", "G1.AAAAA", "G1.AA AA", "G1.AB", "G1." + "A" * 88],
)
def test_any_other_code_is_no_seal(text: str) -> None:
    with pytest.raises(Invalid, match="seal_malformed"):
        claimed_fields(text)
    with pytest.raises(Invalid):
        check_seal(PUBLIC, text)
