"""The short-lived tokens with which central knows a station from request to request."""

from datetime import datetime, timedelta
from typing import Any, Final

import jwt

from desktop.errors import NotAllowed
from desktop.protocol.messages import UNREADABLE

AUDIENCE: Final = "guichet-station"
_ALGORITHM = "HS256"


def issue(secret: bytes, device_id: str, now: datetime, minutes: int) -> str:
    """A token for one station; whoever holds it is that station until it expires."""
    claims = {
        "sub": device_id,
        "aud": AUDIENCE,
        "iat": int(now.timestamp()),
        "exp": int((now + timedelta(minutes=minutes)).timestamp()),
    }
    return jwt.encode(claims, secret, algorithm=_ALGORITHM)


def read(secret: bytes, token: str, now: datetime) -> str:
    """The station's id. Raises NotAllowed: token_forged, token_expired."""
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            secret,
            algorithms=[_ALGORITHM],
            audience=AUDIENCE,
            # The expiry is held against the caller's clock below.
            options={"require": ["sub", "aud", "exp"], "verify_exp": False, "verify_iat": False},
        )
    except (jwt.PyJWTError, *UNREADABLE, TypeError) as error:
        raise NotAllowed("token_forged") from error
    if claims["exp"] <= now.timestamp():
        raise NotAllowed("token_expired")
    return str(claims["sub"])
