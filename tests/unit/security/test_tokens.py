"""Central's short-lived tokens."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest

from desktop.errors import NotAllowed
from desktop.security.tokens import AUDIENCE, issue, read

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SECRET, OTHER = b"s" * 32, b"o" * 32


def test_a_token_names_its_station_until_it_expires() -> None:
    token = issue(SECRET, "device", NOW, minutes=10)
    assert read(SECRET, token, NOW) == "device"
    assert read(SECRET, token, NOW + timedelta(minutes=9, seconds=59)) == "device"
    with pytest.raises(NotAllowed, match="token_expired"):
        read(SECRET, token, NOW + timedelta(minutes=10))


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        issue(OTHER, "device", NOW, minutes=10),
        issue(SECRET, "device", NOW, minutes=10)[:-2] + "xx",
        jwt.encode({"sub": "device", "aud": AUDIENCE, "exp": 9e9}, None, algorithm="none"),
        jwt.encode({"sub": "device", "aud": "another", "exp": int(9e9)}, SECRET, algorithm="HS256"),
        jwt.encode({"sub": "device", "aud": AUDIENCE}, SECRET, algorithm="HS256"),
        jwt.encode({"aud": AUDIENCE, "exp": int(9e9)}, SECRET, algorithm="HS256"),
    ],
)
def test_what_central_did_not_issue_opens_nothing(token: str) -> None:
    with pytest.raises(NotAllowed, match="token_forged"):
        read(SECRET, token, NOW)
