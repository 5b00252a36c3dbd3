"""The desktop's keyring, through the library's own backends."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as ForgetfulKeyring
from keyring.errors import KeyringLocked, PasswordSetError

from desktop.security.desktop_ring import DesktopRing, real_ring


class MemoryKeyring(KeyringBackend):
    """A real backend, as far as the library can tell."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise PasswordSetError
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def _library_keyring() -> object:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("_library_keyring")
@pytest.mark.parametrize(
    ("backend", "real"), [(NoKeyring(), False), (ForgetfulKeyring(), False), (MemoryKeyring(), True)]
)
def test_only_a_keyring_that_keeps_things_counts(backend: KeyringBackend, real: bool) -> None:
    keyring.set_keyring(backend)
    assert (real_ring() is not None) is real


def test_a_secret_is_kept_by_name() -> None:
    ring = DesktopRing(MemoryKeyring())
    assert ring.read("one") is None
    assert ring.keep("one", "secret")
    assert ring.read("one") == "secret"
    assert ring.read("two") is None


def test_a_locked_keyring_is_no_crash() -> None:
    backend = MemoryKeyring()
    backend.locked = True
    assert DesktopRing(backend).keep("one", "secret") is False
    assert DesktopRing(backend).read("one") is None


def test_a_keyring_that_forgets_at_once_has_kept_nothing() -> None:
    assert DesktopRing(ForgetfulKeyring()).keep("one", "secret") is False
