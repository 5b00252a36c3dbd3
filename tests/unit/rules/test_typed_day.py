"""Days as people type them."""

from datetime import date

import pytest

from desktop.errors import Invalid
from desktop.rules.typed_day import typed_day


@pytest.mark.parametrize(
    "text", ["31/08/2027", "31.8.2027", "31 08 2027", "31082027", "2027-08-31", " 31-8-27 "]
)
def test_a_day_is_read_however_it_is_typed(text: str) -> None:
    assert typed_day("until", text, century=2000) == date(2027, 8, 31)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "until_missing"),
        ("31/02/2027", "until_impossible"),
        ("31/08/027", "until_malformed"),
        ("août 2027", "until_malformed"),
        ("31/08/27", "until_short_year"),
    ],
)
def test_what_is_no_day_says_which_field_and_why(text: str, code: str) -> None:
    with pytest.raises(Invalid, match=code) as refusal:
        typed_day("until", text)
    assert refusal.value.field == "until"
