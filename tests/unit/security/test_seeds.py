"""The seeds of second factors lie sealed, and only the counters of their agency open them."""

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.errors import StoreDamaged
from desktop.security import letterbox, seeds
from desktop.security.device_key import new_device_key, public_key

SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
CENTRAL = letterbox.private_key(b"p" * 32)
KEY = seeds.agency_key(b"p" * 32, "AG02")


def test_a_sealed_seed_shows_nothing_and_opens_again() -> None:
    kept = seeds.seal_seed(KEY, SEED, "nadia")
    assert SEED not in kept
    assert seeds.is_sealed(kept)
    assert seeds.open_seed(KEY, kept, "nadia") == SEED


def test_what_0_1_0_kept_is_read_as_it_is() -> None:
    assert not seeds.is_sealed(SEED)
    assert seeds.open_seed(b"", SEED, "nadia") == SEED


@pytest.mark.parametrize(
    ("key", "login"), [(seeds.agency_key(b"p" * 32, "AG01"), "nadia"), (KEY, "paul"), (b"", "nadia")]
)
def test_another_agencys_key_or_another_login_opens_nothing(key: bytes, login: str) -> None:
    with pytest.raises(StoreDamaged, match="seed_unreadable"):
        seeds.open_seed(key, seeds.seal_seed(KEY, SEED, "nadia"), login)


def test_an_agencys_key_is_opened_by_the_device_it_was_sealed_for_alone() -> None:
    device, other = new_device_key(), new_device_key()
    sealed = seeds.close_key(CENTRAL, public_key(device), KEY, "C01")
    box = letterbox.public_key(CENTRAL)
    assert seeds.open_key(device, box, sealed, "C01") == KEY
    assert sealed == seeds.close_key(CENTRAL, public_key(device), KEY, "C01")
    for thief, name in ((other, "C01"), (device, "C02")):
        with pytest.raises(StoreDamaged, match="seed_unreadable"):
            seeds.open_key(thief, box, sealed, name)


def test_a_device_whose_key_is_no_point_gets_nothing() -> None:
    assert seeds.close_key(CENTRAL, (1).to_bytes(32, "little"), KEY, "C01") == b""


def test_the_two_forms_of_a_devices_key_are_one_point() -> None:
    for _ in range(20):
        device = new_device_key()
        private = X25519PrivateKey.from_private_bytes(seeds.sha512(device).digest()[:32])
        assert seeds._as_x25519(public_key(device)) == private.public_key().public_bytes_raw()
