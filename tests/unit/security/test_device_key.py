"""A station's identity and its proof."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.errors import NotAllowed
from desktop.security.device_key import (
    check_assertion,
    claimed_device,
    client_assertion,
    new_device_key,
    public_key,
    sign,
    verify,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
KEY = bytes(range(32))
PUBLIC = public_key(KEY)
DEVICE, CENTRAL = "0190-device", "guichet-central"


def refused(assertion: str, now: datetime = NOW, device: str = DEVICE, public: bytes = PUBLIC) -> NotAllowed:
    with pytest.raises(NotAllowed) as refusal:
        check_assertion(assertion, public, device, CENTRAL, now)
    return refusal.value


def hand_made(**changed: object) -> str:
    claims: dict[str, object] = {
        "iss": DEVICE,
        "sub": DEVICE,
        "aud": CENTRAL,
        "iat": int(NOW.timestamp()),
        "exp": int(NOW.timestamp()) + 60,
        "jti": "once",
    } | changed
    kept = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode(kept, Ed25519PrivateKey.from_private_bytes(KEY), algorithm="EdDSA")


def test_what_is_signed_is_proven_and_anything_else_is_not() -> None:
    signature = sign(KEY, b"a payment")
    assert verify(PUBLIC, signature, b"a payment")
    assert signature == sign(KEY, b"a payment")
    assert not verify(PUBLIC, signature, b"a payment!")
    assert not verify(public_key(new_device_key()), signature, b"a payment")
    assert not verify(PUBLIC, signature[:-1], b"a payment")
    assert not verify(PUBLIC[:-1], signature, b"a payment")


def test_each_new_key_is_another() -> None:
    assert len({new_device_key() for _ in range(5)}) == 5
    assert len(new_device_key()) == len(PUBLIC) == 32


def test_a_station_proves_who_it_is_and_each_proof_has_its_own_id() -> None:
    one, two = (client_assertion(KEY, DEVICE, CENTRAL, NOW) for _ in range(2))
    assert claimed_device(one) == DEVICE
    assert check_assertion(one, PUBLIC, DEVICE, CENTRAL, NOW) != check_assertion(
        two, PUBLIC, DEVICE, CENTRAL, NOW
    )


@pytest.mark.parametrize("seconds", [-59, 0, 119, 179])
def test_a_clock_that_is_a_little_off_does_no_harm(seconds: int) -> None:
    assertion = client_assertion(KEY, DEVICE, CENTRAL, NOW)
    assert check_assertion(assertion, PUBLIC, DEVICE, CENTRAL, NOW + timedelta(seconds=seconds))


def test_a_station_whose_clock_is_ahead_is_told_by_how_much() -> None:
    refusal = refused(client_assertion(KEY, DEVICE, CENTRAL, NOW + timedelta(hours=1)))
    assert (refusal.code, refusal.facts) == ("clock_wrong", {"seconds": 3600})


def test_an_old_proof_is_refused() -> None:
    assert (
        refused(client_assertion(KEY, DEVICE, CENTRAL, NOW), NOW + timedelta(seconds=181)).code
        == "assertion_expired"
    )


def test_a_proof_from_another_key_or_station_is_refused() -> None:
    assertion = client_assertion(KEY, DEVICE, CENTRAL, NOW)
    assert refused(assertion, public=public_key(new_device_key())).code == "assertion_forged"
    assert refused(assertion, device="another").code == "assertion_forged"
    assert refused(assertion, public=b"short").code == "assertion_forged"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"aud": "someone-else"}, "assertion_forged"),
        ({"aud": [CENTRAL, "someone-else"]}, "assertion_forged"),
        ({"iss": "another"}, "assertion_forged"),
        ({"sub": "another"}, "assertion_forged"),
        ({"jti": None}, "assertion_forged"),
        ({"jti": ""}, "assertion_forged"),
        ({"exp": None}, "assertion_forged"),
        ({"iat": "today"}, "assertion_forged"),
        ({"exp": int(NOW.timestamp()) + 301}, "assertion_too_long_lived"),
    ],
)
def test_a_proof_that_says_too_little_or_too_much_is_refused(changed: dict[str, object], code: str) -> None:
    assert refused(hand_made(**changed)).code == code


def test_an_unsigned_proof_or_one_signed_with_the_public_key_is_refused() -> None:
    claims = jwt.decode(hand_made(), options={"verify_signature": False})
    assert refused(jwt.encode(claims, None, algorithm="none")).code == "assertion_forged"
    assert refused(jwt.encode(claims, PUBLIC, algorithm="HS256")).code == "assertion_forged"


@pytest.mark.parametrize("assertion", ["", "a.b.c", "x" * 5000, hand_made(sub=None), hand_made(sub="")])
def test_nonsense_names_no_device(assertion: str) -> None:
    with pytest.raises(NotAllowed):
        claimed_device(assertion)
    with pytest.raises(NotAllowed):
        check_assertion(assertion, PUBLIC, DEVICE, CENTRAL, NOW)
