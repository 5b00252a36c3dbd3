"""The keyring of a desktop session (Windows Credential Locker, Secret Service, macOS Keychain)."""

import logging
from typing import TYPE_CHECKING, Final, Protocol

from typing_extensions import override

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE: Final = "guichet"
_LEAST_PRIORITY: Final = 1
"""Below it, keyring's own scale puts backends that keep nothing, or keep it in plain text."""

_log = logging.getLogger(__name__)


class Ring(Protocol):
    """Keeps a few short secrets by name."""

    def read(self, name: str) -> str | None:
        """The secret; None when there is none, or when it cannot be had (the log says why)."""

    def keep(self, name: str, secret: str) -> bool:
        """Whether the secret is now kept."""


class DesktopRing(Ring):
    """A backend of the `keyring` library."""

    def __init__(self, backend: "KeyringBackend") -> None:
        self._backend = backend

    @override
    def read(self, name: str) -> str | None:
        from keyring.errors import KeyringError  # noqa: PLC0415 (already loaded by then)

        try:
            return self._backend.get_password(_SERVICE, name)
        except KeyringError:
            _log.warning("the keyring did not answer", exc_info=True)
            return None

    @override
    def keep(self, name: str, secret: str) -> bool:
        from keyring.errors import KeyringError  # noqa: PLC0415 (already loaded by then)

        try:
            self._backend.set_password(_SERVICE, name, secret)
        except KeyringError:
            _log.warning("the keyring refused a secret", exc_info=True)
            return False
        return self._backend.get_password(_SERVICE, name) == secret


def real_ring() -> DesktopRing | None:
    """The session's keyring; None on machines that have none, such as kiosks."""
    import keyring  # noqa: PLC0415 (looking for backends takes 60 ms, and only desktops need it)

    backend = keyring.get_keyring()
    return DesktopRing(backend) if backend.priority >= _LEAST_PRIORITY else None
