"""Letters with activation codes, what people type of them, and the new codes of a counter."""

from datetime import date, timedelta
from functools import cache

from desktop.models.activation_code import ActivationCode
from desktop.security.codes import keyed_digest, slow_digest
from desktop.security.passwords import hash_password
from desktop.services.access.activation import ActivateAccount, ReissueActivationCode
from tests.unit.services.rows import LEASE, TODAY

CODE = "2X38AZEGB7"
PASSWORD = "Trois-Petits-Chats-62"
BORN = date(1979, 6, 15)


@cache
def hashed(password: str = PASSWORD) -> str:
    return hash_password(password)


@cache
def digest(code: str) -> str:
    return slow_digest(code)


def letter(pepper: bytes, lease_id: str = LEASE, **said: object) -> ActivationCode:
    fields = {
        "id": lease_id,
        "scope": "AG01",
        "digest": keyed_digest(pepper, CODE),
        "issued_on": TODAY - timedelta(days=30),
        "expires_on": TODAY,
        "used_at": None,
        "issued_by": "letter",
    }
    return ActivationCode(**(fields | said))


def typed(**said: object) -> ActivateAccount:
    fields = {"lease_number": LEASE, "code": CODE, "birth_date": BORN, "password_hash": hashed()} | said
    return ActivateAccount(**fields)  # type: ignore[arg-type]


def reissue(**said: object) -> ReissueActivationCode:
    fields = {
        "lease_id": LEASE,
        "digest": digest("ABCDEFGHJK"),
        "identity_seen": True,
        "holder": "L000001",
    } | said
    return ReissueActivationCode(**fields)  # type: ignore[arg-type]
