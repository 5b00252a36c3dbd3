"""Addresses of central as they are printed, and as people type them."""

import pytest

from desktop.errors import Invalid
from desktop.rules.web_address import read_web_address, web_address


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("127.0.0.1", "https://127.0.0.1:8620"),
        ("central.example.org", "https://central.example.org:8620"),
        ("::1", "https://[::1]:8620"),
        ("::", "https://[::]:8620"),
        ("2001:db8::1", "https://[2001:db8::1]:8620"),
        ("fe80::1%eth0", "https://[fe80::1%25eth0]:8620"),
    ],
)
def test_an_address_can_be_typed_as_it_is_printed(host: str, said: str) -> None:
    assert web_address("https", host, 8620) == said
    assert read_web_address(said).port == 8620


@pytest.mark.parametrize(
    "typed",
    [
        "http://[::1",
        "https://[not-numbers]",
        "central.example.org",
        "https://",
        "https://a:99999",
        "ftp://a",
        "",
        "a:b",
    ],
)
def test_what_is_no_address_is_told_so(typed: str) -> None:
    with pytest.raises(Invalid, match="address_unreadable"):
        read_web_address(typed)
